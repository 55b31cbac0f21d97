<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- A complete page. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="http://www.w3.org/1999/xhtml"
    xmlns:m="urn:diplodoc:meeting-summary:1" xmlns:r="urn:diplodoc:resolved:1" exclude-result-prefixes="m">

  <xsl:include href="common/printed.xsl"/>
  <xsl:include href="common/html-article.xsl"/>
  <xsl:include href="common/html-head.xsl"/>
  <xsl:include href="common/json-ld.xsl"/>

  <xsl:output method="xml"/>

  <xsl:variable name="top" select="1"/>

  <xsl:template match="/">
    <html lang="{$root/@xml:lang}" dir="{$resolved/r:document/@dir}">
      <head>
        <r:theme/>
        <xsl:call-template name="metadata"/>
        <script type="application/ld+json"><xsl:call-template name="json-ld"/></script>
      </head>
      <body class="dd-page">
        <a class="dd-skip" href="#dd-main-text"><xsl:value-of select="$words/@skip"/></a>
        <xsl:call-template name="masthead"/>
        <main class="dd-main" id="dd-main-text" tabindex="-1">
          <xsl:call-template name="not-valid"/>
          <xsl:call-template name="article"/>
        </main>
        <xsl:call-template name="page-end"/>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="masthead">
    <xsl:variable name="editions" select="$root/m:related[@rel = 'translation' and @xml:lang]"/>
    <xsl:if test="$resolved/r:publisher or $editions">
      <header class="dd-masthead">
        <xsl:if test="$resolved/r:publisher"><p class="dd-publisher"><xsl:call-template name="publisher"/></p></xsl:if>
        <xsl:if test="$editions">
          <nav class="dd-editions" aria-label="{$words/@languages}">
            <ul>
              <xsl:for-each select="$editions">
                <li><a href="{@href}" hreflang="{@xml:lang}" lang="{@xml:lang}" rel="alternate"><xsl:value-of select="@r:autonym"/></a></li>
              </xsl:for-each>
            </ul>
          </nav>
        </xsl:if>
      </header>
    </xsl:if>
  </xsl:template>

  <xsl:template name="publisher">
    <xsl:for-each select="$resolved/r:publisher">
      <xsl:choose>
        <xsl:when test="@href"><a href="{@href}"><xsl:value-of select="."/></a></xsl:when>
        <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="page-end">
    <xsl:for-each select="$resolved/r:backLink[node()]">
      <footer class="dd-end">
        <p>
          <xsl:choose>
            <xsl:when test="@href"><a class="dd-back" href="{@href}"><xsl:value-of select="."/></a></xsl:when>
            <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
          </xsl:choose>
        </p>
      </footer>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
