<?xml version="1.0" encoding="UTF-8"?>
<!-- 送达回证: one for each notice, to be filled in by hand as far as the service is not yet on file. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="case" mode="receipt"/>
  <xsl:template match="case[notice]" mode="receipt">
    <document kind="receipt" kind-name="送达回证" key="{@key}" department="{@department}" case="{@id}" date="{notice/@date}" year="{/model/@year}"
              title="送达回证" subject="{$subject}" about="{@name}" stylesheet="kinds/receipt/receipt.xsl" place="{notice/@place}">
      <issuer><xsl:value-of select="notice/@issuer-name"/></issuer>
      <document-number><xsl:value-of select="notice/@number-words"/></document-number>
      <main-recipients><xsl:value-of select="@name"/></main-recipients>
      <xsl:copy-of select="act | service"/>
    </document>
  </xsl:template>

</xsl:stylesheet>
