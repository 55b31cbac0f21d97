<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:diplodoc:layout:1">
  <xsl:template match="/"><document><block><xsl:value-of select="document('a.xml')"/></block></document></xsl:template>
</xsl:stylesheet>
