<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- The page for machines, in the terms of schema.org: one graph of article, event, people and organisations. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="http://www.w3.org/2005/xpath-functions"
    xmlns:m="urn:diplodoc:meeting-summary:1" xmlns:r="urn:diplodoc:resolved:1" exclude-result-prefixes="m r">

  <xsl:template name="json-ld">
    <map>
      <string key="@context">https://schema.org</string>
      <array key="@graph">
        <xsl:call-template name="ld-article"/>
        <xsl:call-template name="ld-event"/>
        <xsl:apply-templates select="$resolved/r:publisher" mode="ld"/>
        <xsl:apply-templates select="$resolved/r:party" mode="ld"/>
        <xsl:apply-templates select="$resolved/r:party/r:person" mode="ld"/>
        <xsl:apply-templates select="$root/m:photo[@src]" mode="ld"/>
      </array>
    </map>
  </xsl:template>

  <xsl:template name="ld-article">
    <map>
      <string key="@type">NewsArticle</string>
      <string key="@id">#dd-ld-article</string>
      <string key="headline"><xsl:value-of select="$resolved/r:title"/></string>
      <xsl:if test="normalize-space($resolved/r:description)"><string key="description"><xsl:value-of select="normalize-space($resolved/r:description)"/></string></xsl:if>
      <xsl:if test="normalize-space($root/@id)"><string key="identifier"><xsl:value-of select="normalize-space($root/@id)"/></string></xsl:if>
      <xsl:if test="normalize-space($root/@version)"><string key="version"><xsl:value-of select="normalize-space($root/@version)"/></string></xsl:if>
      <xsl:if test="normalize-space($resolved/r:canonical/@href)"><string key="url"><xsl:value-of select="normalize-space($resolved/r:canonical/@href)"/></string></xsl:if>
      <string key="inLanguage"><xsl:value-of select="$root/@xml:lang"/></string>
      <string key="datePublished"><xsl:value-of select="$resolved/r:issued/@datetime"/></string>
      <xsl:if test="normalize-space($root/m:head/m:updated[last()]/@when)"><string key="dateModified"><xsl:value-of select="normalize-space($root/m:head/m:updated[last()]/@when)"/></string></xsl:if>
      <xsl:if test="$resolved/r:publisher">
        <map key="author"><string key="@id">#dd-ld-publisher</string></map>
        <map key="publisher"><string key="@id">#dd-ld-publisher</string></map>
      </xsl:if>
      <xsl:if test="$root/m:photo[@src]">
        <array key="image"><xsl:for-each select="$root/m:photo[@src]"><map><string key="@id">#dd-ld-photo-<xsl:value-of select="position()"/></string></map></xsl:for-each></array>
      </xsl:if>
      <xsl:if test="$root/m:head/m:keyword">
        <array key="keywords"><xsl:for-each select="$root/m:head/m:keyword"><string><xsl:value-of select="."/></string></xsl:for-each></array>
      </xsl:if>
      <map key="about"><string key="@id">#dd-ld-event</string></map>
      <xsl:for-each select="$resolved/r:series[node()]">
        <map key="isPartOf">
          <string key="@type">CreativeWorkSeries</string>
          <string key="name"><xsl:value-of select="."/></string>
          <xsl:if test="normalize-space(@href)"><string key="url"><xsl:value-of select="normalize-space(@href)"/></string></xsl:if>
        </map>
      </xsl:for-each>
      <xsl:variable name="of" select="$root/m:head/m:translation/@of"/>
      <xsl:call-template name="ld-editions">
        <xsl:with-param name="key" select="'translationOfWork'"/>
        <xsl:with-param name="editions" select="$root/m:related[@rel = 'translation' and @xml:lang = $of]"/>
      </xsl:call-template>
      <xsl:call-template name="ld-editions">
        <xsl:with-param name="key" select="'workTranslation'"/>
        <xsl:with-param name="editions" select="$root/m:related[@rel = 'translation' and not(@xml:lang = $of)]"/>
      </xsl:call-template>
    </map>
  </xsl:template>

  <xsl:template name="ld-editions">
    <xsl:param name="key"/>
    <xsl:param name="editions"/>
    <xsl:if test="$editions">
      <array key="{$key}">
        <xsl:for-each select="$editions">
          <map>
            <string key="@type">NewsArticle</string>
            <string key="name"><xsl:value-of select="."/></string>
            <string key="url"><xsl:value-of select="@href"/></string>
            <xsl:if test="normalize-space(@xml:lang)"><string key="inLanguage"><xsl:value-of select="normalize-space(@xml:lang)"/></string></xsl:if>
          </map>
        </xsl:for-each>
      </array>
    </xsl:if>
  </xsl:template>

  <xsl:template name="ld-event">
    <map>
      <string key="@type">Event</string>
      <string key="@id">#dd-ld-event</string>
      <string key="name"><xsl:value-of select="$resolved/r:title"/></string>
      <xsl:for-each select="$event"><xsl:call-template name="ld-when-where"/></xsl:for-each>
      <string key="eventAttendanceMode">
        <xsl:text>https://schema.org/</xsl:text>
        <xsl:choose>
          <xsl:when test="$event/@format = 'telephone' or $event/@format = 'video'">Online</xsl:when>
          <xsl:when test="$event/@format = 'hybrid'">Mixed</xsl:when>
          <xsl:otherwise>Offline</xsl:otherwise>
        </xsl:choose>
        <xsl:text>EventAttendanceMode</xsl:text>
      </string>
      <array key="attendee">
        <xsl:for-each select="$resolved/r:party/r:person"><map><string key="@id">#dd-ld-person-<xsl:value-of select="position()"/></string></map></xsl:for-each>
      </array>
      <xsl:variable name="occasions" select="$root/m:meeting/m:occasion[@relation = 'attending' or @relation = 'margins']"/>
      <xsl:if test="$occasions">
        <array key="superEvent">
          <xsl:for-each select="$occasions">
            <map><string key="@type">Event</string><string key="name"><xsl:apply-templates select="." mode="plain"/></string></map>
          </xsl:for-each>
        </array>
      </xsl:if>
      <xsl:if test="$event/r:session">
        <array key="subEvent">
          <xsl:for-each select="$event/r:session">
            <map>
              <string key="@type">Event</string>
              <string key="name"><xsl:value-of select="r:name"/></string>
              <xsl:call-template name="ld-when-where"/>
            </map>
          </xsl:for-each>
        </array>
      </xsl:if>
    </map>
  </xsl:template>

  <xsl:template name="ld-when-where">
    <xsl:if test="normalize-space(@start)"><string key="startDate"><xsl:value-of select="normalize-space(@start)"/></string></xsl:if>
    <xsl:if test="normalize-space(@end)"><string key="endDate"><xsl:value-of select="normalize-space(@end)"/></string></xsl:if>
    <xsl:if test="normalize-space(@duration)"><string key="duration"><xsl:value-of select="normalize-space(@duration)"/></string></xsl:if>
    <xsl:for-each select="r:place">
      <map key="location">
        <string key="@type">Place</string>
        <string key="name"><xsl:value-of select="."/></string>
        <map key="address">
          <string key="@type">PostalAddress</string>
          <xsl:if test="normalize-space(@city)"><string key="addressLocality"><xsl:value-of select="normalize-space(@city)"/></string></xsl:if>
          <xsl:if test="normalize-space(@country)"><string key="addressCountry"><xsl:value-of select="normalize-space(@country)"/></string></xsl:if>
        </map>
      </map>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="r:publisher" mode="ld">
    <map>
      <string key="@type">GovernmentOrganization</string>
      <string key="@id">#dd-ld-publisher</string>
      <string key="name"><xsl:value-of select="."/></string>
      <xsl:if test="normalize-space(@href)"><string key="url"><xsl:value-of select="normalize-space(@href)"/></string></xsl:if>
    </map>
  </xsl:template>

  <xsl:template match="r:party" mode="ld">
    <map>
      <string key="@type">
        <xsl:choose>
          <xsl:when test="@organisation != ''">Organization</xsl:when>
          <xsl:otherwise>GovernmentOrganization</xsl:otherwise>
        </xsl:choose>
      </string>
      <string key="@id">#dd-ld-party-<xsl:value-of select="position()"/></string>
      <string key="name"><xsl:value-of select="@heading"/></string>
      <xsl:if test="@short != @long">
        <xsl:if test="normalize-space(@short)"><string key="alternateName"><xsl:value-of select="normalize-space(@short)"/></string></xsl:if>
      </xsl:if>
      <xsl:if test="@country != ''">
        <map key="areaServed">
          <string key="@type">Country</string>
          <string key="name"><xsl:value-of select="@short"/></string>
          <string key="identifier"><xsl:value-of select="@country"/></string>
        </map>
      </xsl:if>
    </map>
  </xsl:template>

  <xsl:template match="r:person" mode="ld">
    <xsl:variable name="original" select="key('participant', @ref)[1]/m:original"/>
    <map>
      <string key="@type">Person</string>
      <string key="@id">#dd-ld-person-<xsl:value-of select="position()"/></string>
      <string key="name">
        <xsl:choose>
          <xsl:when test="@name != ''"><xsl:value-of select="@name"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="@office-of"/></xsl:otherwise>
        </xsl:choose>
      </string>
      <xsl:if test="normalize-space(@family)"><string key="familyName"><xsl:value-of select="normalize-space(@family)"/></string></xsl:if>
      <xsl:if test="normalize-space(@given)"><string key="givenName"><xsl:value-of select="normalize-space(@given)"/></string></xsl:if>
      <xsl:if test="normalize-space(concat(@style, ' ', @courtesy, ' ', @academic))"><string key="honorificPrefix"><xsl:value-of select="normalize-space(concat(@style, ' ', @courtesy, ' ', @academic))"/></string></xsl:if>
      <xsl:if test="normalize-space(@post-nominal)"><string key="honorificSuffix"><xsl:value-of select="normalize-space(@post-nominal)"/></string></xsl:if>
      <xsl:if test="normalize-space(@office)"><string key="jobTitle"><xsl:value-of select="normalize-space(@office)"/></string></xsl:if>
      <xsl:if test="$original">
        <map key="alternateName">
          <string key="@language"><xsl:value-of select="$original/@xml:lang"/></string>
          <string key="@value"><xsl:value-of select="$original"/></string>
        </map>
      </xsl:if>
      <map key="worksFor"><string key="@id">#dd-ld-party-<xsl:value-of select="count(../preceding-sibling::r:party) + 1"/></string></map>
    </map>
  </xsl:template>

  <xsl:template match="m:photo" mode="ld">
    <map>
      <string key="@type">ImageObject</string>
      <string key="@id">#dd-ld-photo-<xsl:value-of select="position()"/></string>
      <string key="contentUrl"><xsl:value-of select="@src"/></string>
      <string key="caption"><xsl:apply-templates select="m:caption" mode="plain"/></string>
      <xsl:if test="normalize-space(m:alt)"><string key="description"><xsl:value-of select="normalize-space(m:alt)"/></string></xsl:if>
      <xsl:if test="normalize-space(m:credit)"><string key="creditText"><xsl:value-of select="normalize-space(m:credit)"/></string></xsl:if>
      <xsl:if test="normalize-space(@date)"><string key="dateCreated"><xsl:value-of select="normalize-space(@date)"/></string></xsl:if>
      <xsl:call-template name="ld-pixels"><xsl:with-param name="key" select="'width'"/><xsl:with-param name="value" select="@width"/></xsl:call-template>
      <xsl:call-template name="ld-pixels"><xsl:with-param name="key" select="'height'"/><xsl:with-param name="value" select="@height"/></xsl:call-template>
    </map>
  </xsl:template>

  <xsl:template name="ld-pixels">
    <xsl:param name="key"/>
    <xsl:param name="value"/>
    <xsl:if test="$value">
      <map key="{$key}">
        <string key="@type">QuantitativeValue</string>
        <string key="unitCode">E37</string>
        <xsl:choose>
          <xsl:when test="number($value) &lt; 1000000"><number key="value"><xsl:value-of select="number($value)"/></number></xsl:when>
          <xsl:otherwise><string key="value"><xsl:value-of select="$value"/></string></xsl:otherwise>
        </xsl:choose>
      </map>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
