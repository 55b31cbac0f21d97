<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- What the head of a page tells browsers, search engines and cards. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="http://www.w3.org/1999/xhtml"
    xmlns:m="urn:diplodoc:meeting-summary:1" xmlns:r="urn:diplodoc:resolved:1" exclude-result-prefixes="m r">

  <xsl:template name="metadata">
    <xsl:variable name="title" select="string($resolved/r:title)"/>
    <xsl:variable name="description" select="string($resolved/r:description)"/>
    <xsl:variable name="canonical" select="$resolved/r:canonical/@href"/>
    <title>
      <xsl:value-of select="$title"/>
      <!-- Search engines cut longer titles. -->
      <xsl:if test="$resolved/r:publisher and string-length(concat($title, $resolved/r:publisher)) &lt; 68"> | <xsl:value-of select="$resolved/r:publisher"/></xsl:if>
    </title>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta name="color-scheme" content="light dark"/>
    <xsl:if test="$resolved/r:document/@valid = 'false'"><meta name="robots" content="noindex, nofollow"/></xsl:if>
    <xsl:if test="$description != ''"><meta name="description" content="{$description}"/></xsl:if>
    <xsl:if test="$root/m:head/m:keyword">
      <meta name="keywords">
        <xsl:attribute name="content">
          <xsl:for-each select="$root/m:head/m:keyword">
            <xsl:if test="position() &gt; 1">, </xsl:if>
            <xsl:value-of select="."/>
          </xsl:for-each>
        </xsl:attribute>
      </meta>
    </xsl:if>
    <xsl:if test="$resolved/r:publisher"><meta name="author" content="{$resolved/r:publisher}"/></xsl:if>
    <meta name="generator" content="{$resolved/r:document/@generator}"/>
    <meta name="dcterms.identifier" content="{$root/@id}"/>
    <xsl:if test="$root/@version"><meta name="dcterms.hasVersion" content="{normalize-space($root/@version)}"/></xsl:if>
    <meta name="dcterms.issued" content="{$resolved/r:issued/@datetime}"/>
    <xsl:if test="$canonical"><link rel="canonical" href="{$canonical}"/></xsl:if>
    <xsl:for-each select="$root/m:related[@rel = 'translation' and @xml:lang]">
      <link rel="alternate" hreflang="{@xml:lang}" href="{@href}"/>
    </xsl:for-each>
    <meta property="og:type" content="article"/>
    <meta property="og:title" content="{$title}"/>
    <xsl:if test="$description != ''"><meta property="og:description" content="{$description}"/></xsl:if>
    <xsl:if test="$canonical"><meta property="og:url" content="{$canonical}"/></xsl:if>
    <xsl:if test="$resolved/r:publisher"><meta property="og:site_name" content="{$resolved/r:publisher}"/></xsl:if>
    <xsl:if test="$words/@og-locale"><meta property="og:locale" content="{$words/@og-locale}"/></xsl:if>
    <meta property="article:published_time" content="{$resolved/r:issued/@datetime}"/>
    <xsl:if test="$root/m:head/m:updated">
      <meta property="article:modified_time" content="{$root/m:head/m:updated[last()]/@when}"/>
    </xsl:if>
    <xsl:if test="$resolved/r:series[node()]"><meta property="article:section" content="{$resolved/r:series}"/></xsl:if>
    <xsl:for-each select="$root/m:head/m:keyword"><meta property="article:tag" content="{.}"/></xsl:for-each>
    <xsl:for-each select="$root/m:photo[@src]"><xsl:call-template name="card-image"/></xsl:for-each>
    <meta name="twitter:card">
      <xsl:attribute name="content">
        <xsl:choose>
          <xsl:when test="$root/m:photo/@src">summary_large_image</xsl:when>
          <xsl:otherwise>summary</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
    </meta>
    <meta name="twitter:title" content="{$title}"/>
    <xsl:if test="$description != ''"><meta name="twitter:description" content="{$description}"/></xsl:if>
    <xsl:for-each select="$root/m:photo[@src][1]">
      <meta name="twitter:image" content="{@src}"/>
      <xsl:if test="m:alt"><meta name="twitter:image:alt" content="{m:alt}"/></xsl:if>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="card-image">
    <meta property="og:image" content="{@src}"/>
    <xsl:if test="@width"><meta property="og:image:width" content="{normalize-space(@width)}"/></xsl:if>
    <xsl:if test="@height"><meta property="og:image:height" content="{normalize-space(@height)}"/></xsl:if>
    <xsl:if test="m:alt"><meta property="og:image:alt" content="{m:alt}"/></xsl:if>
  </xsl:template>

</xsl:stylesheet>
