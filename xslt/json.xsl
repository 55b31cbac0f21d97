<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- The whole document as JSON: every fact under its own name, what is computed under "computed". -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="http://www.w3.org/2005/xpath-functions"
    xmlns:m="urn:diplodoc:meeting-summary:1" xmlns:r="urn:diplodoc:resolved:1" exclude-result-prefixes="m r">

  <xsl:include href="common/base.xsl"/>
  <xsl:include href="common/json-facts.xsl"/>
  <xsl:include href="common/json-text.xsl"/>
  <xsl:include href="common/json-computed.xsl"/>

  <xsl:output method="xml"/>

  <xsl:template match="/">
    <xsl:apply-templates select="$root"/>
  </xsl:template>

  <xsl:template match="m:meetingSummary">
    <map>
      <string key="$schema">urn:diplodoc:meeting-summary:1:json</string>
      <xsl:apply-templates select="@xml:lang" mode="fact"/>
      <xsl:apply-templates select="@id" mode="fact"/>
      <xsl:apply-templates select="@version" mode="fact"/>
      <xsl:apply-templates select="@status" mode="fact"/>
      <xsl:apply-templates select="m:head[1]"/>
      <xsl:apply-templates select="m:meeting[1]"/>
      <xsl:if test="m:photo"><array key="photo"><xsl:apply-templates select="m:photo"/></array></xsl:if>
      <xsl:apply-templates select="m:lead[1]" mode="mixed"/>
      <array key="body"><xsl:apply-templates select="m:body/*"/></array>
      <xsl:if test="m:outcome"><array key="outcome"><xsl:apply-templates select="m:outcome"/></array></xsl:if>
      <xsl:if test="m:glossary/m:entry"><array key="glossary"><xsl:apply-templates select="m:glossary/m:entry"/></array></xsl:if>
      <xsl:if test="m:note"><array key="note"><xsl:apply-templates select="m:note"/></array></xsl:if>
      <xsl:if test="m:reference"><array key="reference"><xsl:apply-templates select="m:reference"/></array></xsl:if>
      <xsl:if test="m:attachment"><array key="attachment"><xsl:apply-templates select="m:attachment"/></array></xsl:if>
      <xsl:if test="m:related"><array key="related"><xsl:apply-templates select="m:related"/></array></xsl:if>
      <xsl:apply-templates select="m:provenance[1]"/>
      <xsl:if test="$resolved/r:markup">
        <array key="markup"><xsl:apply-templates select="$resolved/r:markup/r:place/*" mode="markup"/></array>
      </xsl:if>
      <xsl:call-template name="computed"/>
    </map>
  </xsl:template>

  <xsl:template match="m:head">
    <map key="head">
      <xsl:apply-templates select="m:title[1]" mode="fact"/>
      <xsl:for-each select="m:series[1]">
        <map key="series"><xsl:apply-templates select="@ref" mode="fact"/><xsl:call-template name="text"/></map>
      </xsl:for-each>
      <xsl:apply-templates select="m:documentNumber[1]" mode="fact"/>
      <xsl:apply-templates select="m:issued[1]" mode="attributes"/>
      <xsl:if test="m:updated"><array key="updated"><xsl:apply-templates select="m:updated"/></array></xsl:if>
      <xsl:for-each select="m:issuer[1]">
        <map key="issuer"><xsl:apply-templates select="@ref | m:office[1] | m:spokesperson[1]" mode="fact"/></map>
      </xsl:for-each>
      <xsl:if test="m:contact"><array key="contact"><xsl:apply-templates select="m:contact"/></array></xsl:if>
      <xsl:apply-templates select="m:translation[1] | m:release[1]" mode="attributes"/>
      <xsl:if test="m:keyword"><array key="keyword"><xsl:apply-templates select="m:keyword"/></array></xsl:if>
    </map>
  </xsl:template>

  <xsl:template match="m:updated">
    <map>
      <xsl:apply-templates select="@when | @kind" mode="fact"/>
      <xsl:call-template name="content"/>
      <map key="computed"><xsl:apply-templates select="@r:label" mode="fact"/></map>
    </map>
  </xsl:template>

  <xsl:template match="m:contact">
    <map><xsl:apply-templates select="m:name[1] | m:phone[1] | m:email[1]" mode="fact"/></map>
  </xsl:template>

  <xsl:template match="m:keyword"><string><xsl:value-of select="."/></string></xsl:template>

  <xsl:template match="m:meeting">
    <map key="meeting">
      <xsl:apply-templates select="@kind | @level | @format | @interpretation | @initiative | @received" mode="fact"/>
      <xsl:if test="m:ordinal"><array key="ordinal"><xsl:apply-templates select="m:ordinal"/></array></xsl:if>
      <xsl:call-template name="when-where"/>
      <xsl:if test="m:occasion"><array key="occasion"><xsl:apply-templates select="m:occasion"/></array></xsl:if>
      <xsl:if test="m:session"><array key="session"><xsl:apply-templates select="m:session"/></array></xsl:if>
      <xsl:if test="m:party"><array key="party"><xsl:apply-templates select="m:party"/></array></xsl:if>
    </map>
  </xsl:template>

  <xsl:template match="m:ordinal"><map><xsl:apply-templates select="@number | @of" mode="fact"/></map></xsl:template>

  <xsl:template name="when-where">
    <xsl:apply-templates select="m:start[1] | m:duration[1] | m:end[1]" mode="attributes"/>
    <xsl:for-each select="m:place[1]">
      <map key="place"><xsl:apply-templates select="@country | @remoteFor | m:city[1] | m:venue[1]" mode="fact"/></map>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="m:occasion">
    <map>
      <xsl:apply-templates select="@relation | @party | @ref" mode="fact"/>
      <xsl:call-template name="content"/>
    </map>
  </xsl:template>

  <xsl:template match="m:session">
    <map>
      <xsl:apply-templates select="@id | @kind | @interpretation | m:title[1]" mode="fact"/>
      <xsl:call-template name="when-where"/>
    </map>
  </xsl:template>

  <xsl:template match="m:meeting/m:party">
    <map>
      <xsl:apply-templates select="@id | @country | @organisation | @role | @others | m:longName[1] | m:shortName[1]" mode="fact"/>
      <array key="principal"><xsl:apply-templates select="m:principal"/></array>
      <xsl:if test="m:attendee"><array key="attendee"><xsl:apply-templates select="m:attendee"/></array></xsl:if>
    </map>
  </xsl:template>

  <xsl:template match="m:principal | m:attendee">
    <map>
      <xsl:apply-templates select="@id | @official | @attendance | m:style[1] | m:courtesy[1] | m:rank[1] | m:academic[1]" mode="fact"/>
      <xsl:for-each select="m:name[1]">
        <map key="name"><xsl:apply-templates select="@order | m:given[1] | m:other[1] | m:family[1]" mode="fact"/></map>
      </xsl:for-each>
      <xsl:apply-templates select="m:postNominal[1]" mode="fact"/>
      <xsl:for-each select="m:original[1]"><map key="original"><xsl:call-template name="foreign"/></map></xsl:for-each>
      <xsl:apply-templates select="m:pronoun[1]" mode="fact"/>
      <xsl:if test="m:office"><array key="office"><xsl:apply-templates select="m:office"/></array></xsl:if>
      <xsl:apply-templates select="m:shortForm[1]" mode="fact"/>
    </map>
  </xsl:template>

  <xsl:template match="m:office">
    <map><xsl:apply-templates select="@from | @to | @acting" mode="fact"/><xsl:call-template name="text"/></map>
  </xsl:template>

  <xsl:template match="m:photo">
    <map>
      <xsl:apply-templates select="@id | @src | @width | @height | @date" mode="fact"/>
      <xsl:apply-templates select="m:caption[1]" mode="mixed"/>
      <xsl:apply-templates select="m:alt[1] | m:credit[1]" mode="fact"/>
      <xsl:call-template name="day-in-words"/>
    </map>
  </xsl:template>

  <xsl:template match="m:outcome">
    <map>
      <xsl:apply-templates select="@id | @kind | @date | @by | @href" mode="fact"/>
      <xsl:for-each select="m:title[1]">
        <map key="title"><xsl:apply-templates select="@xml:lang" mode="fact"/><xsl:call-template name="text"/><xsl:call-template name="language-name"/></map>
      </xsl:for-each>
      <xsl:apply-templates select="m:description[1]" mode="mixed"/>
      <map key="computed"><xsl:apply-templates select="@r:label | @r:date" mode="fact"/></map>
    </map>
  </xsl:template>

  <xsl:template match="m:entry">
    <map><xsl:apply-templates select="@id | @slogan | m:short[1] | m:expansion[1]" mode="fact"/></map>
  </xsl:template>

  <xsl:template match="m:reference">
    <map>
      <xsl:apply-templates select="@id | @kind | @date | @href" mode="fact"/>
      <xsl:call-template name="text"/>
      <xsl:call-template name="day-in-words"/>
    </map>
  </xsl:template>

  <xsl:template match="m:attachment | m:related">
    <map>
      <xsl:apply-templates select="@rel | @href | @mediaType | @xml:lang" mode="fact"/>
      <xsl:call-template name="text"/>
      <xsl:call-template name="language-name"/>
    </map>
  </xsl:template>

  <xsl:template match="m:provenance">
    <map key="provenance">
      <xsl:if test="m:source"><array key="source"><xsl:apply-templates select="m:source"/></array></xsl:if>
      <xsl:apply-templates select="m:importer[1]" mode="attributes"/>
      <xsl:if test="m:unresolved"><array key="unresolved"><xsl:apply-templates select="m:unresolved"/></array></xsl:if>
    </map>
  </xsl:template>

  <xsl:template match="m:source"><map><xsl:apply-templates select="@href | @retrieved | @format" mode="fact"/></map></xsl:template>
  <xsl:template match="m:unresolved"><map><xsl:apply-templates select="@reason" mode="fact"/><xsl:call-template name="text"/></map></xsl:template>

</xsl:stylesheet>
