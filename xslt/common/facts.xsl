<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- What the front matter of Markdown has in place of the "computed" of JSON: only what is needed to find the words of the document in the text. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="http://www.w3.org/2005/xpath-functions"
    xmlns:m="urn:diplodoc:meeting-summary:1" xmlns:r="urn:diplodoc:resolved:1" exclude-result-prefixes="m r">

  <xsl:include href="base.xsl"/>

  <xsl:output method="xml"/>

  <xsl:template match="/">
    <xsl:variable name="later" select="$root/m:photo[position() &gt; 1]"/>
    <map key="computed">
      <string key="lead"><xsl:apply-templates select="$root/m:lead | $resolved/r:lead[not($root/m:lead)]" mode="plain"/></string>
      <!-- How many blocks stand behind the body, and the heading behind these. -->
      <number key="behind"><xsl:value-of select="count($root/m:note) + count($later) + count($later[@src or m:alt])"/></number>
      <string key="tail"><xsl:value-of select="$resolved/r:words/@facts"/></string>
    </map>
  </xsl:template>

</xsl:stylesheet>
