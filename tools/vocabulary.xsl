<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- Writes a schema as Markdown: every element and type with its sentence. $first
     is the schema whose headings stand above on the page. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:param name="first"/>
  <xsl:key name="type" match="xs:schema/xs:*" use="@name"/>

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
      <xsl:value-of select="'Holds '"/>
      <xsl:call-template name="type"><xsl:with-param name="name" select=".//xs:extension/@base"/></xsl:call-template>
      <xsl:text>.&#10;</xsl:text>
    </xsl:if>
    <xsl:text>&#10;</xsl:text>
    <xsl:if test=".//xs:element | .//xs:attribute | .//xs:group[@ref]">
      <xsl:text>| part | type | how often | meaning |&#10;|---|---|---|---|&#10;</xsl:text>
      <xsl:apply-templates select=".//xs:element | .//xs:attribute | .//xs:group[@ref]" mode="row"/>
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="xs:element" mode="row">
    <xsl:value-of select="concat('| `', @name, '` | ')"/>
    <xsl:call-template name="type"/>
    <xsl:text> | </xsl:text>
    <xsl:call-template name="occurrence"/>
    <xsl:value-of select="concat(' | ', normalize-space(xs:annotation), ' |&#10;')"/>
  </xsl:template>

  <xsl:template match="xs:attribute" mode="row">
    <xsl:value-of select="concat('| `@', @name, @ref, '` | ')"/>
    <xsl:call-template name="type">
      <xsl:with-param name="name" select="concat(@type, substring('xs:language', 1, 11 * not(@type)))"/>
    </xsl:call-template>
    <xsl:text> | </xsl:text>
    <xsl:choose>
      <xsl:when test="@use='required'">required</xsl:when>
      <xsl:otherwise>optional</xsl:otherwise>
    </xsl:choose>
    <xsl:value-of select="concat(' | ', normalize-space(xs:annotation), ' |&#10;')"/>
  </xsl:template>

  <xsl:template match="xs:group" mode="row">
    <xsl:text>| parts of </xsl:text>
    <xsl:call-template name="type"><xsl:with-param name="name" select="@ref"/></xsl:call-template>
    <xsl:text> | | </xsl:text>
    <xsl:call-template name="occurrence"/>
    <xsl:text> | |&#10;</xsl:text>
  </xsl:template>

  <!-- A type, with a link to its own heading where it has one. A heading that
       stands on the page already gets a number from what shows the page. -->
  <xsl:template name="type">
    <xsl:param name="name" select="@type"/>
    <xsl:variable name="again" select="$first and document($first)/xs:schema/xs:*[@name = $name]"/>
    <xsl:choose>
      <xsl:when test="key('type', $name)">
        <xsl:value-of select="concat('[`', $name, '`](#', translate($name, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz'), substring('-1', 1, 2 * $again), ')')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="concat('`', $name, '`')"/>
      </xsl:otherwise>
    </xsl:choose>
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
