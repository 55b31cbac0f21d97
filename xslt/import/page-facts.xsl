<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- Facts that are attributes of a page, and the meeting, which has most of them. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:diplodoc:meeting-summary:1">

  <xsl:variable name="capitals"> reply-to=inReplyTo part-of-day=partOfDay remote-for=remoteFor long-name=longName short-name=shortName post-nominal=postNominal short-form=shortForm </xsl:variable>

  <!-- `name` as XML writes it. -->
  <xsl:template name="xml-name">
    <xsl:param name="name"/>
    <xsl:variable name="other" select="substring-before(substring-after($capitals, concat(' ', $name, '=')), ' ')"/>
    <xsl:value-of select="concat($other, substring($name, 1, string-length($name) * not($other)))"/>
  </xsl:template>

  <!-- An attribute for each of the names that the element has as data, in their order. -->
  <xsl:template name="facts">
    <xsl:param name="names"/>
    <xsl:param name="prefix"/>
    <xsl:variable name="name" select="substring-before(concat($names, ' '), ' ')"/>
    <xsl:variable name="value" select="@*[name() = concat('data-', $prefix, $name)]"/>
    <xsl:if test="$value">
      <xsl:variable name="other"><xsl:call-template name="xml-name"><xsl:with-param name="name" select="$name"/></xsl:call-template></xsl:variable>
      <xsl:attribute name="{$other}"><xsl:value-of select="$value"/></xsl:attribute>
    </xsl:if>
    <xsl:if test="contains($names, ' ')">
      <xsl:call-template name="facts">
        <xsl:with-param name="names" select="substring-after($names, ' ')"/>
        <xsl:with-param name="prefix" select="$prefix"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- The same as elements. -->
  <xsl:template name="children">
    <xsl:param name="names"/>
    <xsl:param name="prefix"/>
    <xsl:variable name="name" select="substring-before(concat($names, ' '), ' ')"/>
    <xsl:variable name="value" select="@*[name() = concat('data-', $prefix, $name)]"/>
    <xsl:if test="$value">
      <xsl:variable name="other"><xsl:call-template name="xml-name"><xsl:with-param name="name" select="$name"/></xsl:call-template></xsl:variable>
      <xsl:element name="{$other}"><xsl:value-of select="$value"/></xsl:element>
    </xsl:if>
    <xsl:if test="contains($names, ' ')">
      <xsl:call-template name="children">
        <xsl:with-param name="names" select="substring-after($names, ' ')"/>
        <xsl:with-param name="prefix" select="$prefix"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- An id of the document; ids that a page has of its own have no such prefix. -->
  <xsl:template name="page-id">
    <xsl:if test="starts-with(@id, 'dd-id-')"><xsl:attribute name="id"><xsl:value-of select="substring(@id, 7)"/></xsl:attribute></xsl:if>
  </xsl:template>

  <xsl:template name="language">
    <xsl:if test="@lang"><xsl:attribute name="xml:lang"><xsl:value-of select="@lang"/></xsl:attribute></xsl:if>
    <xsl:call-template name="facts"><xsl:with-param name="names">dir</xsl:with-param></xsl:call-template>
  </xsl:template>

  <xsl:template name="meeting">
    <xsl:variable name="side" select="$article/aside[@class = 'dd-side']"/>
    <xsl:variable name="facts" select="$side/section[@class = 'dd-facts']"/>
    <xsl:for-each select="$article">
      <xsl:call-template name="facts"><xsl:with-param name="names">kind level format interpretation initiative received</xsl:with-param></xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="$facts/dl/div/dd[@data-of]">
      <ordinal><xsl:call-template name="facts"><xsl:with-param name="names">number of</xsl:with-param></xsl:call-template></ordinal>
    </xsl:for-each>
    <xsl:for-each select="$facts"><xsl:call-template name="event"/></xsl:for-each>
    <xsl:apply-templates select="$facts/dl/div/dd[@data-relation]"/>
    <xsl:for-each select="$facts/*[@data-kind]">
      <session>
        <xsl:call-template name="page-id"/>
        <xsl:call-template name="facts"><xsl:with-param name="names">kind interpretation</xsl:with-param></xsl:call-template>
        <xsl:if test="not(@data-computed)"><title><xsl:call-template name="line"/></title></xsl:if>
        <xsl:call-template name="event"/>
      </session>
    </xsl:for-each>
    <xsl:apply-templates select="$side/section[@class = 'dd-participants']/div[@class = 'dd-side-of']"/>
  </xsl:template>

  <!-- When and where; what was not told has no element. -->
  <xsl:template name="event">
    <xsl:if test="@data-start-when">
      <start>
        <xsl:call-template name="facts">
          <xsl:with-param name="names">when zone hedge precision part-of-day show</xsl:with-param>
          <xsl:with-param name="prefix">start-</xsl:with-param>
        </xsl:call-template>
      </start>
    </xsl:if>
    <xsl:if test="@data-duration-value">
      <duration>
        <xsl:call-template name="facts">
          <xsl:with-param name="names">value hedge total</xsl:with-param>
          <xsl:with-param name="prefix">duration-</xsl:with-param>
        </xsl:call-template>
      </duration>
    </xsl:if>
    <xsl:if test="@data-end-when">
      <end>
        <xsl:call-template name="facts">
          <xsl:with-param name="names">when hedge</xsl:with-param>
          <xsl:with-param name="prefix">end-</xsl:with-param>
        </xsl:call-template>
      </end>
    </xsl:if>
    <xsl:if test="@data-place-country">
      <place>
        <xsl:call-template name="facts">
          <xsl:with-param name="names">country remote-for</xsl:with-param>
          <xsl:with-param name="prefix">place-</xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="children">
          <xsl:with-param name="names">city venue</xsl:with-param>
          <xsl:with-param name="prefix">place-</xsl:with-param>
        </xsl:call-template>
      </place>
    </xsl:if>
  </xsl:template>

  <xsl:template match="dd[@data-relation]">
    <occasion>
      <xsl:call-template name="facts"><xsl:with-param name="names">relation party ref</xsl:with-param></xsl:call-template>
      <xsl:for-each select="span[@class = 'dd-words']"><xsl:call-template name="words"/></xsl:for-each>
    </occasion>
  </xsl:template>

  <xsl:template match="div[@class = 'dd-side-of']">
    <party>
      <xsl:call-template name="page-id"/>
      <xsl:call-template name="facts"><xsl:with-param name="names">country organisation role others</xsl:with-param></xsl:call-template>
      <xsl:call-template name="children"><xsl:with-param name="names">long-name short-name</xsl:with-param></xsl:call-template>
      <xsl:apply-templates select="ul/li"/>
    </party>
  </xsl:template>

  <xsl:template match="li[@data-role = 'principal' or @data-role = 'attendee']">
    <xsl:element name="{@data-role}">
      <xsl:call-template name="page-id"/>
      <xsl:call-template name="facts"><xsl:with-param name="names">official attendance</xsl:with-param></xsl:call-template>
      <xsl:call-template name="children"><xsl:with-param name="names">style courtesy rank academic</xsl:with-param></xsl:call-template>
      <xsl:if test="@data-given or @data-other or @data-family">
        <name>
          <xsl:call-template name="facts"><xsl:with-param name="names">order</xsl:with-param></xsl:call-template>
          <xsl:call-template name="children"><xsl:with-param name="names">given other family</xsl:with-param></xsl:call-template>
        </name>
      </xsl:if>
      <xsl:call-template name="children"><xsl:with-param name="names">post-nominal</xsl:with-param></xsl:call-template>
      <xsl:for-each select="bdi[1]"><original><xsl:call-template name="language"/><xsl:call-template name="line"/></original></xsl:for-each>
      <xsl:call-template name="children"><xsl:with-param name="names">pronoun</xsl:with-param></xsl:call-template>
      <xsl:call-template name="offices"/>
      <xsl:call-template name="children"><xsl:with-param name="names">short-form</xsl:with-param></xsl:call-template>
    </xsl:element>
  </xsl:template>

  <!-- data-office-1 and on, as far as there are any. -->
  <xsl:template name="offices">
    <xsl:param name="number" select="1"/>
    <xsl:variable name="office" select="@*[name() = concat('data-office-', $number)]"/>
    <xsl:if test="$office">
      <office>
        <xsl:call-template name="facts">
          <xsl:with-param name="names">from to acting</xsl:with-param>
          <xsl:with-param name="prefix" select="concat('office-', $number, '-')"/>
        </xsl:call-template>
        <xsl:value-of select="$office"/>
      </office>
      <xsl:call-template name="offices"><xsl:with-param name="number" select="$number + 1"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
