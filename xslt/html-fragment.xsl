<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- The article alone, for the body of a page that a content management system makes: it has the one h1. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="http://www.w3.org/1999/xhtml"
    xmlns:m="urn:diplodoc:meeting-summary:1" xmlns:r="urn:diplodoc:resolved:1" exclude-result-prefixes="m r">

  <xsl:include href="common/printed.xsl"/>
  <xsl:include href="common/html-article.xsl"/>

  <xsl:output method="xml"/>

  <xsl:variable name="top" select="2"/>

  <xsl:template match="/">
    <div class="dd-fragment">
      <xsl:call-template name="not-valid"/>
      <xsl:call-template name="article"/>
    </div>
  </xsl:template>

</xsl:stylesheet>
