<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- HTML inside sentences. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="http://www.w3.org/1999/xhtml"
    xmlns:m="urn:diplodoc:meeting-summary:1" xmlns:r="urn:diplodoc:resolved:1" exclude-result-prefixes="m r">

  <!-- An id of the document as an id of the page; `dd-id-` is theirs alone. -->
  <xsl:template name="page-id">
    <xsl:if test="@id and generate-id() = generate-id(key('id', normalize-space(@id))[1])">
      <xsl:attribute name="id"><xsl:value-of select="concat('dd-id-', translate(normalize-space(@id), ' ', '_'))"/></xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- The language of words that are not in that of the page. -->
  <xsl:template name="language">
    <xsl:call-template name="data"><xsl:with-param name="facts" select="@dir"/></xsl:call-template>
    <xsl:if test="@xml:lang">
      <xsl:attribute name="lang"><xsl:value-of select="@xml:lang"/></xsl:attribute>
      <xsl:attribute name="dir">
        <xsl:choose>
          <xsl:when test="@dir | @r:dir"><xsl:value-of select="concat(@dir, @r:dir)"/></xsl:when>
          <xsl:otherwise>auto</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
    </xsl:if>
  </xsl:template>

  <xsl:template match="m:statement | m:narrative" mode="sentence">
    <span class="dd-sentence">
      <xsl:call-template name="page-id"/>
      <xsl:call-template name="data"><xsl:with-param name="facts" select="@speaker | @act | @manner | @inReplyTo | @quoted"/></xsl:call-template>
      <xsl:call-template name="sum"/>
      <xsl:choose>
        <xsl:when test="@r:open"><q><xsl:call-template name="quoted"/></q></xsl:when>
        <xsl:otherwise><xsl:apply-templates mode="inline"/></xsl:otherwise>
      </xsl:choose>
    </span>
  </xsl:template>

  <xsl:template match="m:note" mode="sentence">
    <small class="dd-note"><xsl:call-template name="page-id"/><xsl:call-template name="sum"/><xsl:call-template name="quoted"/></small>
  </xsl:template>

  <!-- Text between the marks of the language. -->
  <xsl:template name="quoted">
    <xsl:call-template name="mark"><xsl:with-param name="words" select="string(@r:open)"/></xsl:call-template>
    <xsl:apply-templates mode="inline"/>
    <xsl:call-template name="mark"><xsl:with-param name="words" select="string(@r:close)"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="text()" mode="inline"><xsl:value-of select="."/></xsl:template>
  <xsl:template match="*" mode="inline"><xsl:call-template name="quoted"/></xsl:template>

  <xsl:template match="m:quote" mode="inline">
    <q>
      <xsl:call-template name="data"><xsl:with-param name="facts" select="@speaker"/></xsl:call-template>
      <xsl:call-template name="quoted"/>
    </q>
  </xsl:template>

  <xsl:template match="m:person | r:person" mode="inline">
    <span class="dd-person" data-ref="{normalize-space(@ref)}"><xsl:call-template name="computed-where-empty"/><xsl:apply-templates mode="inline"/></span>
  </xsl:template>

  <xsl:template match="m:party" mode="inline">
    <span class="dd-party">
      <xsl:call-template name="data"><xsl:with-param name="facts" select="@*[namespace-uri() = '']"/></xsl:call-template>
      <xsl:call-template name="computed-where-empty"/>
      <xsl:apply-templates mode="inline"/>
    </span>
  </xsl:template>

  <xsl:template match="m:date | m:time" mode="inline">
    <time datetime="{@when}"><xsl:call-template name="computed-where-empty"/><xsl:apply-templates mode="inline"/></time>
  </xsl:template>

  <xsl:template match="r:time" mode="inline">
    <time datetime="{@datetime}"><xsl:apply-templates mode="inline"/></time>
  </xsl:template>

  <xsl:template match="m:money" mode="inline">
    <data class="dd-money" value="{concat(@currency, ' ', normalize-space(@amount))}">
      <xsl:call-template name="data"><xsl:with-param name="facts" select="@hedge"/></xsl:call-template>
      <xsl:call-template name="computed-where-empty"/>
      <xsl:apply-templates mode="inline"/>
    </data>
  </xsl:template>

  <xsl:template match="m:quantity" mode="inline">
    <data class="dd-quantity" value="{normalize-space(@value)}">
      <xsl:call-template name="data"><xsl:with-param name="facts" select="@unit | @hedge"/></xsl:call-template>
      <xsl:call-template name="computed-where-empty"/>
      <xsl:apply-templates mode="inline"/>
    </data>
  </xsl:template>

  <!-- Where it is explained first, it has the entry of the glossary with it. -->
  <xsl:template match="m:term" mode="inline">
    <xsl:variable name="entry" select="key('entry', @ref)[1]"/>
    <xsl:call-template name="mark"><xsl:with-param name="words" select="string(@r:open)"/></xsl:call-template>
    <span class="dd-term" data-ref="{normalize-space(@ref)}">
      <xsl:if test="(@r:first or @r:open) and $entry">
        <xsl:call-template name="data">
          <xsl:with-param name="facts" select="$entry/@slogan | $entry/*"/>
        </xsl:call-template>
        <xsl:attribute name="data-entry"><xsl:value-of select="$entry/@r:number"/></xsl:attribute>
      </xsl:if>
      <xsl:call-template name="computed-where-empty"/>
      <xsl:apply-templates mode="inline"/>
    </span>
    <xsl:call-template name="mark"><xsl:with-param name="words" select="string(@r:close)"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="r:abbr" mode="inline">
    <abbr title="{@title}"><xsl:apply-templates mode="inline"/></abbr>
  </xsl:template>

  <xsl:template match="m:foreign | m:original" mode="inline">
    <bdi><xsl:call-template name="language"/><xsl:apply-templates mode="inline"/></bdi>
  </xsl:template>

  <xsl:template match="m:ref" mode="inline">
    <xsl:variable name="target" select="key('reference', @target)"/>
    <xsl:choose>
      <xsl:when test="@href">
        <a href="{@href}"><xsl:call-template name="ref-facts"/><xsl:call-template name="ref-words"/></a>
      </xsl:when>
      <xsl:when test="$target">
        <a class="dd-ref" href="#dd-id-{translate(normalize-space(@target), ' ', '_')}"><xsl:call-template name="ref-facts"/><xsl:call-template name="ref-words"/></a>
      </xsl:when>
      <xsl:otherwise>
        <span class="dd-ref"><xsl:call-template name="ref-facts"/><xsl:call-template name="ref-words"/></span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="ref-facts">
    <xsl:call-template name="data"><xsl:with-param name="facts" select="@kind | @number | @date | @target[../@href]"/></xsl:call-template>
    <xsl:if test="not(node())"><xsl:call-template name="computed"/></xsl:if>
  </xsl:template>

  <!-- A reference without words of its own is named by its title. -->
  <xsl:template name="ref-words">
    <xsl:apply-templates mode="inline"/>
    <xsl:if test="not(node())"><xsl:value-of select="key('reference', @target)"/></xsl:if>
  </xsl:template>

</xsl:stylesheet>
