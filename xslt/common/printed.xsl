<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- What the formats for people share: words, terms and names. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:m="urn:diplodoc:meeting-summary:1" xmlns:r="urn:diplodoc:resolved:1" exclude-result-prefixes="m r">

  <xsl:include href="base.xsl"/>

  <xsl:variable name="words" select="$resolved/r:words"/>

  <!-- What stands between two sentences: nothing in Japanese and Chinese. -->
  <xsl:variable name="between" select="substring(' ', 1, number(not($root[lang('ja') or lang('zh')])))"/>

  <xsl:variable name="office" select="$resolved/r:issuer | $head/m:issuer/m:office[not($resolved/r:issuer)]"/>
  <xsl:variable name="publication" select="$office | $head/m:documentNumber | $head/m:issuer/m:spokesperson | $head/m:contact"/>

  <!-- Few documents have any, and they stand at any depth. -->
  <xsl:variable name="refs" select="$root[$resolved/r:document/@refs]//m:ref"/>

  <!-- What the text refers to: in a list of its own, or within a sentence with a number or a day. -->
  <xsl:variable name="references" select="$root/m:reference | $refs[@number or @date]"/>

  <!-- Terms of the document whose expansion no sentence prints. -->
  <xsl:variable name="unexpanded" select="$root/m:glossary/m:entry[not(@r:told)]"/>

  <!-- The sentences of an item or a paragraph, one after another. -->
  <xsl:template name="sentences">
    <xsl:for-each select="m:statement | m:narrative | m:note">
      <!-- Nothing of it in front of the first. -->
      <xsl:value-of select="substring($between, 1 + (position() = 1))"/>
      <xsl:apply-templates select="." mode="sentence"/>
    </xsl:for-each>
  </xsl:template>

  <!-- The name of a kind of file, short where its type is: PDF. -->
  <xsl:template name="file-kind">
    <xsl:variable name="subtype" select="substring-after(@mediaType, '/')"/>
    <xsl:choose>
      <xsl:when test="contains($subtype, '.') or contains($subtype, '+')"><xsl:value-of select="@mediaType"/></xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="translate($subtype, 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The names behind a list of ids, such as @speaker or @by. -->
  <xsl:template name="names">
    <xsl:param name="ids"/>
    <xsl:for-each select="$resolved/r:party | $resolved/r:party/r:person">
      <xsl:if test="contains(concat(' ', normalize-space($ids), ' '), concat(' ', @ref, ' '))">
        <xsl:text> · </xsl:text>
        <xsl:value-of select="concat(self::r:party/@short, self::r:person/@short)"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- How a person took part. -->
  <xsl:template name="attendance">
    <xsl:choose>
      <xsl:when test="@attendance = 'remote'"><xsl:value-of select="$words/@remote"/></xsl:when>
      <xsl:when test="@attendance = 'inPerson'"><xsl:value-of select="$words/@in-person"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- The number of a resolution or document, behind its title. -->
  <xsl:template name="number"><xsl:if test="@number"> · <xsl:value-of select="@number"/></xsl:if></xsl:template>

  <!-- The date of an outcome, a reference or a picture, behind its title. -->
  <xsl:template name="day">
    <xsl:choose>
      <xsl:when test="@r:date"> · <xsl:value-of select="@r:date"/></xsl:when>
      <xsl:when test="@date"> · <xsl:value-of select="@date"/></xsl:when>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
