<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- What is computed from the document and the house, as JSON. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="http://www.w3.org/2005/xpath-functions"
    xmlns:m="urn:diplodoc:meeting-summary:1" xmlns:r="urn:diplodoc:resolved:1" exclude-result-prefixes="m r">

  <xsl:template name="computed">
    <map key="computed">
      <boolean key="valid"><xsl:value-of select="not($resolved/r:document/@valid = 'false')"/></boolean>
      <xsl:apply-templates select="$resolved/r:*" mode="computed"/>
      <array key="party"><xsl:apply-templates select="$resolved/r:party" mode="side"/></array>
    </map>
  </xsl:template>

  <!-- The tree has these in the same order, and no attribute for what is not known. -->
  <xsl:template match="r:*" mode="computed"/>
  <xsl:template match="r:document" mode="computed">
    <xsl:apply-templates select="@dir" mode="known"/>
    <xsl:apply-templates select="@locale" mode="known"/>
    <xsl:apply-templates select="@generator" mode="known"/>
  </xsl:template>
  <xsl:template match="r:title" mode="computed">
    <string key="title"><xsl:value-of select="."/></string>
    <boolean key="titleGenerated"><xsl:value-of select="@generated = 'true'"/></boolean>
  </xsl:template>
  <xsl:template match="r:series | r:backLink | r:publisher" mode="computed">
    <map key="{local-name()}"><string key="text"><xsl:value-of select="."/></string><xsl:apply-templates select="@href" mode="known"/></map>
  </xsl:template>
  <xsl:template match="r:issuer | r:issued | r:translation | r:lead | r:description | r:attendance" mode="computed">
    <string key="{local-name()}"><xsl:call-template name="computed-text"/></string>
  </xsl:template>
  <xsl:template match="r:event" mode="computed">
    <map key="event">
      <xsl:call-template name="computed-event"/>
      <xsl:if test="r:session">
        <array key="session">
          <xsl:for-each select="r:session">
            <map><xsl:apply-templates select="@ref" mode="known"/><xsl:call-template name="computed-event"/></map>
          </xsl:for-each>
        </array>
      </xsl:if>
    </map>
  </xsl:template>

  <xsl:template match="@*" mode="known"><string key="{local-name()}"><xsl:value-of select="."/></string></xsl:template>
  <xsl:template match="@home-start" mode="known"><string key="homeStart"><xsl:value-of select="."/></string></xsl:template>
  <xsl:template match="@home-end" mode="known"><string key="homeEnd"><xsl:value-of select="."/></string></xsl:template>
  <xsl:template match="@country-name" mode="known"><string key="countryName"><xsl:value-of select="."/></string></xsl:template>
  <xsl:template match="@office-of" mode="known"><string key="officeOf"><xsl:value-of select="."/></string></xsl:template>
  <xsl:template match="@post-nominal" mode="known"><string key="postNominal"><xsl:value-of select="."/></string></xsl:template>
  <!-- What only other formats need. -->
  <xsl:template match="@original" mode="known"/>

  <!-- Only elements of the document have marks of their own, or none of their words. -->
  <xsl:template name="computed-text">
    <xsl:choose>
      <xsl:when test=".//m:*"><xsl:apply-templates mode="plain"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="computed-event">
    <xsl:for-each select="r:name"><string key="name"><xsl:value-of select="."/></string></xsl:for-each>
    <xsl:apply-templates select="@start" mode="known"/>
    <xsl:apply-templates select="@end" mode="known"/>
    <xsl:apply-templates select="@home-start" mode="known"/>
    <xsl:apply-templates select="@home-end" mode="known"/>
    <xsl:apply-templates select="@duration" mode="known"/>
    <xsl:for-each select="r:place">
      <map key="place"><string key="text"><xsl:value-of select="."/></string><xsl:apply-templates select="@*" mode="known"/></map>
    </xsl:for-each>
    <array key="fact">
      <xsl:for-each select="r:fact">
        <map>
          <xsl:apply-templates select="@key | @label" mode="known"/>
          <string key="text"><xsl:call-template name="computed-text"/></string>
        </map>
      </xsl:for-each>
    </array>
  </xsl:template>

  <xsl:template match="r:party" mode="side">
    <map>
      <xsl:apply-templates select="@ref" mode="known"/>
      <xsl:apply-templates select="@long" mode="known"/>
      <xsl:apply-templates select="@short" mode="known"/>
      <xsl:apply-templates select="@abbreviation" mode="known"/>
      <array key="person">
        <xsl:for-each select="r:person"><map><xsl:apply-templates select="@*" mode="known"/></map></xsl:for-each>
      </array>
    </map>
  </xsl:template>

</xsl:stylesheet>
