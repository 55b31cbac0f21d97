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
        <xsl:call-template name="computed-link"><xsl:with-param name="key">series</xsl:with-param><xsl:with-param name="node" select="r:series"/></xsl:call-template>
        <xsl:call-template name="computed-link"><xsl:with-param name="key">backLink</xsl:with-param><xsl:with-param name="node" select="r:backLink"/></xsl:call-template>
        <xsl:call-template name="computed-link"><xsl:with-param name="key">publisher</xsl:with-param><xsl:with-param name="node" select="r:publisher"/></xsl:call-template>
        <xsl:call-template name="computed-text"><xsl:with-param name="key">issuer</xsl:with-param><xsl:with-param name="node" select="r:issuer"/></xsl:call-template>
        <xsl:call-template name="computed-text"><xsl:with-param name="key">issued</xsl:with-param><xsl:with-param name="node" select="r:issued"/></xsl:call-template>
        <xsl:call-template name="computed-text"><xsl:with-param name="key">translation</xsl:with-param><xsl:with-param name="node" select="r:translation"/></xsl:call-template>
        <xsl:call-template name="computed-text"><xsl:with-param name="key">lead</xsl:with-param><xsl:with-param name="node" select="r:lead"/></xsl:call-template>
        <xsl:call-template name="computed-text"><xsl:with-param name="key">description</xsl:with-param><xsl:with-param name="node" select="r:description"/></xsl:call-template>
        <xsl:call-template name="computed-text"><xsl:with-param name="key">attendance</xsl:with-param><xsl:with-param name="node" select="r:attendance"/></xsl:call-template>
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
    <xsl:param name="key" select="local-name()"/>
    <xsl:if test=". != ''"><string key="{$key}"><xsl:value-of select="."/></string></xsl:if>
  </xsl:template>

  <xsl:template name="computed-text">
    <xsl:param name="key"/>
    <xsl:param name="node"/>
    <xsl:if test="$node"><string key="{$key}"><xsl:apply-templates select="$node" mode="plain"/></string></xsl:if>
  </xsl:template>

  <xsl:template name="computed-link">
    <xsl:param name="key"/>
    <xsl:param name="node"/>
    <xsl:if test="$node">
      <map key="{$key}"><string key="text"><xsl:value-of select="$node"/></string><xsl:apply-templates select="$node/@href" mode="known"/></map>
    </xsl:if>
  </xsl:template>

  <xsl:template name="computed-event">
    <xsl:call-template name="computed-text"><xsl:with-param name="key">name</xsl:with-param><xsl:with-param name="node" select="r:name"/></xsl:call-template>
    <xsl:apply-templates select="@start" mode="known"/>
    <xsl:apply-templates select="@end" mode="known"/>
    <xsl:apply-templates select="@home-start" mode="known"><xsl:with-param name="key">homeStart</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="@home-end" mode="known"><xsl:with-param name="key">homeEnd</xsl:with-param></xsl:apply-templates>
    <xsl:apply-templates select="@duration" mode="known"/>
    <xsl:for-each select="r:place">
      <map key="place">
        <string key="text"><xsl:value-of select="."/></string>
        <xsl:apply-templates select="@country" mode="known"/>
        <xsl:apply-templates select="@country-name" mode="known"><xsl:with-param name="key">countryName</xsl:with-param></xsl:apply-templates>
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
      <xsl:apply-templates select="@ref" mode="known"/>
      <xsl:apply-templates select="@role" mode="known"/>
      <xsl:apply-templates select="@full" mode="known"/>
      <xsl:apply-templates select="@lead" mode="known"/>
      <xsl:apply-templates select="@name" mode="known"/>
      <xsl:apply-templates select="@family" mode="known"/>
      <xsl:apply-templates select="@given" mode="known"/>
      <xsl:apply-templates select="@office" mode="known"/>
      <xsl:apply-templates select="@offices" mode="known"/>
      <xsl:apply-templates select="@office-of" mode="known"><xsl:with-param name="key">officeOf</xsl:with-param></xsl:apply-templates>
      <xsl:apply-templates select="@courtesy" mode="known"/>
      <xsl:apply-templates select="@style" mode="known"/>
      <xsl:apply-templates select="@academic" mode="known"/>
      <xsl:apply-templates select="@post-nominal" mode="known"><xsl:with-param name="key">postNominal</xsl:with-param></xsl:apply-templates>
      <xsl:apply-templates select="@short" mode="known"/>
      <xsl:apply-templates select="@attendance" mode="known"/>
    </map>
  </xsl:template>

</xsl:stylesheet>
