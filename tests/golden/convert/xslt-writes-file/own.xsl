<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:diplodoc:layout:1"
    xmlns:exsl="http://exslt.org/common" extension-element-prefixes="exsl">
  <xsl:template match="/"><document><block>one</block></document><exsl:document href="written.txt" method="text">two</exsl:document></xsl:template>
</xsl:stylesheet>
