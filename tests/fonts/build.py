#!/usr/bin/python3
"""Makes the fonts of the tests: a few boxes each, in the public domain. Debian: python3-fonttools. Usage: build.py [FOLDER]"""
import os
import sys

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen


def box(left, bottom, right, top):
    pen = TTGlyphPen(None)
    pen.moveTo((left, bottom))
    for point in (left, top), (right, top), (right, bottom):
        pen.lineTo(point)
    pen.closePath()
    return pen.glyph()


def build(folder, family, characters, variants=(), descent=-120, typo_descent=-120, style="Regular", advance=1000, width_class=5):
    """characters: code point → width of the box; variants: (base, selector, width); width_class: of OS/2, 5 is normal."""
    names = {c: "u%05X" % c for c in characters}
    glyphs = {".notdef": box(50, 0, 950, 800)}
    glyphs.update({names[c]: box(50, 0, width, 800) for c, width in characters.items()})
    sequences = []
    for base, selector, width in variants:
        name = "u%05X.%X" % (base, selector)
        glyphs[name] = box(50, 0, width, 800)
        sequences.append((base, selector, name))
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(list(glyphs))
    builder.setupCharacterMap(names, uvs=sequences)
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics({name: (advance, 50) for name in glyphs})
    builder.setupHorizontalHeader(ascent=880, descent=descent)
    builder.setupNameTable({"familyName": family, "styleName": style, "fullName": family, "psName": family + "-" + style,
                            "uniqueFontIdentifier": family, "version": "Version 1.0"})
    builder.setupOS2(sTypoAscender=880, sTypoDescender=typo_descent, sTypoLineGap=0, usWinAscent=880, usWinDescent=120,
                     ulUnicodeRange1=1, usWeightClass=700 if style == "Bold" else 400, usWidthClass=width_class,
                     fsSelection=32 if style == "Bold" else 64)
    builder.setupPost()
    builder.font["head"].macStyle = 1 if style == "Bold" else 0
    builder.font["head"].created = builder.font["head"].modified = 0
    builder.font.recalcTimestamp = False
    builder.save(os.path.join(folder, family + ("" if style == "Regular" else "-" + style) + ".ttf"))


folder = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__))
# ideographs of plane 3 (extensions G and H), and a variation sequence (T-04, T-05)
build(folder, "GwtRare", {0x30000: 900, 0x31350: 700, 0x845B: 900}, [(0x845B, 0xE0100, 500)])
# a horizontal header that says the descent is above the baseline (T-07)
build(folder, "GwtHeader", {0x4E00: 900, 0x4E8C: 900}, descent=200, typo_descent=-120)
# no Han at all; a letter and a mark that make one (ḿ)
build(folder, "GwtLatin", {0x20: 60, 0x41: 900, 0x42: 700, 0x6D: 800, 0x301: 60})
# a bold face of the same family
build(folder, "GwtLatin", {0x41: 500, 0x42: 500}, style="Bold")
# a family of nine widths: a letter is as many tenths of an em wide as its width's number
for number, style in enumerate(("Ultra-Condensed", "Extra-Condensed", "Condensed", "Semi-Condensed", "Regular",
                                "Semi-Expanded", "Expanded", "Extra-Expanded", "Ultra-Expanded"), 1):
    build(folder, "GwtWidths", {0x41: number * 100 - 50}, style=style, advance=number * 100, width_class=number)


def encrypted(data, key):
    out = bytearray()
    for byte in bytes(4) + data:
        out.append(byte ^ key >> 8)
        key = (out[-1] + key) * 52845 + 22719 & 0xFFFF
    return bytes(out)


def type1(folder, family):
    """A Type 1 font of a box for A."""
    box = bytes([139, 250, 124, 13, 139, 22, 239, 139, 5, 139, 239, 5, 39, 139, 5, 9, 14])
    glyphs = b"".join(b"/%s %d RD %s ND\n" % (name, len(code) + 4, encrypted(code, 4330))
                      for name, code in ((b".notdef", bytes([139, 250, 124, 13, 14])), (b"A", box)))
    private = (b"dup /Private 8 dict dup begin\n/RD {string currentfile exch readstring pop} executeonly def\n"
               b"/ND {noaccess def} executeonly def\n/NP {noaccess put} executeonly def\n/BlueValues [] def\n"
               b"/MinFeature {16 16} def\n/password 5839 def\n2 index /CharStrings 2 dict dup begin\n" + glyphs +
               b"end\nend\nreadonly put\nnoaccess put\ndup /FontName get exch definefont pop\nmark currentfile closefile\n")
    hexed = encrypted(private, 55665).hex()
    with open(os.path.join(folder, family + ".pfa"), "w") as out:
        out.write("%%!PS-AdobeFont-1.0: %s 1.0\n11 dict begin\n/FontInfo 3 dict dup begin\n/FullName (%s) readonly def\n"
                  "/FamilyName (%s) readonly def\n/Weight (Regular) readonly def\nend readonly def\n/FontName /%s def\n"
                  "/PaintType 0 def\n/FontType 1 def\n/FontMatrix [0.001 0 0 0.001 0 0] readonly def\n"
                  "/Encoding StandardEncoding def\n/FontBBox {0 0 1000 800} readonly def\ncurrentdict end\ncurrentfile eexec\n"
                  % ((family,) * 4))
        out.write("".join(hexed[i:i + 64] + "\n" for i in range(0, len(hexed), 64)))
        out.write(("0" * 64 + "\n") * 8 + "cleartomark\n")


type1(folder, "GwtTypeOne")
