<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="http://www.w3.org/1999/xhtml"
    xmlns:r="urn:diplodoc:resolved:1">
  <xsl:template match="/"><html lang="en"><head><r:theme/><title>A</title></head><body><p>B</p></body></html></xsl:template>
</xsl:stylesheet>
