<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- CommonMark with front matter, in the order of the page. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:diplodoc:markdown:1"
    xmlns:m="urn:diplodoc:meeting-summary:1" xmlns:r="urn:diplodoc:resolved:1" exclude-result-prefixes="m r">

  <xsl:include href="common/printed.xsl"/>
  <xsl:include href="common/markdown-tail.xsl"/>

  <xsl:output method="xml"/>

  <xsl:template match="/">
    <document>
      <xsl:call-template name="front-matter"/>
      <xsl:if test="$resolved/r:document/@valid = 'false'"><paragraph><xsl:value-of select="$words/@not-valid"/></paragraph></xsl:if>
      <xsl:for-each select="$resolved/r:series[node()]"><paragraph><xsl:call-template name="linked"/></paragraph></xsl:for-each>
      <heading level="1"><xsl:value-of select="$resolved/r:title"/></heading>
      <paragraph>
        <xsl:value-of select="$resolved/r:issued"/>
        <xsl:if test="$resolved/r:translation"><xsl:text> </xsl:text><xsl:value-of select="$resolved/r:translation"/></xsl:if>
      </paragraph>
      <xsl:for-each select="$root/m:head/m:updated">
        <item title="{@r:label}"><paragraph><xsl:apply-templates mode="inline"/></paragraph></item>
      </xsl:for-each>
      <xsl:apply-templates select="$root/m:photo[1]"/>
      <paragraph><xsl:apply-templates select="$root/m:lead | $resolved/r:lead[not($root/m:lead)]" mode="inline"/></paragraph>
      <xsl:apply-templates select="$root/m:body/*"/>
      <xsl:for-each select="$root/m:note"><paragraph><xsl:apply-templates select="." mode="inline"/></paragraph></xsl:for-each>
      <xsl:apply-templates select="$root/m:photo[position() &gt; 1]"/>
      <xsl:call-template name="tail"/>
    </document>
  </xsl:template>

  <xsl:template name="front-matter">
    <meta key="title"><xsl:value-of select="$resolved/r:title"/></meta>
    <meta key="date"><xsl:value-of select="$resolved/r:issued/@datetime"/></meta>
    <xsl:if test="$head/m:updated"><meta key="lastmod"><xsl:value-of select="$head/m:updated[last()]/@when"/></meta></xsl:if>
    <meta key="lang"><xsl:value-of select="$root/@xml:lang"/></meta>
    <meta key="id"><xsl:value-of select="$root/@id"/></meta>
    <xsl:if test="$resolved/r:description"><meta key="description"><xsl:value-of select="$resolved/r:description"/></meta></xsl:if>
    <xsl:if test="$resolved/r:publisher"><meta key="publisher"><xsl:value-of select="$resolved/r:publisher"/></meta></xsl:if>
    <xsl:if test="$resolved/r:series[node()]"><meta key="series"><xsl:value-of select="$resolved/r:series"/></meta></xsl:if>
    <xsl:if test="$head/m:keyword">
      <meta key="keywords"><xsl:for-each select="$head/m:keyword"><value><xsl:value-of select="."/></value></xsl:for-each></meta>
    </xsl:if>
  </xsl:template>

  <!-- A link where there is an address, else the words alone. -->
  <xsl:template name="linked">
    <xsl:choose>
      <xsl:when test="@href"><link href="{@href}"><xsl:apply-templates select="." mode="plain"/></link></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="." mode="plain"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="m:photo">
    <xsl:if test="@src"><image src="{@src}" alt="{m:alt}"/></xsl:if>
    <xsl:if test="m:alt and not(@src)"><paragraph><xsl:value-of select="m:alt"/></paragraph></xsl:if>
    <paragraph>
      <xsl:apply-templates select="m:caption" mode="inline"/>
      <xsl:call-template name="day"/>
      <xsl:if test="m:credit"><xsl:value-of select="concat(' ', $words/@credit, ' ', m:credit)"/></xsl:if>
    </paragraph>
  </xsl:template>

  <!-- What was said. -->
  <xsl:template match="m:topic">
    <xsl:apply-templates select="m:heading | m:item | m:paragraph"/>
  </xsl:template>

  <xsl:template match="m:item">
    <item label="{@r:label}">
      <xsl:apply-templates select="m:heading"/>
      <xsl:if test="m:statement or m:narrative or m:note"><paragraph><xsl:call-template name="sentences"/></paragraph></xsl:if>
      <xsl:apply-templates select="m:item"/>
    </item>
  </xsl:template>

  <xsl:template match="m:paragraph"><paragraph><xsl:call-template name="sentences"/></paragraph></xsl:template>

  <xsl:template match="m:heading">
    <xsl:variable name="level" select="1 + count(ancestor::m:topic[m:heading] | ancestor::m:item[m:heading])"/>
    <heading level="{$level}">
      <xsl:if test="$level &gt; 6"><xsl:attribute name="level">6</xsl:attribute></xsl:if>
      <xsl:value-of select="."/>
    </heading>
  </xsl:template>

  <!-- Inside sentences. -->
  <xsl:template match="*" mode="sentence">
    <xsl:choose>
      <xsl:when test="@r:marked or @r:open"><xsl:apply-templates select="." mode="inline"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="m:statement | m:narrative | m:note | m:quote | m:term" mode="inline">
    <xsl:value-of select="@r:open"/>
    <xsl:apply-templates mode="inline"/>
    <xsl:value-of select="@r:close"/>
  </xsl:template>
  <xsl:template match="m:ref" mode="inline">
    <xsl:choose>
      <xsl:when test="@href"><xsl:call-template name="linked"/></xsl:when>
      <xsl:when test="key('reference', @target)/@href">
        <link href="{key('reference', @target)/@href}"><xsl:apply-templates select="." mode="plain"/></link>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="." mode="plain"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
