<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- Facts as attributes beside the words that tell of them, for the way back: docs/html.md. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="http://www.w3.org/1999/xhtml"
    xmlns:m="urn:diplodoc:meeting-summary:1" xmlns:r="urn:diplodoc:resolved:1" exclude-result-prefixes="m r">

  <xsl:key name="entry" match="m:entry" use="@id"/>

  <!-- An attribute, or an element without elements in it, as an attribute of the page. A name that is put together
       is compiled anew each time, so what documents have is written out; HTML knows no capitals in such names. -->
  <xsl:template match="@* | *" mode="data"><xsl:attribute name="data-{local-name()}"><xsl:value-of select="normalize-space(.)"/></xsl:attribute></xsl:template>
  <xsl:template match="@version" mode="data"><xsl:attribute name="data-version"><xsl:value-of select="normalize-space(.)"/></xsl:attribute></xsl:template>
  <xsl:template match="@kind" mode="data"><xsl:attribute name="data-kind"><xsl:value-of select="normalize-space(.)"/></xsl:attribute></xsl:template>
  <xsl:template match="@level" mode="data"><xsl:attribute name="data-level"><xsl:value-of select="normalize-space(.)"/></xsl:attribute></xsl:template>
  <xsl:template match="@format" mode="data"><xsl:attribute name="data-format"><xsl:value-of select="normalize-space(.)"/></xsl:attribute></xsl:template>
  <xsl:template match="@ref" mode="data"><xsl:attribute name="data-ref"><xsl:value-of select="normalize-space(.)"/></xsl:attribute></xsl:template>
  <xsl:template match="@city" mode="data"><xsl:attribute name="data-city"><xsl:value-of select="normalize-space(.)"/></xsl:attribute></xsl:template>
  <xsl:template match="@form" mode="data"><xsl:attribute name="data-form"><xsl:value-of select="normalize-space(.)"/></xsl:attribute></xsl:template>
  <xsl:template match="@hedge" mode="data"><xsl:attribute name="data-hedge"><xsl:value-of select="normalize-space(.)"/></xsl:attribute></xsl:template>
  <xsl:template match="@unit" mode="data"><xsl:attribute name="data-unit"><xsl:value-of select="normalize-space(.)"/></xsl:attribute></xsl:template>
  <xsl:template match="@number" mode="data"><xsl:attribute name="data-number"><xsl:value-of select="normalize-space(.)"/></xsl:attribute></xsl:template>
  <xsl:template match="@relation" mode="data"><xsl:attribute name="data-relation"><xsl:value-of select="normalize-space(.)"/></xsl:attribute></xsl:template>
  <xsl:template match="@party" mode="data"><xsl:attribute name="data-party"><xsl:value-of select="normalize-space(.)"/></xsl:attribute></xsl:template>
  <xsl:template match="@country" mode="data"><xsl:attribute name="data-country"><xsl:value-of select="normalize-space(.)"/></xsl:attribute></xsl:template>
  <xsl:template match="@organisation" mode="data"><xsl:attribute name="data-organisation"><xsl:value-of select="normalize-space(.)"/></xsl:attribute></xsl:template>
  <xsl:template match="@order" mode="data"><xsl:attribute name="data-order"><xsl:value-of select="normalize-space(.)"/></xsl:attribute></xsl:template>
  <xsl:template match="@by" mode="data"><xsl:attribute name="data-by"><xsl:value-of select="normalize-space(.)"/></xsl:attribute></xsl:template>
  <xsl:template match="@rel" mode="data"><xsl:attribute name="data-rel"><xsl:value-of select="normalize-space(.)"/></xsl:attribute></xsl:template>
  <xsl:template match="m:courtesy" mode="data"><xsl:attribute name="data-courtesy"><xsl:value-of select="normalize-space(.)"/></xsl:attribute></xsl:template>
  <xsl:template match="m:given" mode="data"><xsl:attribute name="data-given"><xsl:value-of select="normalize-space(.)"/></xsl:attribute></xsl:template>
  <xsl:template match="m:family" mode="data"><xsl:attribute name="data-family"><xsl:value-of select="normalize-space(.)"/></xsl:attribute></xsl:template>
  <xsl:template match="m:short" mode="data"><xsl:attribute name="data-short"><xsl:value-of select="normalize-space(.)"/></xsl:attribute></xsl:template>
  <xsl:template match="m:expansion" mode="data"><xsl:attribute name="data-expansion"><xsl:value-of select="normalize-space(.)"/></xsl:attribute></xsl:template>
  <xsl:template match="m:longName" mode="data"><xsl:attribute name="data-long-name"><xsl:value-of select="normalize-space(.)"/></xsl:attribute></xsl:template>
  <xsl:template match="m:shortName" mode="data"><xsl:attribute name="data-short-name"><xsl:value-of select="normalize-space(.)"/></xsl:attribute></xsl:template>
  <xsl:template match="m:postNominal" mode="data"><xsl:attribute name="data-post-nominal"><xsl:value-of select="normalize-space(.)"/></xsl:attribute></xsl:template>
  <xsl:template match="m:shortForm" mode="data"><xsl:attribute name="data-short-form"><xsl:value-of select="normalize-space(.)"/></xsl:attribute></xsl:template>
  <xsl:template match="@r:marked" mode="data"/>

  <!-- Who said it and how; an id; and the sum, as what an editor of the page changes in the words no longer fits it. -->
  <xsl:template match="@*" mode="data-of-sentence"/>
  <xsl:template match="@id" mode="data-of-sentence"><xsl:for-each select=".."><xsl:call-template name="page-id"/></xsl:for-each></xsl:template>
  <xsl:template match="@speaker" mode="data-of-sentence"><xsl:attribute name="data-speaker"><xsl:value-of select="normalize-space(.)"/></xsl:attribute></xsl:template>
  <xsl:template match="@act" mode="data-of-sentence"><xsl:attribute name="data-act"><xsl:value-of select="normalize-space(.)"/></xsl:attribute></xsl:template>
  <xsl:template match="@manner" mode="data-of-sentence"><xsl:attribute name="data-manner"><xsl:value-of select="normalize-space(.)"/></xsl:attribute></xsl:template>
  <xsl:template match="@quoted" mode="data-of-sentence"><xsl:attribute name="data-quoted"><xsl:value-of select="normalize-space(.)"/></xsl:attribute></xsl:template>
  <xsl:template match="@inReplyTo" mode="data-of-sentence"><xsl:attribute name="data-reply-to"><xsl:value-of select="normalize-space(.)"/></xsl:attribute></xsl:template>
  <xsl:template match="@r:sum" mode="data-of-sentence"><xsl:attribute name="data-sum"><xsl:value-of select="."/></xsl:attribute></xsl:template>

  <!-- When and where something was held: of a meeting or a session. -->
  <xsl:template name="data-of-event">
    <xsl:apply-templates select="(m:start | m:duration | m:end | m:place)/@* | (m:start | m:duration | m:end | m:place)/*" mode="data-of-event"/>
  </xsl:template>
  <xsl:template match="@* | *" mode="data-of-event">
    <xsl:attribute name="data-{local-name(..)}-{local-name()}"><xsl:value-of select="normalize-space(.)"/></xsl:attribute>
  </xsl:template>
  <xsl:template match="m:start/@when" mode="data-of-event"><xsl:attribute name="data-start-when"><xsl:value-of select="normalize-space(.)"/></xsl:attribute></xsl:template>
  <xsl:template match="m:start/@zone" mode="data-of-event"><xsl:attribute name="data-start-zone"><xsl:value-of select="normalize-space(.)"/></xsl:attribute></xsl:template>
  <xsl:template match="m:start/@partOfDay" mode="data-of-event"><xsl:attribute name="data-start-part-of-day"><xsl:value-of select="normalize-space(.)"/></xsl:attribute></xsl:template>
  <xsl:template match="m:duration/@value" mode="data-of-event"><xsl:attribute name="data-duration-value"><xsl:value-of select="normalize-space(.)"/></xsl:attribute></xsl:template>
  <xsl:template match="m:duration/@hedge" mode="data-of-event"><xsl:attribute name="data-duration-hedge"><xsl:value-of select="normalize-space(.)"/></xsl:attribute></xsl:template>
  <xsl:template match="m:end/@when" mode="data-of-event"><xsl:attribute name="data-end-when"><xsl:value-of select="normalize-space(.)"/></xsl:attribute></xsl:template>
  <xsl:template match="m:place/@country" mode="data-of-event"><xsl:attribute name="data-place-country"><xsl:value-of select="normalize-space(.)"/></xsl:attribute></xsl:template>
  <xsl:template match="m:place/@remoteFor" mode="data-of-event"><xsl:attribute name="data-place-remote-for"><xsl:value-of select="normalize-space(.)"/></xsl:attribute></xsl:template>
  <xsl:template match="m:place/m:city" mode="data-of-event"><xsl:attribute name="data-place-city"><xsl:value-of select="normalize-space(.)"/></xsl:attribute></xsl:template>
  <xsl:template match="m:place/m:venue" mode="data-of-event"><xsl:attribute name="data-place-venue"><xsl:value-of select="normalize-space(.)"/></xsl:attribute></xsl:template>

  <!-- What several are of is counted: data-office-1, data-office-1-acting. -->
  <xsl:template name="data-of-person">
    <xsl:apply-templates mode="data"
        select="@official | @attendance | m:style | m:courtesy | m:rank | m:academic | m:name/@order | m:name/* | m:postNominal | m:pronoun | m:shortForm"/>
    <xsl:for-each select="m:office">
      <xsl:variable name="number" select="position()"/>
      <xsl:attribute name="data-office-{$number}"><xsl:value-of select="normalize-space(.)"/></xsl:attribute>
      <xsl:for-each select="@*">
        <xsl:attribute name="data-office-{$number}-{local-name()}"><xsl:value-of select="normalize-space(.)"/></xsl:attribute>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <!-- Words that were computed from facts, and not written. -->
  <xsl:template name="computed">
    <xsl:attribute name="data-computed"/>
  </xsl:template>

  <xsl:template name="sum">
    <xsl:if test="@r:sum"><xsl:attribute name="data-sum"><xsl:value-of select="@r:sum"/></xsl:attribute></xsl:if>
  </xsl:template>

</xsl:stylesheet>
