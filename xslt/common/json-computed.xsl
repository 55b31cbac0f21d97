<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- What is computed from the document and the house, as JSON. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="http://www.w3.org/2005/xpath-functions"
    xmlns:m="urn:diplodoc:meeting-summary:1" xmlns:r="urn:diplodoc:resolved:1" exclude-result-prefixes="m r">

  <xsl:template name="computed">
    <map key="computed">
      <boolean key="valid"><xsl:value-of select="not($resolved/r:document/@valid = 'false')"/></boolean>
      <xsl:for-each select="$resolved">
        <xsl:apply-templates select="r:document/@dir" mode="known"/>
        <xsl:apply-templates select="r:document/@locale" mode="known"/>
        <xsl:apply-templates select="r:document/@generator" mode="known"/>
        <string key="title"><xsl:value-of select="r:title"/></string>
        <boolean key="titleGenerated"><xsl:value-of select="r:title/@generated = 'true'"/></boolean>
        <xsl:apply-templates select="r:series" mode="computed-link"/>
        <xsl:apply-templates select="r:backLink" mode="computed-link"/>
        <xsl:apply-templates select="r:publisher" mode="computed-link"/>
        <xsl:apply-templates select="r:issuer" mode="computed-text"/>
        <xsl:apply-templates select="r:issued" mode="computed-text"/>
        <xsl:apply-templates select="r:translation" mode="computed-text"/>
        <xsl:apply-templates select="r:lead" mode="computed-text"/>
        <xsl:apply-templates select="r:description" mode="computed-text"/>
        <xsl:apply-templates select="r:attendance" mode="computed-text"/>
      </xsl:for-each>
      <xsl:for-each select="$event">
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
      </xsl:for-each>
      <array key="party"><xsl:apply-templates select="$resolved/r:party" mode="computed"/></array>
    </map>
  </xsl:template>

  <!-- Nothing is written for what is not known. -->
  <xsl:template match="@*" mode="known">
    <xsl:if test=". != ''"><string key="{local-name()}"><xsl:value-of select="."/></string></xsl:if>
  </xsl:template>
  <xsl:template match="@home-start" mode="known">
    <xsl:if test=". != ''"><string key="homeStart"><xsl:value-of select="."/></string></xsl:if>
  </xsl:template>
  <xsl:template match="@home-end" mode="known">
    <xsl:if test=". != ''"><string key="homeEnd"><xsl:value-of select="."/></string></xsl:if>
  </xsl:template>
  <xsl:template match="@country-name" mode="known">
    <xsl:if test=". != ''"><string key="countryName"><xsl:value-of select="."/></string></xsl:if>
  </xsl:template>
  <xsl:template match="@office-of" mode="known">
    <xsl:if test=". != ''"><string key="officeOf"><xsl:value-of select="."/></string></xsl:if>
  </xsl:template>
  <xsl:template match="@post-nominal" mode="known">
    <xsl:if test=". != ''"><string key="postNominal"><xsl:value-of select="."/></string></xsl:if>
  </xsl:template>
  <!-- What only other formats need. -->
  <xsl:template match="@original" mode="known"/>

  <xsl:template match="r:*" mode="computed-text">
    <string key="{local-name()}"><xsl:apply-templates mode="plain"/></string>
  </xsl:template>

  <xsl:template match="r:*" mode="computed-link">
    <map key="{local-name()}"><string key="text"><xsl:value-of select="."/></string><xsl:apply-templates select="@href" mode="known"/></map>
  </xsl:template>

  <xsl:template name="computed-event">
    <xsl:apply-templates select="r:name" mode="computed-text"/>
    <xsl:apply-templates select="@start" mode="known"/>
    <xsl:apply-templates select="@end" mode="known"/>
    <xsl:apply-templates select="@home-start" mode="known"/>
    <xsl:apply-templates select="@home-end" mode="known"/>
    <xsl:apply-templates select="@duration" mode="known"/>
    <xsl:for-each select="r:place">
      <map key="place">
        <string key="text"><xsl:value-of select="."/></string>
        <xsl:apply-templates select="@country" mode="known"/>
        <xsl:apply-templates select="@country-name" mode="known"/>
        <xsl:apply-templates select="@city" mode="known"/>
        <xsl:apply-templates select="@venue" mode="known"/>
      </map>
    </xsl:for-each>
    <array key="fact">
      <xsl:for-each select="r:fact">
        <map>
          <xsl:apply-templates select="@key" mode="known"/>
          <xsl:apply-templates select="@label" mode="known"/>
          <string key="text"><xsl:apply-templates mode="plain"/></string>
        </map>
      </xsl:for-each>
    </array>
  </xsl:template>

  <xsl:template match="r:party" mode="computed">
    <map>
      <xsl:apply-templates select="@ref" mode="known"/>
      <xsl:apply-templates select="@long" mode="known"/>
      <xsl:apply-templates select="@short" mode="known"/>
      <xsl:apply-templates select="@abbreviation" mode="known"/>
      <array key="person"><xsl:apply-templates select="r:person" mode="computed"/></array>
    </map>
  </xsl:template>

  <xsl:template match="r:person" mode="computed">
    <map>
      <xsl:apply-templates select="@*" mode="known"/>
    </map>
  </xsl:template>

</xsl:stylesheet>
