<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- What was said, and words with elements in them. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:diplodoc:meeting-summary:1">

  <!-- Text is asked for; what nobody asks for is found when the pages are compared. -->
  <xsl:template match="text()"/>

  <!-- Text on one line. -->
  <xsl:template name="line">
    <xsl:variable name="text"><xsl:apply-templates mode="words"/></xsl:variable>
    <xsl:value-of select="normalize-space($text)"/>
  </xsl:template>

  <xsl:template match="section[@class = 'dd-body']">
    <body><xsl:apply-templates mode="body" select="*[not(self::p[@class = 'dd-note'])]"/></body>
  </xsl:template>

  <xsl:template match="*" mode="body"/>

  <xsl:template match="*[@class = 'dd-topic']" mode="body">
    <topic>
      <xsl:call-template name="page-id"/>
      <xsl:call-template name="facts"><xsl:with-param name="names">subject</xsl:with-param></xsl:call-template>
      <xsl:apply-templates mode="body"/>
    </topic>
  </xsl:template>

  <xsl:template match="*[@class = 'dd-heading']" mode="body">
    <heading><xsl:call-template name="line"/></heading>
  </xsl:template>

  <xsl:template match="ol" mode="body"><xsl:apply-templates select="li" mode="body"/></xsl:template>

  <!-- Numbers are counted anew. -->
  <xsl:template match="li" mode="body">
    <item>
      <xsl:call-template name="page-id"/>
      <xsl:apply-templates select="div[@class = 'dd-content']/*" mode="item"/>
    </item>
  </xsl:template>

  <xsl:template match="*" mode="item"><xsl:apply-templates select="." mode="body"/></xsl:template>
  <xsl:template match="p" mode="item"><xsl:call-template name="sentences"/></xsl:template>

  <!-- Also one that an editor of the page wrote. -->
  <xsl:template match="p" mode="body">
    <paragraph><xsl:call-template name="page-id"/><xsl:call-template name="sentences"/></paragraph>
  </xsl:template>

  <!-- Text that is of no sentence is narrative. -->
  <xsl:template name="sentences">
    <xsl:choose>
      <xsl:when test="text()[normalize-space()] or not(span[@class = 'dd-sentence'] or small)">
        <narrative><xsl:call-template name="words"/></narrative>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="*" mode="sentence"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="*" mode="sentence">
    <narrative><xsl:call-template name="page-id"/><xsl:call-template name="words"/></narrative>
  </xsl:template>

  <xsl:template match="span[@data-act]" mode="sentence">
    <statement>
      <xsl:call-template name="page-id"/>
      <xsl:call-template name="facts"><xsl:with-param name="names">speaker act manner reply-to quoted</xsl:with-param></xsl:call-template>
      <xsl:choose>
        <xsl:when test="@data-quoted = 'direct'"><xsl:apply-templates select="text() | q/node() | *[not(self::q)]" mode="words"/></xsl:when>
        <xsl:otherwise><xsl:call-template name="words"/></xsl:otherwise>
      </xsl:choose>
    </statement>
  </xsl:template>

  <xsl:template match="small[@class = 'dd-note']" mode="sentence">
    <note><xsl:call-template name="page-id"/><xsl:call-template name="words"/></note>
  </xsl:template>

  <xsl:template match="p[@class = 'dd-note']">
    <note><xsl:call-template name="page-id"/><xsl:call-template name="words"/></note>
  </xsl:template>

  <!-- Words and the elements in them. -->
  <xsl:template name="words"><xsl:apply-templates mode="words"/></xsl:template>

  <xsl:template match="*" mode="words"><xsl:apply-templates mode="words"/></xsl:template>
  <xsl:template match="script | style" mode="words"/>
  <xsl:template match="span[@data-computed][not(@class)]" mode="words"/>

  <!-- The first words of an occasion are written as data-begins has them. -->
  <xsl:template match="text()" mode="words">
    <xsl:variable name="first" select="ancestor::span[@data-begins][1]"/>
    <xsl:choose>
      <xsl:when test="(generate-id() = generate-id($first/node()[1]) or generate-id() = generate-id($first/node()[1]/node()[1])) and $first">
        <xsl:variable name="text" select="substring-after(., substring-before(., substring(normalize-space(), 1, 1)))"/>
        <xsl:value-of select="concat($first/@data-begins, substring($text, string-length($first/@data-begins) + 1))"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What was computed is told anew by an empty element. -->
  <xsl:template name="written"><xsl:if test="not(@data-computed)"><xsl:apply-templates mode="words"/></xsl:if></xsl:template>

  <xsl:template match="span[@class = 'dd-person'][@data-ref]" mode="words">
    <person ref="{@data-ref}"><xsl:call-template name="written"/></person>
  </xsl:template>

  <xsl:template match="span[@class = 'dd-party'][@data-ref]" mode="words">
    <party>
      <xsl:call-template name="facts"><xsl:with-param name="names">ref form</xsl:with-param></xsl:call-template>
      <xsl:call-template name="written"/>
    </party>
  </xsl:template>

  <xsl:template match="span[@class = 'dd-term'][@data-ref]" mode="words">
    <term ref="{@data-ref}"><xsl:call-template name="written"/></term>
  </xsl:template>

  <xsl:template match="time[@datetime]" mode="words">
    <xsl:variable name="name">
      <xsl:choose>
        <xsl:when test="contains(@datetime, 'T')">time</xsl:when>
        <xsl:otherwise>date</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:element name="{$name}">
      <xsl:attribute name="when"><xsl:value-of select="@datetime"/></xsl:attribute>
      <xsl:call-template name="written"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="data[@class = 'dd-money']" mode="words">
    <money currency="{substring-before(@value, ' ')}" amount="{substring-after(@value, ' ')}">
      <xsl:call-template name="facts"><xsl:with-param name="names">hedge</xsl:with-param></xsl:call-template>
      <xsl:call-template name="written"/>
    </money>
  </xsl:template>

  <xsl:template match="data[@class = 'dd-quantity']" mode="words">
    <quantity value="{@value}">
      <xsl:call-template name="facts"><xsl:with-param name="names">unit hedge</xsl:with-param></xsl:call-template>
      <xsl:call-template name="written"/>
    </quantity>
  </xsl:template>

  <xsl:template match="q" mode="words">
    <quote>
      <xsl:call-template name="facts"><xsl:with-param name="names">speaker</xsl:with-param></xsl:call-template>
      <xsl:call-template name="words"/>
    </quote>
  </xsl:template>

  <xsl:template match="bdi[@lang]" mode="words">
    <foreign><xsl:call-template name="language"/><xsl:call-template name="words"/></foreign>
  </xsl:template>

  <xsl:template match="a[@data-kind] | span[@class = 'dd-ref'][@data-kind]" mode="words">
    <ref>
      <xsl:call-template name="facts"><xsl:with-param name="names">kind target</xsl:with-param></xsl:call-template>
      <xsl:if test="starts-with(@href, '#dd-id-')"><xsl:attribute name="target"><xsl:value-of select="substring(@href, 8)"/></xsl:attribute></xsl:if>
      <xsl:call-template name="facts"><xsl:with-param name="names">date number</xsl:with-param></xsl:call-template>
      <xsl:if test="@href and not(starts-with(@href, '#dd-id-'))"><xsl:copy-of select="@href"/></xsl:if>
      <xsl:call-template name="written"/>
    </ref>
  </xsl:template>

</xsl:stylesheet>
