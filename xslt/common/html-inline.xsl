<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- HTML inside sentences. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="http://www.w3.org/1999/xhtml"
    xmlns:m="urn:diplodoc:meeting-summary:1" xmlns:r="urn:diplodoc:resolved:1" exclude-result-prefixes="m r">

  <!-- An id of the document as an id of the page; `dd-id-` is theirs alone. -->
  <xsl:template name="page-id">
    <xsl:if test="@id and not(@r:again)">
      <xsl:attribute name="id"><xsl:value-of select="concat('dd-id-', translate(normalize-space(@id), ' ', '_'))"/></xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- The language of words that are not in that of the page. -->
  <xsl:template name="language">
    <xsl:apply-templates select="@dir" mode="data"/>
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

  <!-- Most have a speaker and an act alone: attributes that are written out cost a quarter. -->
  <xsl:template match="m:statement | m:narrative" mode="sentence">
    <xsl:choose>
      <xsl:when test="@act and @speaker and @r:sum and not(@id or @manner or @inReplyTo or @quoted)">
        <span class="dd-sentence" data-speaker="{normalize-space(@speaker)}" data-act="{normalize-space(@act)}" data-sum="{@r:sum}"><xsl:apply-templates mode="inline"/></span>
      </xsl:when>
      <xsl:otherwise>
        <span class="dd-sentence">
          <xsl:apply-templates select="@*" mode="data-of-sentence"/>
          <xsl:choose>
            <xsl:when test="@r:open"><q><xsl:call-template name="quoted"/></q></xsl:when>
            <xsl:otherwise><xsl:apply-templates mode="inline"/></xsl:otherwise>
          </xsl:choose>
        </span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="m:note" mode="sentence">
    <small class="dd-note"><xsl:call-template name="page-id"/><xsl:call-template name="sum"/><xsl:call-template name="quoted"/></small>
  </xsl:template>

  <!-- Text between the marks of the language. -->
  <xsl:template name="quoted">
    <xsl:if test="@r:open != ''"><span data-computed=""><xsl:value-of select="@r:open"/></span></xsl:if>
    <xsl:apply-templates mode="inline"/>
    <xsl:if test="@r:close != ''"><span data-computed=""><xsl:value-of select="@r:close"/></span></xsl:if>
  </xsl:template>

  <xsl:template match="m:quote" mode="inline">
    <q>
      <xsl:apply-templates select="@speaker" mode="data"/>
      <xsl:call-template name="quoted"/>
    </q>
  </xsl:template>

  <xsl:template match="m:person | r:person" mode="inline">

    <xsl:choose>
      <xsl:when test="@r:generated">
        <span class="dd-person" data-ref="{normalize-space(@ref)}" data-computed=""><xsl:apply-templates mode="inline"/></span>
      </xsl:when>
      <xsl:otherwise>
        <span class="dd-person" data-ref="{normalize-space(@ref)}"><xsl:if test="not(node())"><xsl:attribute name="data-computed"/></xsl:if><xsl:apply-templates mode="inline"/></span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="m:party" mode="inline">
    <span class="dd-party">
      <xsl:apply-templates select="@*[namespace-uri() = '']" mode="data"/>
      <xsl:if test="@r:generated or not(node())"><xsl:attribute name="data-computed"/></xsl:if>
      <xsl:apply-templates mode="inline"/>
    </span>
  </xsl:template>

  <xsl:template match="m:date | m:time" mode="inline">
    <time datetime="{@when}"><xsl:if test="@r:generated or not(node())"><xsl:attribute name="data-computed"/></xsl:if><xsl:apply-templates mode="inline"/></time>
  </xsl:template>

  <xsl:template match="r:time" mode="inline">
    <time datetime="{@datetime}"><xsl:apply-templates mode="inline"/></time>
  </xsl:template>

  <xsl:template match="m:money" mode="inline">
    <data class="dd-money" value="{concat(@currency, ' ', normalize-space(@amount))}">
      <xsl:apply-templates select="@hedge" mode="data"/>
      <xsl:if test="@r:generated or not(node())"><xsl:attribute name="data-computed"/></xsl:if>
      <xsl:apply-templates mode="inline"/>
    </data>
  </xsl:template>

  <xsl:template match="m:quantity" mode="inline">
    <data class="dd-quantity" value="{normalize-space(@value)}">
      <xsl:apply-templates select="@unit | @hedge" mode="data"/>
      <xsl:if test="@r:generated or not(node())"><xsl:attribute name="data-computed"/></xsl:if>
      <xsl:apply-templates mode="inline"/>
    </data>
  </xsl:template>

  <!-- Where it is explained first, it has the entry of the glossary with it. -->
  <xsl:template match="m:term" mode="inline">
    <xsl:if test="@r:open != ''"><span data-computed=""><xsl:value-of select="@r:open"/></span></xsl:if>
    <span class="dd-term" data-ref="{normalize-space(@ref)}">
      <xsl:if test="@r:first or @r:open">
        <xsl:for-each select="key('entry', @ref)[1]">
          <xsl:apply-templates select="@slogan | *" mode="data"/>
          <xsl:attribute name="data-entry"><xsl:value-of select="@r:number"/></xsl:attribute>
        </xsl:for-each>
      </xsl:if>
      <xsl:if test="@r:generated or not(node())"><xsl:attribute name="data-computed"/></xsl:if>
      <xsl:apply-templates mode="inline"/>
    </span>
    <xsl:if test="@r:close != ''"><span data-computed=""><xsl:value-of select="@r:close"/></span></xsl:if>
  </xsl:template>

  <xsl:template match="r:abbr" mode="inline">
    <abbr title="{@title}"><xsl:apply-templates mode="inline"/></abbr>
  </xsl:template>

  <xsl:template match="m:foreign | m:original" mode="inline">
    <bdi><xsl:call-template name="language"/><xsl:apply-templates mode="inline"/></bdi>
  </xsl:template>

  <xsl:template match="m:ref" mode="inline">
    <xsl:choose>
      <xsl:when test="@href">
        <a href="{@href}"><xsl:call-template name="ref-facts"/><xsl:call-template name="ref-words"/></a>
      </xsl:when>
      <xsl:when test="key('reference', @target)">
        <a class="dd-ref" href="#dd-id-{translate(normalize-space(@target), ' ', '_')}"><xsl:call-template name="ref-facts"/><xsl:call-template name="ref-words"/></a>
      </xsl:when>
      <xsl:otherwise>
        <span class="dd-ref"><xsl:call-template name="ref-facts"/><xsl:call-template name="ref-words"/></span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="ref-facts">
    <xsl:apply-templates select="@kind | @number | @date | @target[../@href]" mode="data"/>
    <xsl:if test="not(node())"><xsl:call-template name="computed"/></xsl:if>
  </xsl:template>

  <!-- A reference without words of its own is named by its title. -->
  <xsl:template name="ref-words">
    <xsl:apply-templates mode="inline"/>
    <xsl:if test="not(node())"><xsl:value-of select="key('reference', @target)"/></xsl:if>
  </xsl:template>

</xsl:stylesheet>
