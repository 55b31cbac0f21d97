<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- What follows the text of the article: outcomes, references, files, pages, whom to ask. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="http://www.w3.org/1999/xhtml"
    xmlns:m="urn:diplodoc:meeting-summary:1" xmlns:r="urn:diplodoc:resolved:1" exclude-result-prefixes="m r">

  <xsl:template name="tail">
    <xsl:if test="$publication or $unexpanded or $root/m:outcome or $root/m:attachment or $references or $root/m:related">
      <footer class="dd-tail">
        <xsl:if test="$root/m:outcome">
          <xsl:call-template name="list"><xsl:with-param name="label" select="$words/@outcomes"/><xsl:with-param name="entries" select="$root/m:outcome"/></xsl:call-template>
        </xsl:if>
        <xsl:if test="$root/m:attachment">
          <xsl:call-template name="list"><xsl:with-param name="label" select="$words/@attachments"/><xsl:with-param name="entries" select="$root/m:attachment"/></xsl:call-template>
        </xsl:if>
        <xsl:if test="$unexpanded">
          <xsl:call-template name="list"><xsl:with-param name="label" select="$words/@terms"/><xsl:with-param name="entries" select="$unexpanded"/></xsl:call-template>
        </xsl:if>
        <xsl:if test="$references">
          <xsl:call-template name="list"><xsl:with-param name="label" select="$words/@references"/><xsl:with-param name="entries" select="$references"/></xsl:call-template>
        </xsl:if>
        <xsl:if test="$root/m:related">
          <xsl:call-template name="list"><xsl:with-param name="label" select="$words/@related"/><xsl:with-param name="entries" select="$root/m:related"/></xsl:call-template>
        </xsl:if>
        <xsl:call-template name="publication"/>
      </footer>
    </xsl:if>
  </xsl:template>

  <xsl:template name="list">
    <xsl:param name="label"/>
    <xsl:param name="entries"/>
    <section class="dd-list" data-list="{local-name($label)}">
      <xsl:call-template name="heading"><xsl:with-param name="words" select="$label"/></xsl:call-template>
      <ul><xsl:apply-templates select="$entries"/></ul>
    </section>
  </xsl:template>

  <xsl:template match="m:outcome">
    <li>
      <xsl:call-template name="page-id"/>
      <xsl:apply-templates select="@kind | @by" mode="data"/>
      <strong class="dd-tag"><xsl:value-of select="@r:label"/></strong>
      <xsl:text> </xsl:text>
      <xsl:choose>
        <xsl:when test="@href"><a href="{@href}"><xsl:apply-templates select="m:title" mode="titled"/></a></xsl:when>
        <xsl:otherwise><xsl:apply-templates select="m:title" mode="titled"/></xsl:otherwise>
      </xsl:choose>
      <xsl:if test="m:title/@r:language or @by or @date">
        <span class="dd-more">
          <xsl:if test="m:title/@r:language"> · <xsl:value-of select="m:title/@r:language"/></xsl:if>
          <xsl:call-template name="names"><xsl:with-param name="ids" select="@by"/></xsl:call-template>
          <xsl:call-template name="day-of"/>
        </span>
      </xsl:if>
      <xsl:for-each select="m:description"><p><xsl:call-template name="sum"/><xsl:apply-templates mode="inline"/></p></xsl:for-each>
    </li>
  </xsl:template>

  <xsl:template match="m:title" mode="titled">
    <cite><xsl:call-template name="language"/><xsl:value-of select="."/></cite>
  </xsl:template>

  <xsl:template name="day-of">
    <xsl:if test="@date"><time datetime="{@date}"><xsl:call-template name="day"/></time></xsl:if>
  </xsl:template>

  <xsl:template match="m:entry">
    <li>
      <xsl:call-template name="page-id"/>
      <xsl:attribute name="data-entry"><xsl:value-of select="@r:number"/></xsl:attribute>
      <xsl:apply-templates select="@slogan | *" mode="data"/>
      <xsl:if test="m:short"><abbr title="{m:expansion}"><xsl:value-of select="m:short"/></abbr> · </xsl:if>
      <xsl:value-of select="m:expansion"/>
    </li>
  </xsl:template>

  <xsl:template match="m:reference | m:ref">
    <li>
      <xsl:call-template name="page-id"/>
      <xsl:apply-templates select="@kind" mode="data"/>
      <xsl:choose>
        <xsl:when test="@href"><a href="{@href}"><xsl:apply-templates select="." mode="plain"/></a></xsl:when>
        <xsl:otherwise><xsl:apply-templates select="." mode="plain"/></xsl:otherwise>
      </xsl:choose>
      <xsl:if test="@number or @date">
        <span class="dd-more"><xsl:call-template name="number"/><xsl:call-template name="day-of"/></span>
      </xsl:if>
    </li>
  </xsl:template>

  <xsl:template match="m:attachment | m:related">
    <li>
      <xsl:apply-templates select="@rel" mode="data"/>
      <a href="{@href}">
        <xsl:if test="@mediaType"><xsl:attribute name="type"><xsl:value-of select="@mediaType"/></xsl:attribute></xsl:if>
        <xsl:if test="@xml:lang"><xsl:attribute name="hreflang"><xsl:value-of select="@xml:lang"/></xsl:attribute></xsl:if>
        <xsl:call-template name="language"/>
        <xsl:value-of select="."/>
      </a>
      <xsl:if test="@rel or @mediaType or @r:language">
        <span class="dd-more">
          <xsl:if test="@rel"> · <xsl:value-of select="@r:kind"/></xsl:if>
          <xsl:if test="@mediaType"> · <xsl:call-template name="file-kind"/></xsl:if>
          <xsl:if test="@r:language"> · <xsl:value-of select="@r:language"/></xsl:if>
        </span>
      </xsl:if>
    </li>
  </xsl:template>

  <!-- Who issued it, under which number, and whom to ask. -->
  <xsl:template name="publication">
    <xsl:if test="$publication">
      <section class="dd-publication">
        <xsl:call-template name="heading"><xsl:with-param name="words" select="$words/@publication"/></xsl:call-template>
        <dl>
          <xsl:call-template name="detail"><xsl:with-param name="label" select="$words/@document-number"/><xsl:with-param name="value" select="$head/m:documentNumber"/></xsl:call-template>
          <xsl:call-template name="detail">
            <xsl:with-param name="label" select="$words/@issuer"/>
            <xsl:with-param name="value" select="$office"/>
            <xsl:with-param name="facts" select="$head/m:issuer/@ref | $head/m:issuer/m:office[$resolved/r:issuer]"/>
          </xsl:call-template>
          <xsl:call-template name="detail"><xsl:with-param name="label" select="$words/@spokesperson"/><xsl:with-param name="value" select="$head/m:issuer/m:spokesperson"/></xsl:call-template>
          <xsl:if test="$head/m:contact">
            <div class="dd-fact" data-detail="contact">
              <dt><xsl:value-of select="$words/@contact"/></dt>
              <xsl:for-each select="$head/m:contact"><dd><address><xsl:apply-templates select="*"/></address></dd></xsl:for-each>
            </div>
          </xsl:if>
        </dl>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="detail">
    <xsl:param name="label"/>
    <xsl:param name="value"/>
    <xsl:param name="facts" select="/.."/>
    <xsl:if test="$value">
      <div class="dd-fact" data-detail="{local-name($label)}">
        <xsl:apply-templates select="$facts" mode="data"/>
        <dt><xsl:value-of select="$label"/></dt>
        <dd><xsl:value-of select="$value"/></dd>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:template match="m:contact/m:name"><div><xsl:value-of select="."/></div></xsl:template>
  <xsl:template match="m:contact/m:phone">
    <div><a class="dd-phone" href="tel:{translate(normalize-space(.), ' ', '')}"><xsl:value-of select="."/></a></div>
  </xsl:template>
  <xsl:template match="m:contact/m:email">
    <div><a href="mailto:{normalize-space(.)}"><xsl:value-of select="."/></a></div>
  </xsl:template>

</xsl:stylesheet>
