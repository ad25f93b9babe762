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


def build(folder, family, characters, variants=(), descent=-120, typo_descent=-120, style="Regular"):
    """characters: code point → width of the box; variants: (base, selector, width)."""
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
    builder.setupHorizontalMetrics({name: (1000, 50) for name in glyphs})
    builder.setupHorizontalHeader(ascent=880, descent=descent)
    builder.setupNameTable({"familyName": family, "styleName": style, "fullName": family, "psName": family + "-" + style,
                            "uniqueFontIdentifier": family, "version": "Version 1.0"})
    builder.setupOS2(sTypoAscender=880, sTypoDescender=typo_descent, sTypoLineGap=0, usWinAscent=880, usWinDescent=120,
                     ulUnicodeRange1=1, usWeightClass=700 if style == "Bold" else 400, fsSelection=32 if style == "Bold" else 64)
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
