<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:diplodoc:layout:1"
    xmlns:m="urn:diplodoc:meeting-summary:1" exclude-result-prefixes="m">
  <xsl:import href="xslt/text.xsl"/>
  <xsl:template match="m:item"><block label="*"><xsl:call-template name="sentences"/></block></xsl:template>
</xsl:stylesheet>
