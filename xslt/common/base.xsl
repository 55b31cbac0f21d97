<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- What all formats share: the parts of the document, and mixed text as plain text. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:m="urn:diplodoc:meeting-summary:1" xmlns:r="urn:diplodoc:resolved:1" exclude-result-prefixes="m r">

  <!-- Keys go over the whole document where one of them is first asked for: only what few documents have is found by one. -->
  <xsl:key name="reference" match="m:reference" use="@id"/>

  <xsl:variable name="root" select="/m:meetingSummary"/>
  <xsl:variable name="resolved" select="$root/r:resolved"/>
  <xsl:variable name="event" select="$resolved/r:event"/>
  <xsl:variable name="head" select="$root/m:head"/>

  <!-- Mixed text as plain text; text alone is copied by the rule that XSLT has for it. -->
  <xsl:template match="m:statement | m:narrative | m:note | m:quote | m:term" mode="plain">
    <xsl:value-of select="@r:open"/>
    <xsl:apply-templates mode="plain"/>
    <xsl:value-of select="@r:close"/>
  </xsl:template>
  <!-- A reference without words of its own is named by its title. -->
  <xsl:template match="m:ref" mode="plain">
    <xsl:apply-templates mode="plain"/>
    <xsl:if test="not(node())"><xsl:value-of select="key('reference', @target)"/></xsl:if>
  </xsl:template>

</xsl:stylesheet>
