<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- One fact of the document as one typed JSON value under its own name. The callers name the facts they take. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="http://www.w3.org/2005/xpath-functions"
    xmlns:m="urn:diplodoc:meeting-summary:1" xmlns:r="urn:diplodoc:resolved:1" exclude-result-prefixes="m r">

  <xsl:template match="@*" mode="fact">
    <string key="{local-name()}"><xsl:value-of select="normalize-space(.)"/></string>
  </xsl:template>
  <xsl:template match="*" mode="fact">
    <string key="{local-name()}"><xsl:value-of select="."/></string>
  </xsl:template>

  <xsl:template match="m:meetingSummary/@version | m:ordinal/@number | m:photo/@width | m:photo/@height | m:money/@amount | m:quantity/@value" mode="fact">
    <xsl:choose>
      <!-- Most are written as XPath writes them. -->
      <xsl:when test="string-length(.) &lt; 16 and . &gt;= 0 and string(number(.)) = .">
        <number key="{local-name()}"><xsl:value-of select="."/></number>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="number"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="number">
    <xsl:variable name="value" select="normalize-space(.)"/>
    <xsl:variable name="fraction" select="substring-after($value, '.')"/>
    <xsl:variable name="digits" select="translate($value, '.', '')"/>
    <xsl:variable name="first" select="substring($value, 1, 1)"/>
    <xsl:choose>
      <!-- What a reader of JSON might round or write in another way stays a string. -->
      <xsl:when test="translate($digits, '0123456789', '') = '' and string-length($digits) &lt; 16 and $first != '' and $first != '.'
          and not($first = '0' and $value != '0' and not(starts-with($value, '0.'))) and not(contains($fraction, '.'))
          and not($fraction = '' and contains($value, '.')) and substring($fraction, string-length($fraction)) != '0'">
        <number key="{local-name()}"><xsl:value-of select="$value"/></number>
      </xsl:when>
      <xsl:otherwise><string key="{local-name()}"><xsl:value-of select="$value"/></string></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="m:duration/@total | m:party/@others | m:office/@acting | m:entry/@slogan | m:term/@r:first" mode="fact">
    <xsl:variable name="value" select="normalize-space(.)"/>
    <boolean key="{local-name()}">
      <xsl:choose>
        <xsl:when test="$value = 'true' or $value = '1'">true</xsl:when>
        <xsl:otherwise>false</xsl:otherwise>
      </xsl:choose>
    </boolean>
  </xsl:template>

  <!-- Lists of ids. -->
  <xsl:template match="m:statement/@speaker | m:place/@remoteFor | m:occasion/@party | m:outcome/@by" mode="fact">
    <array key="{local-name()}"><xsl:call-template name="list"/></array>
  </xsl:template>
  <xsl:template name="list">
    <xsl:choose>
      <xsl:when test="contains(normalize-space(.), ' ')">
        <xsl:choose>
          <xsl:when test="contains(substring-after(normalize-space(.), ' '), ' ')">
            <xsl:call-template name="tokens"><xsl:with-param name="list" select="normalize-space(.)"/></xsl:call-template>
          </xsl:when>
          <xsl:otherwise>
            <string><xsl:value-of select="substring-before(normalize-space(.), ' ')"/></string>
            <string><xsl:value-of select="substring-after(normalize-space(.), ' ')"/></string>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:when>
      <xsl:when test="normalize-space(.)"><string><xsl:value-of select="normalize-space(.)"/></string></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Cut in halves: one call within another for each word would be too deep, and slow. -->
  <xsl:template name="tokens">
    <xsl:param name="list"/>
    <xsl:choose>
      <xsl:when test="$list = ''"/>
      <xsl:when test="not(contains($list, ' '))"><string><xsl:value-of select="$list"/></string></xsl:when>
      <xsl:otherwise>
        <xsl:variable name="half" select="floor(string-length($list) div 2)"/>
        <xsl:variable name="end" select="substring($list, $half + 1)"/>
        <xsl:choose>
          <xsl:when test="contains($end, ' ')">
            <xsl:call-template name="tokens"><xsl:with-param name="list" select="concat(substring($list, 1, $half), substring-before($end, ' '))"/></xsl:call-template>
            <xsl:call-template name="tokens"><xsl:with-param name="list" select="substring-after($end, ' ')"/></xsl:call-template>
          </xsl:when>
          <xsl:otherwise>
            <xsl:call-template name="tokens"><xsl:with-param name="list" select="substring-before($list, ' ')"/></xsl:call-template>
            <xsl:call-template name="tokens"><xsl:with-param name="list" select="substring-after($list, ' ')"/></xsl:call-template>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- An element that has attributes and nothing else. -->
  <xsl:template match="m:issued" mode="attributes"><map key="issued"><xsl:apply-templates select="@date | @city" mode="fact"/></map></xsl:template>
  <xsl:template match="m:translation" mode="attributes"><map key="translation"><xsl:apply-templates select="@of | @standing | @date" mode="fact"/></map></xsl:template>
  <xsl:template match="m:release" mode="attributes"><map key="release"><xsl:apply-templates select="@state | @notBefore | @classification" mode="fact"/></map></xsl:template>
  <xsl:template match="m:start" mode="attributes"><map key="start"><xsl:apply-templates select="@when | @zone | @hedge | @precision | @partOfDay | @show" mode="fact"/></map></xsl:template>
  <xsl:template match="m:end" mode="attributes"><map key="end"><xsl:apply-templates select="@when | @hedge" mode="fact"/></map></xsl:template>
  <xsl:template match="m:duration" mode="attributes"><map key="duration"><xsl:apply-templates select="@value | @hedge | @total" mode="fact"/></map></xsl:template>
  <xsl:template match="m:importer" mode="attributes"><map key="importer"><xsl:apply-templates select="@name | @version" mode="fact"/></map></xsl:template>

  <!-- The text of an element that has attributes too; none where it was computed. -->
  <xsl:template name="text">
    <xsl:if test="string(.) != '' and not(@r:generated)"><string key="text"><xsl:value-of select="."/></string></xsl:if>
  </xsl:template>

  <xsl:template name="day-in-words">
    <xsl:if test="@r:date"><map key="computed"><xsl:apply-templates select="@r:date" mode="fact"/></map></xsl:if>
  </xsl:template>

  <xsl:template name="language-name">
    <xsl:if test="@r:language or @r:dir"><map key="computed"><xsl:apply-templates select="@r:language | @r:dir" mode="fact"/></map></xsl:if>
  </xsl:template>

</xsl:stylesheet>
