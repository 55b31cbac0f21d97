<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- What follows the text in Markdown: facts, people, outcomes, references, files, pages, whom to ask. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:diplodoc:markdown:1"
    xmlns:m="urn:diplodoc:meeting-summary:1" xmlns:r="urn:diplodoc:resolved:1" exclude-result-prefixes="m r">

  <xsl:template name="tail">
    <heading level="2"><xsl:value-of select="$words/@facts"/></heading>
    <xsl:apply-templates select="$event/r:fact | $event/r:session"/>
    <heading level="2"><xsl:value-of select="$words/@participants"/></heading>
    <xsl:apply-templates select="$resolved/r:party"/>
    <xsl:if test="$root/m:outcome"><heading level="2"><xsl:value-of select="$words/@outcomes"/></heading><xsl:apply-templates select="$root/m:outcome"/></xsl:if>
    <xsl:if test="$root/m:attachment"><heading level="2"><xsl:value-of select="$words/@attachments"/></heading><xsl:apply-templates select="$root/m:attachment"/></xsl:if>
    <xsl:if test="$unexpanded"><heading level="2"><xsl:value-of select="$words/@terms"/></heading><xsl:apply-templates select="$unexpanded"/></xsl:if>
    <xsl:if test="$references"><heading level="2"><xsl:value-of select="$words/@references"/></heading><xsl:apply-templates select="$references"/></xsl:if>
    <xsl:if test="$root/m:related"><heading level="2"><xsl:value-of select="$words/@related"/></heading><xsl:apply-templates select="$root/m:related"/></xsl:if>
    <xsl:call-template name="publication"/>
    <xsl:for-each select="$resolved/r:backLink[node()]"><paragraph><xsl:call-template name="linked"/></paragraph></xsl:for-each>
  </xsl:template>

  <!-- A label stands once, before all of its values. -->
  <xsl:template match="r:fact[@again]"/>
  <xsl:template match="r:fact">
    <item title="{@label}">
      <paragraph>
        <xsl:apply-templates mode="inline"/>
        <xsl:for-each select="following-sibling::r:fact[@again][@label = current()/@label]"><break/><xsl:apply-templates mode="inline"/></xsl:for-each>
      </paragraph>
    </item>
  </xsl:template>

  <xsl:template match="r:session">
    <heading level="3"><xsl:value-of select="r:name"/></heading>
    <xsl:apply-templates select="r:fact"/>
  </xsl:template>

  <xsl:template match="r:party">
    <heading level="3"><xsl:value-of select="@heading"/></heading>
    <xsl:if test="@role = 'host'"><paragraph><xsl:value-of select="$words/@host"/></paragraph></xsl:if>
    <xsl:apply-templates select="r:person" mode="participant"/>
    <xsl:if test="@others">
      <paragraph><xsl:value-of select="$words/@others"/></paragraph>
    </xsl:if>
  </xsl:template>

  <xsl:template match="r:person" mode="participant">
    <item>
      <xsl:if test="@name != ''"><xsl:attribute name="title"><xsl:value-of select="@full"/></xsl:attribute></xsl:if>
      <paragraph>
        <xsl:if test="@original"><xsl:value-of select="@original"/><xsl:text> </xsl:text></xsl:if>
        <xsl:value-of select="@offices"/>
        <xsl:if test="not(@offices != '')"><xsl:value-of select="@office"/></xsl:if>
        <xsl:if test="@attendance != ''"><xsl:text> </xsl:text><xsl:call-template name="attendance"/></xsl:if>
      </paragraph>
    </item>
  </xsl:template>

  <xsl:template match="m:outcome">
    <item title="{@r:label}">
      <paragraph>
        <xsl:choose>
          <xsl:when test="@href"><link href="{@href}"><xsl:value-of select="m:title"/></link></xsl:when>
          <xsl:otherwise><xsl:value-of select="m:title"/></xsl:otherwise>
        </xsl:choose>
        <xsl:if test="m:title/@r:language"> · <xsl:value-of select="m:title/@r:language"/></xsl:if>
        <xsl:call-template name="names"><xsl:with-param name="ids" select="@by"/></xsl:call-template>
        <xsl:call-template name="day"/>
      </paragraph>
      <xsl:if test="m:description"><paragraph><xsl:apply-templates select="m:description" mode="inline"/></paragraph></xsl:if>
    </item>
  </xsl:template>

  <xsl:template match="m:entry">
    <item>
      <paragraph>
        <xsl:if test="m:short"><xsl:value-of select="m:short"/> · </xsl:if>
        <xsl:value-of select="m:expansion"/>
      </paragraph>
    </item>
  </xsl:template>

  <xsl:template match="m:reference | m:ref | m:attachment | m:related">
    <item>
      <paragraph>
        <xsl:call-template name="linked"/>
        <xsl:call-template name="number"/>
        <xsl:call-template name="day"/>
        <xsl:if test="@rel"> · <xsl:value-of select="@r:kind"/></xsl:if>
        <xsl:if test="@mediaType"> · <xsl:call-template name="file-kind"/></xsl:if>
        <xsl:if test="@r:language"> · <xsl:value-of select="@r:language"/></xsl:if>
      </paragraph>
    </item>
  </xsl:template>

  <xsl:template name="publication">
    <xsl:if test="$publication">
      <heading level="2"><xsl:value-of select="$words/@publication"/></heading>
      <xsl:call-template name="detail"><xsl:with-param name="label" select="$words/@document-number"/><xsl:with-param name="value" select="$head/m:documentNumber"/></xsl:call-template>
      <xsl:call-template name="detail"><xsl:with-param name="label" select="$words/@issuer"/><xsl:with-param name="value" select="$office"/></xsl:call-template>
      <xsl:call-template name="detail"><xsl:with-param name="label" select="$words/@spokesperson"/><xsl:with-param name="value" select="$head/m:issuer/m:spokesperson"/></xsl:call-template>
      <xsl:for-each select="$head/m:contact">
        <item title="{$words/@contact}">
          <paragraph>
            <xsl:value-of select="m:name"/>
            <xsl:if test="m:phone"><break/><link href="tel:{translate(normalize-space(m:phone), ' ', '')}"><xsl:value-of select="m:phone"/></link></xsl:if>
            <xsl:if test="m:email"><break/><link href="mailto:{normalize-space(m:email)}"><xsl:value-of select="m:email"/></link></xsl:if>
          </paragraph>
        </item>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <xsl:template name="detail">
    <xsl:param name="label"/>
    <xsl:param name="value"/>
    <xsl:if test="$value"><item title="{$label}"><paragraph><xsl:value-of select="$value"/></paragraph></item></xsl:if>
  </xsl:template>

</xsl:stylesheet>
