<?xml version="1.0" encoding="UTF-8"?>
<!-- templates/scheme/year.xsd → docs/vocabulary.md: every element with where it stands, what it holds, its attributes, in the schema's own
     words; then the values that have names. Made by `make docs/vocabulary.md`; a test says when it is out of date. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema">

  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:strip-space elements="*"/>

  <xsl:key name="type" match="xs:complexType[@name] | xs:simpleType[@name]" use="@name"/>
  <xsl:key name="element" match="xs:element" use="@name"/>

  <xsl:template match="/xs:schema">
    <xsl:text># The vocabulary of a year

Made from the annotations of `templates/scheme/year.xsd` by `make docs/vocabulary.md`; edit the schema, not this page.
Elements have no namespace. Below `scheme` they come in any order, so a year may stand in one file or be put together by XInclude:
a file has up to 64 MB, those that a year includes up to 512 MB together, and 100,000 of them (what is included again counts apart: 64 MB, 10,000 times).
`?` may be absent, `*` any number, `+` one or more; an attribute in **bold** must be there. Dates are `2005-03-28`.

</xsl:text>
    <xsl:text>## Elements&#10;&#10;</xsl:text>
    <xsl:for-each select="//xs:element[generate-id() = generate-id(key('element', @name)[1])]">
      <xsl:sort select="@name"/>
      <xsl:apply-templates select="." mode="entry"/>
    </xsl:for-each>
    <xsl:text>## Values&#10;&#10;</xsl:text>
    <xsl:for-each select="xs:simpleType">
      <xsl:sort select="@name"/>
      <xsl:apply-templates select="." mode="entry"/>
    </xsl:for-each>
  </xsl:template>

  <!-- ==== an element: each different use of its name ==== -->

  <xsl:template match="xs:element" mode="entry">
    <xsl:value-of select="concat('### `', @name, '`&#10;&#10;')"/>
    <xsl:for-each select="key('element', @name)">
      <xsl:variable name="parents"><xsl:apply-templates select="." mode="parent"/></xsl:variable>
      <xsl:value-of select="concat('In ', $parents)"/>
      <xsl:if test="not(parent::xs:schema)"><xsl:apply-templates select="." mode="occurs"/></xsl:if>
      <xsl:text>: </xsl:text>
      <xsl:apply-templates select="." mode="words"/>
      <xsl:text>&#10;&#10;</xsl:text>
      <xsl:apply-templates select="." mode="content"/>
    </xsl:for-each>
  </xsl:template>

  <!-- the element it stands in; inside a named type, all elements of that type -->
  <xsl:template match="xs:element[parent::xs:schema]" mode="parent">the file, as its root</xsl:template>
  <xsl:template match="xs:element" mode="parent">
    <xsl:variable name="owner" select="ancestor::*[self::xs:element or self::xs:complexType[@name]][1]"/>
    <xsl:choose>
      <xsl:when test="$owner/self::xs:element"><xsl:value-of select="concat('`', $owner/@name, '`')"/></xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="//xs:element[@type = $owner/@name][not(@name = preceding::xs:element[@type = $owner/@name]/@name)]">
          <xsl:if test="position() &gt; 1">, </xsl:if>
          <xsl:value-of select="concat('`', @name, '`')"/>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="xs:element" mode="occurs">
    <xsl:choose>
      <xsl:when test="parent::xs:choice[@maxOccurs = 'unbounded'] or (@maxOccurs = 'unbounded' and @minOccurs = '0')"> `*`</xsl:when>
      <xsl:when test="@maxOccurs = 'unbounded'"> `+`</xsl:when>
      <xsl:when test="@minOccurs = '0'"> `?`</xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="*" mode="words">
    <xsl:value-of select="concat(xs:annotation/xs:documentation[@xml:lang = 'zh'], ' / ', xs:annotation/xs:documentation[@xml:lang = 'en'])"/>
  </xsl:template>

  <!-- what it holds, then its attributes -->
  <xsl:template match="xs:element" mode="content">
    <xsl:variable name="type" select="key('type', @type)[self::xs:complexType] | xs:complexType"/>
    <xsl:variable name="children" select="$type/*//xs:element[generate-id(ancestor::xs:complexType[1]) = generate-id($type)]"/>
    <xsl:choose>
      <xsl:when test="$children">
        <xsl:text>Holds: </xsl:text>
        <xsl:for-each select="$children">
          <xsl:if test="position() &gt; 1">, </xsl:if>
          <xsl:value-of select="concat('`', @name, '`')"/>
          <xsl:apply-templates select="." mode="occurs"/>
        </xsl:for-each>
        <xsl:text>&#10;&#10;</xsl:text>
      </xsl:when>
      <xsl:when test="$type[@mixed = 'true']">Holds: words.&#10;&#10;</xsl:when>
      <xsl:when test="$type/xs:simpleContent"><xsl:value-of select="concat('Holds: ', $type/xs:simpleContent/xs:extension/@base, '.&#10;&#10;')"/></xsl:when>
      <xsl:when test="not($type)"><xsl:value-of select="concat('Holds: ', substring-after(concat('x', @type), 'x'), '.&#10;&#10;')"/></xsl:when>
    </xsl:choose>
    <xsl:variable name="attributes" select="$type/xs:attribute | $type/xs:simpleContent/xs:extension/xs:attribute"/>
    <xsl:if test="$attributes">
      <xsl:text>| attribute | value | |&#10;| --- | --- | --- |&#10;</xsl:text>
      <xsl:for-each select="$attributes">
        <xsl:choose>
          <xsl:when test="@use = 'required'"><xsl:value-of select="concat('| **`', @name, '`**')"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="concat('| `', @name, '`')"/></xsl:otherwise>
        </xsl:choose>
        <xsl:value-of select="concat(' | ', translate(substring-after(concat(':', @type), substring(':xs:', 1, 1 + 3 * starts-with(@type, 'xs:'))), ':', ''), ' | ')"/>
        <xsl:apply-templates select="." mode="words"/>
        <xsl:text> |&#10;</xsl:text>
      </xsl:for-each>
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="xs:simpleType" mode="entry">
    <xsl:value-of select="concat('### ', @name, '&#10;&#10;')"/>
    <xsl:apply-templates select="." mode="words"/>
    <xsl:text>&#10;&#10;</xsl:text>
    <xsl:for-each select="xs:restriction/xs:enumeration">
      <xsl:value-of select="concat('- `', @value, '`: ')"/>
      <xsl:apply-templates select="." mode="words"/>
      <xsl:text>&#10;</xsl:text>
      <xsl:if test="position() = last()"><xsl:text>&#10;</xsl:text></xsl:if>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
