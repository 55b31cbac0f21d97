<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- The article: headline, notices, pictures, lead, facts and text. The stylesheet that includes it sets
     $top, the level of the headline. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="http://www.w3.org/1999/xhtml"
    xmlns:m="urn:diplodoc:meeting-summary:1" xmlns:r="urn:diplodoc:resolved:1" exclude-result-prefixes="m r">

  <xsl:include href="html-data.xsl"/>
  <xsl:include href="html-facts.xsl"/>
  <xsl:include href="html-inline.xsl"/>
  <xsl:include href="html-tail.xsl"/>

  <xsl:template name="article">
    <xsl:variable name="meeting" select="$root/m:meeting"/>
    <article class="dd-summary" lang="{$root/@xml:lang}" dir="{$resolved/r:document/@dir}"
        data-facts="1" data-id="{normalize-space($root/@id)}">
      <xsl:apply-templates select="$root/@version | $meeting/@*" mode="data"/>
      <xsl:call-template name="headline"/>
      <div class="dd-intro">
        <xsl:apply-templates select="$root/m:photo[1]"/>
        <p class="dd-lead">
          <xsl:if test="not($root/m:lead)"><xsl:call-template name="computed"/></xsl:if>
          <xsl:for-each select="$root/m:lead"><xsl:call-template name="sum"/></xsl:for-each>
          <xsl:for-each select="$root/m:lead | $resolved/r:lead[not($root/m:lead)]">
            <xsl:call-template name="quoted"/>
          </xsl:for-each>
        </p>
      </div>
      <xsl:apply-templates select="$root/m:body"/>
      <xsl:if test="$root/m:photo[2]">
        <div class="dd-gallery"><xsl:apply-templates select="$root/m:photo[position() &gt; 1]"/></div>
      </xsl:if>
      <aside class="dd-side" aria-labelledby="dd-facts">
        <xsl:call-template name="facts"/>
        <xsl:call-template name="participants"/>
      </aside>
      <xsl:call-template name="tail"/>
    </article>
  </xsl:template>

  <!-- The mark of a document that was converted although it is not valid. -->
  <xsl:template name="not-valid">
    <xsl:if test="$resolved/r:document/@valid = 'false'">
      <p class="dd-not-valid" role="note"><xsl:value-of select="$words/@not-valid"/></p>
    </xsl:if>
  </xsl:template>

  <!-- A heading so many levels below the headline. -->
  <xsl:template name="heading">
    <xsl:param name="below" select="1"/>
    <xsl:param name="words"/>
    <xsl:param name="id"/>
    <xsl:variable name="level" select="$top + $below"/>
    <xsl:variable name="shown" select="$level * ($level &lt; 6) + 6 * ($level &gt;= 6)"/>
    <xsl:element name="h{$shown}">
      <xsl:attribute name="class">dd-heading</xsl:attribute>
      <xsl:if test="$id"><xsl:attribute name="id"><xsl:value-of select="$id"/></xsl:attribute></xsl:if>
      <xsl:value-of select="$words"/>
    </xsl:element>
  </xsl:template>

  <xsl:template name="headline">
    <header class="dd-head">
      <xsl:for-each select="$resolved/r:series[node()]">
        <p class="dd-series">
          <xsl:apply-templates select="$head/m:series/@ref" mode="data"/>
          <xsl:if test="$head/m:series[not(normalize-space())]"><xsl:call-template name="computed"/></xsl:if>
          <xsl:choose>
            <xsl:when test="@href"><a href="{@href}"><xsl:value-of select="."/></a></xsl:when>
            <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
          </xsl:choose>
        </p>
      </xsl:for-each>
      <xsl:element name="h{$top}">
        <xsl:attribute name="class">
          <xsl:text>dd-title</xsl:text>
          <xsl:if test="string-length($resolved/r:title) &gt; 80"> dd-title-long</xsl:if>
        </xsl:attribute>
        <xsl:if test="$resolved/r:title/@generated = 'true'"><xsl:call-template name="computed"/></xsl:if>
        <xsl:value-of select="$resolved/r:title"/>
      </xsl:element>
      <p class="dd-dateline">
        <xsl:apply-templates select="$head/m:issued/@city" mode="data"/>
        <time datetime="{$resolved/r:issued/@datetime}"><xsl:value-of select="$resolved/r:issued"/></time>
        <xsl:if test="$resolved/r:translation">
          <xsl:text> </xsl:text>
          <span class="dd-translation">
            <xsl:apply-templates select="$head/m:translation/@*" mode="data"/>
            <xsl:value-of select="$resolved/r:translation"/>
          </span>
        </xsl:if>
      </p>
      <xsl:if test="$root/m:head/m:updated">
        <div class="dd-updates" role="note">
          <xsl:for-each select="$root/m:head/m:updated">
            <p>
              <xsl:apply-templates select="@kind" mode="data"/>
              <strong class="dd-tag"><time datetime="{@when}"><xsl:value-of select="@r:label"/></time></strong>
              <xsl:text> </xsl:text>
              <span class="dd-words"><xsl:call-template name="sum"/><xsl:apply-templates mode="inline"/></span>
            </p>
          </xsl:for-each>
        </div>
      </xsl:if>
    </header>
  </xsl:template>

  <xsl:template match="m:photo">
    <figure class="dd-photo">
      <xsl:call-template name="page-id"/>
      <xsl:if test="@src">
        <img src="{@src}" alt="{m:alt}">
          <xsl:if test="@width"><xsl:attribute name="width"><xsl:value-of select="normalize-space(@width)"/></xsl:attribute></xsl:if>
          <xsl:if test="@height"><xsl:attribute name="height"><xsl:value-of select="normalize-space(@height)"/></xsl:attribute></xsl:if>
        </img>
      </xsl:if>
      <xsl:if test="not(@src) and m:alt"><p class="dd-alt"><xsl:value-of select="m:alt"/></p></xsl:if>
      <figcaption>
        <xsl:for-each select="m:caption">
          <span class="dd-words"><xsl:call-template name="sum"/><xsl:apply-templates mode="inline"/></span>
        </xsl:for-each>
        <xsl:call-template name="day-of"/>
        <xsl:if test="m:credit">
          <xsl:text> </xsl:text>
          <small class="dd-credit">
            <xsl:if test="$words/@credit != ''"><span data-computed=""><xsl:value-of select="$words/@credit"/></span></xsl:if>
            <xsl:text> </xsl:text>
            <xsl:value-of select="m:credit"/>
          </small>
        </xsl:if>
      </figcaption>
    </figure>
  </xsl:template>

  <!-- What was said. -->
  <xsl:template match="m:body">
    <section class="dd-body" aria-label="{$words/@summary}">
      <xsl:call-template name="contents"/>
      <xsl:for-each select="$root/m:note">
        <p class="dd-note"><xsl:call-template name="page-id"/><xsl:call-template name="sum"/><xsl:call-template name="quoted"/></p>
      </xsl:for-each>
    </section>
  </xsl:template>

  <!-- A topic without a heading is no section of the page. -->
  <xsl:template match="m:topic">
    <xsl:variable name="element">
      <xsl:choose>
        <xsl:when test="m:heading">section</xsl:when>
        <xsl:otherwise>div</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:element name="{$element}" namespace="http://www.w3.org/1999/xhtml">
      <xsl:attribute name="class">dd-topic</xsl:attribute>
      <xsl:call-template name="page-id"/>
      <xsl:apply-templates select="@subject" mode="data"/>
      <xsl:apply-templates select="m:heading"/>
      <xsl:call-template name="contents"/>
    </xsl:element>
  </xsl:template>

  <!-- Items one after another are one list. -->
  <xsl:template name="contents">
    <xsl:choose>
      <xsl:when test="m:item and not(m:paragraph or m:topic)">
        <ol class="dd-items"><xsl:apply-templates select="m:item"/></ol>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="m:topic | m:paragraph | m:item[not(preceding-sibling::*[1][self::m:item])]">
          <xsl:choose>
            <xsl:when test="self::m:item">
              <xsl:variable name="next" select="following-sibling::*[not(self::m:item)][1]"/>
              <xsl:variable name="behind" select="count($next | $next/following-sibling::*)"/>
              <xsl:variable name="more" select="count(following-sibling::*) - $behind"/>
              <ol class="dd-items"><xsl:apply-templates select=". | following-sibling::*[position() &lt;= $more]"/></ol>
            </xsl:when>
            <xsl:otherwise><xsl:apply-templates select="."/></xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="m:item">
    <li class="dd-item">
      <xsl:if test="@id"><xsl:call-template name="page-id"/></xsl:if>
      <span class="dd-label"><xsl:value-of select="@r:label"/></span>
      <div class="dd-content">
        <xsl:apply-templates select="m:heading"/>
        <xsl:if test="m:statement or m:narrative or m:note"><p><xsl:call-template name="sentences"/></p></xsl:if>
        <xsl:if test="m:item"><ol class="dd-items"><xsl:apply-templates select="m:item"/></ol></xsl:if>
      </div>
    </li>
  </xsl:template>

  <xsl:template match="m:paragraph">
    <p class="dd-paragraph"><xsl:call-template name="page-id"/><xsl:call-template name="sentences"/></p>
  </xsl:template>

  <xsl:template match="m:heading">
    <xsl:call-template name="heading">
      <xsl:with-param name="below" select="count(ancestor::m:topic[m:heading] | ancestor::m:item[m:heading])"/>
      <xsl:with-param name="words" select="."/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
