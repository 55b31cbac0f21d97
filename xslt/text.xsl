<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- Wire text. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:diplodoc:layout:1"
    xmlns:m="urn:diplodoc:meeting-summary:1" xmlns:r="urn:diplodoc:resolved:1" exclude-result-prefixes="m r">

  <xsl:include href="common/printed.xsl"/>

  <xsl:output method="xml"/>

  <xsl:template match="/">
    <document xml:lang="{$root/@xml:lang}">
      <xsl:if test="$resolved/r:document/@valid = 'false'">
        <rule char="*"/>
        <block><xsl:value-of select="$words/@not-valid"/></block>
        <rule char="*"/>
      </xsl:if>
      <xsl:call-template name="optional"><xsl:with-param name="text" select="$resolved/r:publisher"/><xsl:with-param name="gap" select="1"/></xsl:call-template>
      <xsl:call-template name="optional"><xsl:with-param name="text" select="$resolved/r:series"/></xsl:call-template>
      <xsl:call-template name="optional"><xsl:with-param name="text" select="$head/m:documentNumber"/></xsl:call-template>
      <block gap="1"><xsl:value-of select="$resolved/r:title"/></block>
      <rule/>
      <block><xsl:value-of select="$resolved/r:issued"/></block>
      <xsl:call-template name="optional"><xsl:with-param name="text" select="$resolved/r:translation"/></xsl:call-template>
      <xsl:for-each select="$head/m:updated">
        <block gap="1" label="*"><xsl:value-of select="@r:label"/><br/><xsl:apply-templates mode="plain"/></block>
      </xsl:for-each>
      <block gap="1"><xsl:apply-templates select="$root/m:lead | $resolved/r:lead[not($root/m:lead)]" mode="plain"/></block>
      <xsl:apply-templates select="$root/m:body/*"/>
      <xsl:for-each select="$root/m:note"><block gap="1"><xsl:apply-templates select="." mode="plain"/></block></xsl:for-each>
      <xsl:call-template name="lists"/>
      <xsl:call-template name="publication"/>
      <line gap="1"><xsl:value-of select="$words/@end"/></line>
    </document>
  </xsl:template>

  <!-- A line that is left out where it has no text. -->
  <xsl:template name="optional">
    <xsl:param name="text"/>
    <xsl:param name="gap" select="0"/>
    <xsl:if test="normalize-space($text) != ''"><block gap="{$gap}"><xsl:value-of select="$text"/></block></xsl:if>
  </xsl:template>

  <!-- Behind a text, in the brackets of the language. -->
  <xsl:template name="remark">
    <xsl:param name="text"/>
    <xsl:value-of select="concat($words/@abbreviation.open, $text, $words/@abbreviation.close)"/>
  </xsl:template>

  <!-- What has no marks in it is printed as it stands. -->
  <xsl:template match="*" mode="sentence">
    <xsl:choose>
      <xsl:when test="@r:marked or @r:open"><xsl:apply-templates select="." mode="plain"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What was said. Items with a heading stand apart; nested ones close up. -->
  <xsl:template match="m:topic">
    <xsl:if test="m:heading">
      <block gap="2"><xsl:value-of select="m:heading"/></block>
      <rule width="20"/>
    </xsl:if>
    <xsl:apply-templates select="m:item | m:paragraph"/>
  </xsl:template>

  <xsl:template match="m:paragraph">
    <block gap="1"><xsl:call-template name="sentences"/></block>
  </xsl:template>

  <xsl:template match="m:item">
    <block gap="1" label="{@r:label}" hang="4">
      <xsl:if test="@r:level &gt; 2"><xsl:attribute name="hang">6</xsl:attribute></xsl:if>
      <xsl:if test="m:heading"><block><xsl:value-of select="m:heading"/></block></xsl:if>
      <xsl:if test="m:statement or m:narrative or m:note"><block><xsl:call-template name="sentences"/></block></xsl:if>
      <xsl:apply-templates select="m:item"/>
    </block>
  </xsl:template>

  <!-- What follows the text. -->
  <xsl:template name="lists">
    <xsl:if test="$root/m:outcome"><xsl:call-template name="title"><xsl:with-param name="label" select="$words/@outcomes"/></xsl:call-template><xsl:apply-templates select="$root/m:outcome"/></xsl:if>
    <xsl:call-template name="title"><xsl:with-param name="label" select="$words/@facts"/></xsl:call-template>
    <xsl:apply-templates select="$event/r:fact | $event/r:session"/>
    <xsl:call-template name="title"><xsl:with-param name="label" select="$words/@participants"/></xsl:call-template>
    <xsl:apply-templates select="$resolved/r:party"/>
    <xsl:if test="$root/m:photo"><xsl:call-template name="title"><xsl:with-param name="label" select="$words/@photos"/></xsl:call-template><xsl:apply-templates select="$root/m:photo"/></xsl:if>
    <xsl:if test="$root/m:attachment"><xsl:call-template name="title"><xsl:with-param name="label" select="$words/@attachments"/></xsl:call-template><xsl:apply-templates select="$root/m:attachment"/></xsl:if>
    <xsl:if test="$unexpanded"><xsl:call-template name="title"><xsl:with-param name="label" select="$words/@terms"/></xsl:call-template><xsl:apply-templates select="$unexpanded"/></xsl:if>
    <xsl:if test="$references | $refs[@href]"><xsl:call-template name="title"><xsl:with-param name="label" select="$words/@references"/></xsl:call-template><xsl:apply-templates select="$references | $refs[@href]"/></xsl:if>
    <xsl:if test="$root/m:related"><xsl:call-template name="title"><xsl:with-param name="label" select="$words/@related"/></xsl:call-template><xsl:apply-templates select="$root/m:related"/></xsl:if>
  </xsl:template>

  <xsl:template name="title">
    <xsl:param name="label"/>
    <block gap="2"><xsl:value-of select="$label"/></block>
    <rule width="20"/>
  </xsl:template>

  <!-- A label stands once, before all of its values. -->
  <xsl:template match="r:fact[@again]"/>
  <xsl:template match="r:fact">
    <block label="{@label}" hang="16">
      <xsl:apply-templates mode="plain"/>
      <xsl:for-each select="following-sibling::r:fact[@again][@label = current()/@label]"><br/><xsl:apply-templates mode="plain"/></xsl:for-each>
    </block>
  </xsl:template>

  <xsl:template match="r:session">
    <block gap="1"><xsl:value-of select="r:name"/></block>
    <xsl:apply-templates select="r:fact"/>
  </xsl:template>

  <xsl:template match="r:party">
    <block>
      <xsl:if test="position() &gt; 1"><xsl:attribute name="gap">1</xsl:attribute></xsl:if>
      <xsl:value-of select="@heading"/>
      <xsl:if test="@role = 'host'"><xsl:call-template name="remark"><xsl:with-param name="text" select="$words/@host"/></xsl:call-template></xsl:if>
    </block>
    <xsl:apply-templates select="r:person" mode="participant"/>
    <xsl:if test="@others">
      <block label="-"><xsl:value-of select="$words/@others"/></block>
    </xsl:if>
  </xsl:template>

  <xsl:template match="r:person" mode="participant">
    <block label="-">
      <xsl:if test="@name != ''"><xsl:value-of select="@full"/></xsl:if>
      <xsl:if test="@original"><xsl:call-template name="remark"><xsl:with-param name="text" select="@original"/></xsl:call-template></xsl:if>
      <xsl:if test="@name != ''"><br/></xsl:if>
      <xsl:value-of select="@offices"/>
      <xsl:if test="not(@offices != '')"><xsl:value-of select="@office"/></xsl:if>
      <xsl:if test="@attendance != ''"><xsl:call-template name="remark"><xsl:with-param name="text"><xsl:call-template name="attendance"/></xsl:with-param></xsl:call-template></xsl:if>
    </block>
  </xsl:template>

  <xsl:template match="m:photo">
    <block label="-">
      <xsl:apply-templates select="m:caption" mode="plain"/>
      <xsl:call-template name="day"/>
      <xsl:if test="m:alt"><br/><xsl:value-of select="m:alt"/></xsl:if>
      <xsl:if test="m:credit"><br/><xsl:value-of select="concat($words/@credit, ' ', m:credit)"/></xsl:if>
      <xsl:call-template name="address"><xsl:with-param name="to" select="@src"/></xsl:call-template>
    </block>
  </xsl:template>

  <xsl:template match="m:outcome">
    <block label="-">
      <xsl:value-of select="@r:label"/>
      <xsl:call-template name="names"><xsl:with-param name="ids" select="@by"/></xsl:call-template>
      <xsl:call-template name="day"/>
      <br/>
      <xsl:value-of select="m:title"/>
      <xsl:if test="m:title/@r:language"><xsl:call-template name="remark"><xsl:with-param name="text" select="m:title/@r:language"/></xsl:call-template></xsl:if>
      <xsl:if test="m:description"><br/><xsl:apply-templates select="m:description" mode="plain"/></xsl:if>
      <xsl:call-template name="address"><xsl:with-param name="to" select="@href"/></xsl:call-template>
    </block>
  </xsl:template>

  <xsl:template match="m:entry">
    <block label="-">
      <xsl:if test="m:short"><xsl:value-of select="m:short"/> · </xsl:if>
      <xsl:value-of select="m:expansion"/>
    </block>
  </xsl:template>

  <xsl:template match="m:reference | m:ref | m:attachment | m:related">
    <block label="-">
      <xsl:apply-templates select="." mode="plain"/>
      <xsl:call-template name="number"/>
      <xsl:call-template name="day"/>
      <xsl:if test="@rel"> · <xsl:value-of select="@r:kind"/></xsl:if>
      <xsl:if test="@mediaType"> · <xsl:call-template name="file-kind"/></xsl:if>
      <xsl:if test="@r:language"> · <xsl:value-of select="@r:language"/></xsl:if>
      <xsl:call-template name="address"><xsl:with-param name="to" select="@href"/></xsl:call-template>
    </block>
  </xsl:template>

  <xsl:template name="address">
    <xsl:param name="to"/>
    <xsl:if test="$to"><br/><xsl:value-of select="$to"/></xsl:if>
  </xsl:template>

  <xsl:template name="publication">
    <xsl:if test="$office or $head/m:issuer/m:spokesperson or $head/m:contact or $head/m:keyword">
      <xsl:call-template name="title"><xsl:with-param name="label" select="$words/@publication"/></xsl:call-template>
      <xsl:call-template name="detail"><xsl:with-param name="label" select="$words/@issuer"/><xsl:with-param name="values" select="$office"/></xsl:call-template>
      <xsl:call-template name="detail"><xsl:with-param name="label" select="$words/@spokesperson"/><xsl:with-param name="values" select="$head/m:issuer/m:spokesperson"/></xsl:call-template>
      <xsl:for-each select="$head/m:contact">
        <xsl:call-template name="detail"><xsl:with-param name="label" select="$words/@contact"/><xsl:with-param name="values" select="*"/></xsl:call-template>
      </xsl:for-each>
      <xsl:call-template name="detail"><xsl:with-param name="label" select="$words/@keywords"/><xsl:with-param name="values" select="$head/m:keyword"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="detail">
    <xsl:param name="label"/>
    <xsl:param name="values"/>
    <xsl:if test="$values">
      <block label="{$label}" hang="16">
        <xsl:for-each select="$values">
          <xsl:if test="position() &gt; 1"><br/></xsl:if>
          <xsl:value-of select="."/>
        </xsl:for-each>
      </block>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
