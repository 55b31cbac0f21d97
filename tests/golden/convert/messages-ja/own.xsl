<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="http://www.w3.org/1999/xhtml">
  <xsl:template match="/"><p><a href="javascript:alert(1)">One</a></p></xsl:template>
</xsl:stylesheet>
