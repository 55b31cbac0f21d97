<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:diplodoc:layout:1"
    xmlns:r="urn:diplodoc:resolved:1" exclude-result-prefixes="r">
  <xsl:template match="/"><document><block><xsl:value-of select="//r:title"/></block></document></xsl:template>
</xsl:stylesheet>
