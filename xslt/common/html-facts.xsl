<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- What stands beside the text: the facts at a glance, and who took part. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="http://www.w3.org/1999/xhtml"
    xmlns:m="urn:diplodoc:meeting-summary:1" xmlns:r="urn:diplodoc:resolved:1" exclude-result-prefixes="m r">

  <xsl:key name="participant" match="m:meeting/m:party | m:principal | m:attendee" use="@id"/>
  <xsl:key name="session" match="m:session" use="@r:number"/>

  <xsl:template name="facts">
    <section class="dd-facts">
      <xsl:for-each select="$root/m:meeting"><xsl:call-template name="data-of-event"/></xsl:for-each>
      <xsl:call-template name="heading">
        <xsl:with-param name="words" select="$words/@facts"/>
        <xsl:with-param name="id" select="'dd-facts'"/>
      </xsl:call-template>
      <xsl:for-each select="$event"><xsl:call-template name="fact-list"/></xsl:for-each>
      <xsl:for-each select="$event/r:session">
        <xsl:element name="h{$top + 2}">
          <xsl:attribute name="class">dd-heading</xsl:attribute>
          <xsl:for-each select="key('session', position())">
            <xsl:call-template name="page-id"/>
            <xsl:apply-templates select="@kind | @interpretation" mode="data"/>
            <xsl:call-template name="data-of-event"/>
            <xsl:if test="not(m:title)"><xsl:call-template name="computed"/></xsl:if>
          </xsl:for-each>
          <xsl:value-of select="r:name"/>
        </xsl:element>
        <xsl:call-template name="fact-list"/>
      </xsl:for-each>
    </section>
  </xsl:template>

  <!-- A label stands once, before all of its values. -->
  <xsl:template name="fact-list">
    <xsl:if test="r:fact">
      <dl>
        <xsl:for-each select="r:fact[not(@again)]">
          <div class="dd-fact">
            <dt><xsl:value-of select="@label"/></dt>
            <xsl:for-each select=". | following-sibling::r:fact[@again][@label = current()/@label]">
              <dd><xsl:call-template name="data-of-fact"/><xsl:apply-templates mode="inline"/></dd>
            </xsl:for-each>
          </div>
        </xsl:for-each>
      </dl>
    </xsl:if>
  </xsl:template>

  <!-- Of what there may be several of, each has its words. -->
  <xsl:template name="data-of-fact">
    <xsl:variable name="number" select="number(@number)"/>
    <xsl:choose>
      <xsl:when test="@key = 'ordinal'">
        <xsl:apply-templates select="$root/m:meeting/m:ordinal[$number]/@*" mode="data"/>
      </xsl:when>
      <xsl:when test="@key = 'occasion'">
        <xsl:apply-templates select="$root/m:meeting/m:occasion[$number]/@*" mode="data"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- The words of an occasion; @begins is their first word, where a capital was put to it. -->
  <xsl:template match="r:occasion" mode="inline">
    <span class="dd-words">
      <xsl:apply-templates select="@begins" mode="data"/>
      <xsl:apply-templates mode="inline"/>
    </span>
  </xsl:template>

  <xsl:template name="participants">
    <section class="dd-participants">
      <xsl:call-template name="heading">
        <xsl:with-param name="words" select="$words/@participants"/>
      </xsl:call-template>
      <xsl:for-each select="$resolved/r:party">
        <xsl:variable name="party" select="key('participant', @ref)[1]"/>
        <div class="dd-side-of" data-role="{@role}">
          <xsl:for-each select="$party">
            <xsl:call-template name="page-id"/>
            <xsl:apply-templates select="@country | @organisation | @others | m:longName | m:shortName" mode="data"/>
          </xsl:for-each>
          <xsl:call-template name="heading">
            <xsl:with-param name="below" select="2"/>
            <xsl:with-param name="words" select="@heading"/>
          </xsl:call-template>
          <xsl:if test="@role = 'host'">
            <p class="dd-more"><xsl:value-of select="$words/@host"/></p>
          </xsl:if>
          <ul><xsl:apply-templates select="r:person" mode="participant"/></ul>
          <xsl:if test="@others">
            <p class="dd-more"><xsl:value-of select="$words/@others"/></p>
          </xsl:if>
        </div>
      </xsl:for-each>
    </section>
  </xsl:template>

  <xsl:template match="r:person" mode="participant">
    <xsl:variable name="person" select="key('participant', @ref)[1]"/>
    <li data-role="{@role}">
      <xsl:for-each select="$person">
        <xsl:call-template name="page-id"/>
        <xsl:call-template name="data-of-person"/>
      </xsl:for-each>
      <xsl:if test="@name != ''">
        <span class="dd-name"><xsl:value-of select="@full"/></span>
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:if test="$person/m:original">
        <xsl:apply-templates select="$person/m:original" mode="inline"/>
        <xsl:text> </xsl:text>
      </xsl:if>
      <span class="dd-office">
        <xsl:value-of select="@offices"/>
        <xsl:if test="not(@offices != '')"><xsl:value-of select="@office"/></xsl:if>
      </span>
      <xsl:if test="@attendance != ''">
        <xsl:text> </xsl:text>
        <span class="dd-more"><xsl:call-template name="attendance"/></span>
      </xsl:if>
    </li>
  </xsl:template>

</xsl:stylesheet>
