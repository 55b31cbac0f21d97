<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- What all formats share: the parts of the document, and mixed text as plain text. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:m="urn:diplodoc:meeting-summary:1" xmlns:r="urn:diplodoc:resolved:1" exclude-result-prefixes="m r">

  <xsl:key name="reference" match="m:reference" use="@id"/>

  <xsl:variable name="root" select="/m:meetingSummary"/>
  <xsl:variable name="resolved" select="$root/r:resolved"/>
  <xsl:variable name="event" select="$resolved/r:event"/>
  <xsl:variable name="head" select="$root/m:head"/>

  <!-- What stands between two sentences: nothing in Japanese and Chinese. -->
  <xsl:template name="between">
    <xsl:if test="not(lang('ja') or lang('zh'))"><xsl:text> </xsl:text></xsl:if>
  </xsl:template>

  <!-- Mixed text as plain text. -->
  <xsl:template match="text()" mode="plain"><xsl:value-of select="."/></xsl:template>
  <xsl:template match="*" mode="plain">
    <xsl:value-of select="@r:open"/>
    <xsl:apply-templates mode="plain"/>
    <xsl:value-of select="@r:close"/>
  </xsl:template>
  <!-- A reference without words of its own is named by its title. -->
  <xsl:template match="m:ref[not(node())]" mode="plain">
    <xsl:value-of select="key('reference', @target)"/>
  </xsl:template>

  <!-- The sentences of an item or a paragraph, one after another. -->
  <xsl:template name="sentences">
    <xsl:for-each select="m:statement | m:narrative | m:note">
      <xsl:if test="position() &gt; 1"><xsl:call-template name="between"/></xsl:if>
      <xsl:apply-templates select="." mode="sentence"/>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="*" mode="sentence"><xsl:apply-templates select="." mode="plain"/></xsl:template>

</xsl:stylesheet>
