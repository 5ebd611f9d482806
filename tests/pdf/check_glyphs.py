#!/usr/bin/python3
"""Whether every code that a PDF shows has, in the embedded font, the outline and width
that its character has in a face it may come from.

usage: check_glyphs.py FILE.pdf... FONT_FOLDER...

Text extraction cannot see a wrong glyph, because it reads ToUnicode; this compares shapes.
A character whose glyph was exchanged on purpose (by language or context) has another
shape than the face's default one: those are counted and must stay few.  So are copies that
take in a gap, moved or with another width, by no more than three quarters of an em."""
import io
import os
import re
import struct
import sys

import pikepdf
from fontTools.cffLib import CFFFontSet
from fontTools.pens.recordingPen import DecomposingRecordingPen, RecordingPen
from fontTools.ttLib import TTCollection, TTFont


def open_faces(folders):
    """PostScript name -> face, of all font files."""
    faces = {}
    for folder in folders:
        for name in sorted(os.listdir(folder)):
            path = os.path.join(folder, name)
            if name.endswith((".ttc", ".otc")):
                fonts = TTCollection(path, lazy=True).fonts
            elif name.endswith((".ttf", ".otf")):
                fonts = [TTFont(path, lazy=True)]
            else:
                continue
            for font in fonts:
                faces[font["name"].getDebugName(6)] = font
    return faces


def drawing(glyph_set, name):
    pen = DecomposingRecordingPen(glyph_set)
    glyph_set[name].draw(pen)
    return pen.value


def embedded_cff(data):
    """Glyph number -> drawing."""
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(data), None)
    top = fonts[0]
    drawings = []
    for name in top.charset:
        pen = RecordingPen()
        top.CharStrings[name].draw(pen)
        drawings.append(pen.value)
    return drawings


def embedded_truetype(data):
    font = TTFont(io.BytesIO(data))
    glyphs = font["glyf"]
    order = font.getGlyphOrder()

    class GlyphSet(dict):
        def __missing__(self, name):
            self[name] = Drawable(name)
            return self[name]

    class Drawable:
        def __init__(self, name):
            self.name = name

        def draw(self, pen):
            glyphs[self.name].draw(pen, glyphs)

    glyph_set = GlyphSet()
    return [drawing(glyph_set, name) for name in order]


def unicode_map(stream):
    """Code -> text."""
    texts = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", stream, re.S):
        for code, text in re.findall(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>", block):
            texts[int(code, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be")
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", stream, re.S):
        for low, texts_of_range in re.findall(
                rb"<([0-9A-Fa-f]+)>\s*<[0-9A-Fa-f]+>\s*\[(.*?)\]", block, re.S):
            for i, text in enumerate(re.findall(rb"<([0-9A-Fa-f]*)>", texts_of_range)):
                texts[int(low, 16) + i] = bytes.fromhex(text.decode()).decode("utf-16-be")
        for low, high, text in re.findall(
                rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>",
                re.sub(rb"<[^>]*>\s*<[^>]*>\s*\[.*?\]", b"", block, flags=re.S)):
            start = bytes.fromhex(text.decode()).decode("utf-16-be")
            for code in range(int(low, 16), int(high, 16) + 1):
                texts[code] = start[:-1] + chr(ord(start[-1]) + code - int(low, 16))
    return texts


def width_table(cid_font):
    widths = {}
    items = list(cid_font.get("/W", []))
    while items:
        first = int(items.pop(0))
        following = items.pop(0)
        if isinstance(following, pikepdf.Array):
            for i, width in enumerate(following):
                widths[first + i] = float(width)
        else:
            width = float(items.pop(0))
            for code in range(first, int(following) + 1):
                widths[code] = width
    return widths


def moved(shape, distance):
    return [(command, tuple(p and (p[0] + distance, p[1]) for p in points))
            for command, points in shape]


def first_x(shape):
    return next((points[0][0] for _, points in shape if points), 0)


def is_copy(shape, original, width, wanted, upem):
    """The original, moved, and as much wider when it was moved to the right."""
    distance = first_x(shape) - first_x(original)
    return (distance, width) != (0, wanted) and \
        max(abs(distance) * 1000 / upem, abs(width - wanted)) <= 750 and \
        [(c, [tuple(map(round, p)) for p in ps if p]) for c, ps in shape] == \
        [(c, [tuple(map(round, p)) for p in ps if p]) for c, ps in moved(original, distance)]


def check_font(font, faces, complain):
    """How many codes were compared, how many have another shape than the default, how many
    are copies."""
    cid_font = font.DescendantFonts[0]
    name = str(font.BaseFont)[1:].split("+")[-1]
    face = faces.get(name)
    if face is None:
        complain(f"{name}: no face of that name")
        return 0, 0, 0
    descriptor = cid_font.FontDescriptor
    if "/FontFile3" in descriptor:
        drawings = embedded_cff(descriptor.FontFile3.read_bytes())
    else:
        drawings = embedded_truetype(descriptor.FontFile2.read_bytes())
    gids = None
    if isinstance(cid_font.get("/CIDToGIDMap"), pikepdf.Stream):
        data = cid_font.CIDToGIDMap.read_bytes()
        gids = struct.unpack(f">{len(data) // 2}H", data)
    widths = width_table(cid_font)
    default_width = float(cid_font.get("/DW", 1000))
    upem = face["head"].unitsPerEm
    cmap, glyph_set, metrics = face.getBestCmap(), face.getGlyphSet(), face["hmtx"]
    compared = different = copies = 0
    for code, text in sorted(unicode_map(font.ToUnicode.read_bytes()).items()):
        gid = gids[code] if gids else code
        if gid >= len(drawings):
            complain(f"{name}: code {code} ({text!r}) has no glyph")
            continue
        if len(text) != 1 or ord(text) not in cmap:
            continue
        original = cmap[ord(text)]
        compared += 1
        wanted, width = metrics[original][0] * 1000 / upem, widths.get(code, default_width)
        shape = drawing(glyph_set, original)
        if drawings[gid] == shape and abs(width - wanted) < 0.1:
            continue
        if is_copy(drawings[gid], shape, width, wanted, upem):
            copies += 1
        elif drawings[gid] == shape:
            complain(f"{name}: code {code} ({text!r}) is {width} wide, not {wanted}")
        else:
            different += 1
            print(f"{name}: code {code} ({text!r}) is not the default shape")
    return compared, different, copies


def check_file(name, faces):
    complaints = []
    pdf = pikepdf.open(name)
    compared = different = copies = 0
    for font in pdf.objects:
        if isinstance(font, pikepdf.Dictionary) and font.get("/Subtype") == "/Type0":
            counts = check_font(font, faces, complaints.append)
            compared += counts[0]
            different += counts[1]
            copies += counts[2]
    print(f"{name}: {compared} shapes compared, {different} not the default one, "
          f"{copies} copies")
    for complaint in complaints:
        print(complaint)
    few = different * 50 <= compared + 50 and copies * 5 <= compared
    return compared > 0 and few and not complaints


def main():
    files = [name for name in sys.argv[1:] if name.endswith(".pdf")]
    faces = open_faces([name for name in sys.argv[1:] if not name.endswith(".pdf")])
    good = [check_file(name, faces) for name in files]
    sys.exit(0 if good and all(good) else 1)


if __name__ == "__main__":
    main()
