#!/usr/bin/python3
"""Draws the test seals and signature stamps of the samples, as SVG in millimetres, plainly marked 样章.

usage: draw_seals.py FOLDER                 all seals and stamps of these samples
       draw_seals.py FILE.svg DIAMETER NAME  one seal of another body
(from the project's root; needs python3-fonttools)
"""
import math
import sys
from pathlib import Path

from fontTools.misc.transform import Transform
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

RED = "#FF0000"

# file, diameter in mm (State Council 60, provinces 50, prefectures 45, townships 42), name around
SEALS = [
    ("seal-government", 45, "某某市人民政府"),
    ("seal-finance", 45, "某某市财政局"),
    ("seal-personnel", 45, "某某市人事局"),
    ("seal-audit", 45, "某某市审计局"),
    ("seal-education", 45, "某某市教育局"),
    ("seal-health", 45, "某某市卫生局"),
    ("seal-water", 45, "某某市水利局"),
    ("seal-traffic", 45, "某某市交通局"),
    ("seal-culture", 45, "某某市文化局"),
    ("seal-tax", 45, "某某市税务局"),
    ("seal-province", 50, "某某省人民政府"),
    ("seal-state", 60, "中华某某委员会"),
    ("seal-town", 42, "某某镇人民政府"),
]

# file, width and height in mm, name
STAMPS = [("stamp-mayor", 36, 18, "甲某某"), ("stamp-deputy", 36, 18, "乙某某")]


class Face:
    def __init__(self, path):
        self.font = TTFont(path)
        self.glyphs = self.font.getGlyphSet()
        self.cmap = self.font.getBestCmap()
        self.units = self.font["head"].unitsPerEm

    def path(self, character, size, place):
        """The outline with its em box's middle at the origin of `place`, y down."""
        scale = size / self.units
        glyph = self.glyphs[self.cmap[ord(character)]]
        pen = SVGPathPen(self.glyphs, ntos=lambda n: f"{n:.3f}".rstrip("0").rstrip("."))
        middle = 0.38 * self.units
        glyph.draw(TransformPen(pen, place.scale(scale, -scale).translate(-glyph.width / 2, -middle)))
        return pen.getCommands()


def svg(width, height, parts):
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}mm" height="{height}mm" viewBox="0 0 {width} {height}">\n'
            + "\n".join(parts) + "\n</svg>\n")


def star(centre, radius):
    points = []
    for i in range(10):
        r = radius if i % 2 == 0 else radius * 0.382
        angle = math.pi * i / 5
        points.append(f"{centre + r * math.sin(angle):.3f},{centre - r * math.cos(angle):.3f}")
    return f'<polygon fill="{RED}" points="{" ".join(points)}"/>'


def seal(face, diameter, name):
    middle, edge = diameter / 2, diameter * 0.026
    size = diameter * 0.13
    radius = middle - edge - size * 0.72
    step = math.radians(min(34, 250 / (len(name) - 1)))
    outlines = []
    for i, character in enumerate(name):
        angle = (i - (len(name) - 1) / 2) * step
        place = Transform().translate(middle + radius * math.sin(angle), middle - radius * math.cos(angle)).rotate(angle)
        outlines.append(face.path(character, size, place))
    for i, character in enumerate("样章"):
        place = Transform().translate(middle + (i - 0.5) * size, middle + diameter * 0.385)
        outlines.append(face.path(character, size, place))
    ring = f'<circle cx="{middle}" cy="{middle}" r="{middle - edge / 2:.3f}" fill="none" stroke="{RED}" stroke-width="{edge:.3f}"/>'
    return svg(diameter, diameter, [ring, star(middle, diameter * 0.155), f'<path fill="{RED}" d="{" ".join(outlines)}"/>'])


def stamp(face, width, height, name):
    size = min(height * 0.62, width * 0.82 / len(name))
    outlines = []
    for i, character in enumerate(name):
        outlines.append(face.path(character, size, Transform().translate(width / 2 + (i - (len(name) - 1) / 2) * size * 1.05, height * 0.42)))
    for i, character in enumerate("样章"):
        outlines.append(face.path(character, height * 0.18, Transform().translate(width - height * 0.18 * (2 - i), height * 0.88)))
    return svg(width, height, [f'<path fill="{RED}" d="{" ".join(outlines)}"/>'])


def main():
    folder = Path(sys.argv[1])
    song, kai = Face("fonts/GwBiaoSong-Regular.otf"), Face("fonts/GwKai-Regular.otf")
    if len(sys.argv) == 4:
        folder.write_text(seal(song, float(sys.argv[2]), sys.argv[3]), encoding="utf-8")
        return
    for name, diameter, words in SEALS:
        (folder / f"{name}.svg").write_text(seal(song, diameter, words), encoding="utf-8")
    for name, width, height, words in STAMPS:
        (folder / f"{name}.svg").write_text(stamp(kai, width, height, words), encoding="utf-8")


main()
