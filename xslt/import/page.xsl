<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- The way back of html.xsl: the document of a page that has its facts beside its words (docs/html.md). It reads the
     tree of an HTML parser; what is computed is left out, since the facts tell it anew. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:diplodoc:meeting-summary:1">

  <xsl:include href="page-facts.xsl"/>
  <xsl:include href="page-text.xsl"/>

  <xsl:output method="xml"/>

  <xsl:key name="entry" match="*[@data-entry]" use="@data-entry"/>

  <xsl:variable name="article" select="//article[@data-facts]"/>
  <xsl:variable name="header" select="$article/header[@class = 'dd-head']"/>
  <xsl:variable name="tail" select="$article/footer[@class = 'dd-tail']"/>
  <xsl:variable name="details" select="$tail//div[@data-detail]"/>

  <xsl:template match="/">
    <meetingSummary xml:lang="{$article/@lang}">
      <xsl:for-each select="$article">
        <xsl:call-template name="facts"><xsl:with-param name="names">id version</xsl:with-param></xsl:call-template>
      </xsl:for-each>
      <head><xsl:call-template name="head"/></head>
      <meeting><xsl:call-template name="meeting"/></meeting>
      <xsl:apply-templates select="$article//figure[contains(concat(' ', @class, ' '), ' dd-photo ')]"/>
      <xsl:for-each select="$article/div[@class = 'dd-intro']/p[@class = 'dd-lead'][not(@data-computed)]">
        <lead><xsl:call-template name="words"/></lead>
      </xsl:for-each>
      <xsl:apply-templates select="$article/section[@class = 'dd-body']"/>
      <xsl:apply-templates select="$tail/section[@data-list = 'outcomes']/ul/li" mode="outcome"/>
      <xsl:call-template name="glossary"/>
      <xsl:apply-templates select="$article/section[@class = 'dd-body']/p[@class = 'dd-note']"/>
      <xsl:apply-templates select="$tail/section[@data-list = 'references']/ul/li[@id]" mode="reference"/>
      <xsl:apply-templates select="$tail/section[@data-list = 'attachments']/ul/li" mode="attachment"/>
      <xsl:apply-templates select="$tail/section[@data-list = 'related']/ul/li" mode="related"/>
    </meetingSummary>
  </xsl:template>

  <!-- Who published it, and when. -->
  <xsl:template name="head">
    <xsl:for-each select="$header/*[starts-with(@class, 'dd-title')][not(@data-computed)]">
      <title><xsl:call-template name="line"/></title>
    </xsl:for-each>
    <xsl:for-each select="$header/p[@class = 'dd-series']">
      <series>
        <xsl:call-template name="facts"><xsl:with-param name="names">ref</xsl:with-param></xsl:call-template>
        <xsl:if test="not(@data-computed)"><xsl:call-template name="line"/></xsl:if>
      </series>
    </xsl:for-each>
    <xsl:for-each select="$details[@data-detail = 'document-number']/dd">
      <documentNumber><xsl:call-template name="line"/></documentNumber>
    </xsl:for-each>
    <xsl:for-each select="$header/p[@class = 'dd-dateline']">
      <issued date="{time/@datetime}">
        <xsl:call-template name="facts"><xsl:with-param name="names">city</xsl:with-param></xsl:call-template>
      </issued>
    </xsl:for-each>
    <xsl:for-each select="$header/div[@class = 'dd-updates']/p">
      <updated when="{strong/time/@datetime}">
        <xsl:call-template name="facts"><xsl:with-param name="names">kind</xsl:with-param></xsl:call-template>
        <xsl:for-each select="span[@class = 'dd-words']"><xsl:call-template name="words"/></xsl:for-each>
      </updated>
    </xsl:for-each>
    <xsl:call-template name="issuer"/>
    <xsl:for-each select="$details[@data-detail = 'contact']/dd">
      <contact>
        <xsl:for-each select="address/div[not(a)]"><name><xsl:call-template name="line"/></name></xsl:for-each>
        <xsl:for-each select="address/div[a/@class = 'dd-phone']"><phone><xsl:call-template name="line"/></phone></xsl:for-each>
        <xsl:for-each select="address/div[a[not(@class)]]"><email><xsl:call-template name="line"/></email></xsl:for-each>
      </contact>
    </xsl:for-each>
    <xsl:for-each select="$header//span[@class = 'dd-translation']">
      <translation>
        <xsl:call-template name="facts"><xsl:with-param name="names">of standing date</xsl:with-param></xsl:call-template>
      </translation>
    </xsl:for-each>
    <xsl:for-each select="/html/head/meta[@property = 'article:tag']">
      <keyword><xsl:value-of select="normalize-space(@content)"/></keyword>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="issuer">
    <xsl:variable name="office" select="$details[@data-detail = 'issuer']"/>
    <xsl:variable name="spokesperson" select="$details[@data-detail = 'spokesperson']"/>
    <xsl:if test="$office or $spokesperson">
      <issuer>
        <xsl:for-each select="$office">
          <xsl:call-template name="facts"><xsl:with-param name="names">ref</xsl:with-param></xsl:call-template>
          <xsl:call-template name="children"><xsl:with-param name="names">office</xsl:with-param></xsl:call-template>
          <xsl:if test="not(@data-ref)">
            <xsl:for-each select="dd"><office><xsl:call-template name="line"/></office></xsl:for-each>
          </xsl:if>
        </xsl:for-each>
        <xsl:for-each select="$spokesperson/dd"><spokesperson><xsl:call-template name="line"/></spokesperson></xsl:for-each>
      </issuer>
    </xsl:if>
  </xsl:template>

  <!-- Pictures. -->
  <xsl:template match="figure">
    <photo>
      <xsl:call-template name="page-id"/>
      <xsl:copy-of select="img/@src | img/@width | img/@height"/>
      <xsl:for-each select="figcaption/time"><xsl:attribute name="date"><xsl:value-of select="@datetime"/></xsl:attribute></xsl:for-each>
      <caption><xsl:for-each select="figcaption/span[@class = 'dd-words']"><xsl:call-template name="words"/></xsl:for-each></caption>
      <xsl:for-each select="img/@alt[. != ''] | p[@class = 'dd-alt']"><alt><xsl:value-of select="normalize-space()"/></alt></xsl:for-each>
      <xsl:for-each select="figcaption/small[@class = 'dd-credit']"><credit><xsl:call-template name="line"/></credit></xsl:for-each>
    </photo>
  </xsl:template>

  <!-- Lists behind the text. -->
  <xsl:template match="li" mode="outcome">
    <outcome>
      <xsl:call-template name="page-id"/>
      <xsl:call-template name="facts"><xsl:with-param name="names">kind by</xsl:with-param></xsl:call-template>
      <xsl:copy-of select="a/@href"/>
      <xsl:for-each select="span[@class = 'dd-more']/time"><xsl:attribute name="date"><xsl:value-of select="@datetime"/></xsl:attribute></xsl:for-each>
      <xsl:for-each select=".//cite[1]">
        <title><xsl:call-template name="language"/><xsl:call-template name="line"/></title>
      </xsl:for-each>
      <xsl:for-each select="p"><description><xsl:call-template name="words"/></description></xsl:for-each>
    </outcome>
  </xsl:template>

  <xsl:template match="li" mode="reference">
    <reference>
      <xsl:call-template name="page-id"/>
      <xsl:call-template name="facts"><xsl:with-param name="names">kind</xsl:with-param></xsl:call-template>
      <xsl:copy-of select="a/@href"/>
      <xsl:for-each select="span[@class = 'dd-more']/time"><xsl:attribute name="date"><xsl:value-of select="@datetime"/></xsl:attribute></xsl:for-each>
      <xsl:call-template name="own-line"/>
    </reference>
  </xsl:template>

  <xsl:template match="li" mode="attachment">
    <attachment><xsl:call-template name="linked"/></attachment>
  </xsl:template>

  <xsl:template match="li" mode="related">
    <related>
      <xsl:call-template name="facts"><xsl:with-param name="names">rel</xsl:with-param></xsl:call-template>
      <xsl:call-template name="linked"/>
    </related>
  </xsl:template>

  <xsl:template name="linked">
    <xsl:for-each select="a[1]">
      <xsl:copy-of select="@href"/>
      <xsl:for-each select="@type"><xsl:attribute name="mediaType"><xsl:value-of select="."/></xsl:attribute></xsl:for-each>
    </xsl:for-each>
    <xsl:for-each select="a[1]"><xsl:call-template name="language"/></xsl:for-each>
    <xsl:call-template name="own-line"/>
  </xsl:template>

  <!-- The text of an entry, without what is told behind it. -->
  <xsl:template name="own-line">
    <xsl:variable name="text"><xsl:copy-of select="node()[not(self::span[@class = 'dd-more'])]"/></xsl:variable>
    <xsl:value-of select="normalize-space($text)"/>
  </xsl:template>

  <!-- Entries that are explained in the text, and those in the list behind it; each once, in the order of the glossary. -->
  <xsl:template name="glossary">
    <xsl:variable name="entries" select="$article//*[@data-entry]"/>
    <xsl:if test="$entries">
      <glossary>
        <xsl:for-each select="$entries">
          <xsl:sort select="@data-entry" data-type="number"/>
          <xsl:if test="generate-id() = generate-id(key('entry', @data-entry)[1])">
            <entry>
              <xsl:for-each select="@data-ref"><xsl:attribute name="id"><xsl:value-of select="."/></xsl:attribute></xsl:for-each>
              <xsl:if test="not(@data-ref)"><xsl:call-template name="page-id"/></xsl:if>
              <xsl:call-template name="facts"><xsl:with-param name="names">slogan</xsl:with-param></xsl:call-template>
              <xsl:call-template name="children"><xsl:with-param name="names">short expansion</xsl:with-param></xsl:call-template>
            </entry>
          </xsl:if>
        </xsl:for-each>
      </glossary>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
