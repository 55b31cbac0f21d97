<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- The text of the document as JSON: mixed text is an array of strings and of maps with a type. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="http://www.w3.org/2005/xpath-functions"
    xmlns:m="urn:diplodoc:meeting-summary:1" xmlns:r="urn:diplodoc:resolved:1" exclude-result-prefixes="m r">

  <xsl:template match="m:topic">
    <map>
      <string key="type">topic</string>
      <xsl:apply-templates select="@id | @subject | m:heading[1]" mode="fact"/>
      <array key="content"><xsl:apply-templates select="m:item | m:paragraph"/></array>
    </map>
  </xsl:template>

  <xsl:template match="m:item">
    <map>
      <string key="type">item</string>
      <xsl:apply-templates select="@id | m:heading[1]" mode="fact"/>
      <xsl:if test="m:statement | m:narrative | m:note"><array key="sentence"><xsl:apply-templates select="m:statement | m:narrative | m:note"/></array></xsl:if>
      <xsl:if test="m:item"><array key="item"><xsl:apply-templates select="m:item"/></array></xsl:if>
      <map key="computed">
        <string key="label"><xsl:value-of select="@r:label"/></string>
        <string key="number"><xsl:value-of select="@r:number"/></string>
        <number key="level"><xsl:value-of select="@r:level"/></number>
      </map>
    </map>
  </xsl:template>

  <xsl:template match="m:paragraph">
    <map>
      <string key="type">paragraph</string>
      <xsl:apply-templates select="@id" mode="fact"/>
      <array key="sentence"><xsl:apply-templates select="m:statement | m:narrative | m:note"/></array>
    </map>
  </xsl:template>

  <xsl:template match="m:statement">
    <map>
      <string key="type">statement</string>
      <xsl:apply-templates select="@*" mode="said"/>
      <array key="content"><xsl:apply-templates mode="mixed"/></array>
      <xsl:if test="@r:open"><xsl:call-template name="marks"/></xsl:if>
    </map>
  </xsl:template>
  <xsl:template match="@*" mode="said"/>
  <xsl:template match="@id | @act | @manner | @inReplyTo | @quoted" mode="said">
    <string key="{local-name()}"><xsl:value-of select="normalize-space(.)"/></string>
  </xsl:template>
  <xsl:template match="@speaker" mode="said"><array key="speaker"><xsl:call-template name="list"/></array></xsl:template>

  <xsl:template match="m:narrative">
    <map>
      <string key="type">narrative</string>
      <xsl:apply-templates select="@id" mode="fact"/>
      <xsl:call-template name="content"/>
    </map>
  </xsl:template>

  <xsl:template match="m:note">
    <map>
      <string key="type">note</string>
      <xsl:apply-templates select="@id" mode="fact"/>
      <xsl:call-template name="content"/>
      <xsl:call-template name="marks"/>
    </map>
  </xsl:template>

  <!-- Mixed text. -->
  <xsl:template name="content"><array key="content"><xsl:apply-templates mode="mixed"/></array></xsl:template>
  <xsl:template match="m:lead | m:caption | m:description" mode="mixed">
    <array key="{local-name()}"><xsl:apply-templates mode="mixed"/></array>
  </xsl:template>
  <xsl:template match="text()" mode="mixed"><string><xsl:copy/></string></xsl:template>

  <xsl:template match="m:ref" mode="mixed">
    <map>
      <string key="type">ref</string>
      <xsl:apply-templates select="@kind | @target | @date | @number | @href" mode="fact"/>
      <xsl:call-template name="content"/>
      <xsl:call-template name="day-in-words"/>
    </map>
  </xsl:template>

  <xsl:template match="m:quote" mode="mixed">
    <map>
      <string key="type">quote</string>
      <xsl:apply-templates select="@speaker" mode="fact"/>
      <xsl:call-template name="content"/>
      <xsl:call-template name="marks"/>
    </map>
  </xsl:template>

  <xsl:template match="m:person" mode="mixed">
    <map><string key="type">person</string><xsl:apply-templates select="@ref" mode="fact"/><xsl:call-template name="words"/></map>
  </xsl:template>
  <xsl:template match="m:party" mode="mixed">
    <map><string key="type">party</string><xsl:apply-templates select="@ref | @form" mode="fact"/><xsl:call-template name="words"/></map>
  </xsl:template>
  <xsl:template match="m:term" mode="mixed">
    <map>
      <string key="type">term</string>
      <xsl:apply-templates select="@ref" mode="fact"/>
      <xsl:if test="not(@r:generated)"><xsl:call-template name="text"/></xsl:if>
      <xsl:if test="@r:generated or @r:open">
        <map key="computed">
          <xsl:if test="@r:generated"><string key="text"><xsl:value-of select="."/></string></xsl:if>
          <xsl:apply-templates select="@r:first | @r:open | @r:close" mode="fact"/>
        </map>
      </xsl:if>
    </map>
  </xsl:template>
  <xsl:template match="m:date | m:time" mode="mixed">
    <map><string key="type"><xsl:value-of select="local-name()"/></string><xsl:apply-templates select="@when" mode="fact"/><xsl:call-template name="words"/></map>
  </xsl:template>
  <xsl:template match="m:money" mode="mixed">
    <map><string key="type">money</string><xsl:apply-templates select="@currency | @amount | @hedge" mode="fact"/><xsl:call-template name="words"/></map>
  </xsl:template>
  <xsl:template match="m:quantity" mode="mixed">
    <map><string key="type">quantity</string><xsl:apply-templates select="@value | @unit | @hedge" mode="fact"/><xsl:call-template name="words"/></map>
  </xsl:template>

  <!-- The words of an element that the facts may have given. -->
  <xsl:template name="words">
    <xsl:choose>
      <xsl:when test="@r:generated"><map key="computed"><string key="text"><xsl:value-of select="."/></string></map></xsl:when>
      <xsl:when test="string(.)"><string key="text"><xsl:value-of select="."/></string></xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="m:foreign" mode="mixed">
    <map><string key="type">foreign</string><xsl:call-template name="foreign"/></map>
  </xsl:template>

  <xsl:template name="foreign">
    <xsl:apply-templates select="@xml:lang | @dir" mode="fact"/>
    <xsl:call-template name="text"/>
    <xsl:call-template name="language-name"/>
  </xsl:template>

  <!-- What is written between the words, and where. -->
  <xsl:template match="r:place/*" mode="markup">
    <map>
      <string key="type"><xsl:value-of select="local-name()"/></string>
      <string key="in"><xsl:value-of select="../@in"/></string>
      <xsl:if test="@after"><number key="after"><xsl:value-of select="@after"/></number></xsl:if>
      <xsl:if test="@offset"><number key="offset"><xsl:value-of select="@offset"/></number></xsl:if>
      <xsl:if test="@name"><string key="name"><xsl:value-of select="@name"/></string></xsl:if>
      <string key="text"><xsl:value-of select="@text"/></string>
    </map>
  </xsl:template>

  <!-- What is printed before and behind. -->
  <xsl:template match="@r:open | @r:close" mode="fact">
    <string key="{local-name()}"><xsl:value-of select="."/></string>
  </xsl:template>
  <xsl:template name="marks">
    <xsl:if test="@r:open or @r:close"><map key="computed"><xsl:apply-templates select="@r:open | @r:close" mode="fact"/></map></xsl:if>
  </xsl:template>

</xsl:stylesheet>
