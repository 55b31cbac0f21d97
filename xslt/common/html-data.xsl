<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- Facts as attributes beside the words that tell of them, for the way back: docs/html.md. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="http://www.w3.org/1999/xhtml"
    xmlns:m="urn:diplodoc:meeting-summary:1" xmlns:r="urn:diplodoc:resolved:1" exclude-result-prefixes="m r">

  <xsl:key name="entry" match="m:entry" use="@id"/>

  <!-- Names of two words; HTML knows no capitals in the names of attributes. -->
  <xsl:variable name="capitals"> inReplyTo=reply-to partOfDay=part-of-day remoteFor=remote-for longName=long-name shortName=short-name postNominal=post-nominal shortForm=short-form </xsl:variable>

  <!-- Each of the attributes and elements, which have no elements in them, as an attribute of the page. -->
  <xsl:template name="data">
    <xsl:param name="facts"/>
    <xsl:param name="prefix"/>
    <xsl:for-each select="$facts">
      <xsl:variable name="name" select="local-name()"/>
      <xsl:variable name="other" select="substring-before(substring-after($capitals, concat(' ', $name, '=')), ' ')"/>
      <xsl:attribute name="data-{$prefix}{$other}{substring($name, 1, string-length($name) * not($other))}">
        <xsl:value-of select="normalize-space(.)"/>
      </xsl:attribute>
    </xsl:for-each>
  </xsl:template>

  <!-- When and where something was held: of a meeting or a session. -->
  <xsl:template name="data-of-event">
    <xsl:for-each select="m:start | m:duration | m:end | m:place">
      <xsl:call-template name="data">
        <xsl:with-param name="facts" select="@* | *"/>
        <xsl:with-param name="prefix" select="concat(local-name(), '-')"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <!-- What several are of is counted: data-office-1, data-office-1-acting. -->
  <xsl:template name="data-of-person">
    <xsl:call-template name="data">
      <xsl:with-param name="facts" select="@official | @attendance | m:style | m:courtesy | m:rank | m:academic | m:name/@order | m:name/* | m:postNominal | m:pronoun | m:shortForm"/>
    </xsl:call-template>
    <xsl:for-each select="m:office">
      <xsl:attribute name="data-office-{position()}"><xsl:value-of select="normalize-space(.)"/></xsl:attribute>
      <xsl:call-template name="data">
        <xsl:with-param name="facts" select="@*"/>
        <xsl:with-param name="prefix" select="concat('office-', position(), '-')"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <!-- Words that were computed from facts, and not written. -->
  <xsl:template name="computed">
    <xsl:attribute name="data-computed"/>
  </xsl:template>

  <xsl:template name="computed-where-empty">
    <xsl:if test="@r:generated or not(node())"><xsl:call-template name="computed"/></xsl:if>
  </xsl:template>

  <!-- What an editor of the page changes in the words no longer fits their sum. -->
  <xsl:template name="sum">
    <xsl:if test="@r:sum"><xsl:attribute name="data-sum"><xsl:value-of select="@r:sum"/></xsl:attribute></xsl:if>
  </xsl:template>

  <!-- Marks of the language, which the words do not have. -->
  <xsl:template name="mark">
    <xsl:param name="words"/>
    <xsl:if test="$words != ''"><span data-computed=""><xsl:value-of select="$words"/></span></xsl:if>
  </xsl:template>

</xsl:stylesheet>
