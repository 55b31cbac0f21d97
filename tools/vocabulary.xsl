<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- Writes a schema as Markdown: every element and type with its sentence. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="/xs:schema">
    <xsl:value-of select="concat('## Namespace `', @targetNamespace, '`&#10;&#10;')"/>
    <xsl:value-of select="concat(normalize-space(xs:annotation), '&#10;&#10;')"/>
    <xsl:for-each select="xs:element">
      <xsl:value-of select="concat('The root is `', @name, '`. ', normalize-space(xs:annotation), '&#10;&#10;')"/>
    </xsl:for-each>
    <xsl:apply-templates select="xs:complexType | xs:group"/>
    <xsl:text>### Values&#10;&#10;</xsl:text>
    <xsl:apply-templates select="xs:simpleType"/>
  </xsl:template>

  <xsl:template match="xs:complexType | xs:group">
    <xsl:value-of select="concat('### ', @name, '&#10;&#10;', normalize-space(xs:annotation), '&#10;')"/>
    <xsl:if test="@mixed">
      <xsl:text>May hold text.&#10;</xsl:text>
    </xsl:if>
    <xsl:if test=".//xs:extension">
      <xsl:value-of select="concat('Holds `', .//xs:extension/@base, '`.&#10;')"/>
    </xsl:if>
    <xsl:text>&#10;</xsl:text>
    <xsl:if test=".//xs:element | .//xs:attribute | .//xs:group[@ref]">
      <xsl:text>| part | type | how often | meaning |&#10;|---|---|---|---|&#10;</xsl:text>
      <xsl:apply-templates select=".//xs:element | .//xs:attribute | .//xs:group[@ref]" mode="row"/>
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="xs:element" mode="row">
    <xsl:value-of select="concat('| `', @name, '` | `', @type, '` | ')"/>
    <xsl:call-template name="occurrence"/>
    <xsl:value-of select="concat(' | ', normalize-space(xs:annotation), ' |&#10;')"/>
  </xsl:template>

  <xsl:template match="xs:attribute" mode="row">
    <xsl:value-of select="concat('| `@', @name, @ref, '` | `', @type, substring('xs:language', 1, 11 * not(@type)), '` | ')"/>
    <xsl:choose>
      <xsl:when test="@use='required'">required</xsl:when>
      <xsl:otherwise>optional</xsl:otherwise>
    </xsl:choose>
    <xsl:value-of select="concat(' | ', normalize-space(xs:annotation), ' |&#10;')"/>
  </xsl:template>

  <xsl:template match="xs:group" mode="row">
    <xsl:value-of select="concat('| parts of ', @ref, ' | | ')"/>
    <xsl:call-template name="occurrence"/>
    <xsl:text> | |&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="occurrence">
    <xsl:variable name="choice" select="ancestor-or-self::*[@maxOccurs='unbounded']"/>
    <xsl:variable name="optional" select="ancestor-or-self::*[@minOccurs='0'] | parent::xs:choice"/>
    <xsl:choose>
      <xsl:when test="$choice and $optional">any number</xsl:when>
      <xsl:when test="$choice">once or more</xsl:when>
      <xsl:when test="$optional">at most once</xsl:when>
      <xsl:otherwise>once</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="xs:simpleType">
    <xsl:value-of select="concat('#### ', @name, '&#10;&#10;', normalize-space(xs:annotation), '&#10;&#10;')"/>
    <xsl:for-each select="xs:restriction/xs:enumeration">
      <xsl:value-of select="concat('- `', @value, '`: ', normalize-space(xs:annotation), '&#10;')"/>
      <xsl:if test="position()=last()">
        <xsl:text>&#10;</xsl:text>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
