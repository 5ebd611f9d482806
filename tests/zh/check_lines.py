#!/usr/bin/env python3
"""Checks what a YAML file's comments expect of its lines.

    check_lines.py FILE.yaml NARROW.trace... WIDE.trace

The narrow traces are of columns of several widths, in the wide one every paragraph is a
single line.  In a text of the comments "_" is a space and "|" the place that is meant:
  keep: TEXT      no line ends inside it
  part: A|B       in one of the columns at least a line ends there
  none: NAME      no such offence as tools/measure_typography.py names
  white: A|B EM   between the two, in the wide column
  width: TEXT EM  of the whole, likewise
  face: TEXT NAME of its first character, likewise
  text: TEXT      it can be found, likewise
Without being asked, at the level gb and above: none: start, end, touch.
"""
import os
import re
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../tools"))
from measure_typography import line_offences
from read_trace import Trace, find_lines

EXPECTATION = re.compile(r"\s*# (keep|part|none|white|width|face|text): (.+)$")
TOLERANCE = 0.012


def read_expectations(path):
    with open(path, encoding="utf-8") as file:
        lines = file.readlines()
    found = []
    for kind, rest in (m.groups() for m in map(EXPECTATION.match, lines) if m):
        texts = rest.rsplit(" ", 1) if kind in ("white", "width", "face") else [rest]
        found.append((kind, *(text.replace("_", " ") for text in texts)))
    if "# prohibition: basic\n" not in lines:
        found += [("none", name) for name in ("start", "end", "touch")]
    return found


class Setting:
    """A trace: its paragraphs as text with the places of their line ends."""

    def __init__(self, path):
        self.name = os.path.basename(path).removesuffix(".trace")
        self.blocks = find_lines(Trace(path))
        self.offences = list(line_offences(self.blocks))
        self.paragraphs = [join(block) for block in self.blocks.values()]

    def places(self, text):
        for whole, ends in self.paragraphs:
            at = whole.find(text)
            while at >= 0:
                yield at, ends
                at = whole.find(text, at + 1)

    def runs(self, text):
        """The cells that show the text, each time that it stands on one line."""
        for line in (line for block in self.blocks.values() for line in block):
            starts = {}
            at = 0
            for i, cell in enumerate(line.cells):
                starts[at] = i
                at += len(cell.text)
            starts[at] = len(line.cells)
            at = line.text.find(text)
            while at >= 0:
                if at in starts and at + len(text) in starts:
                    yield line.cells[starts[at]:starts[at + len(text)]]
                at = line.text.find(text, at + 1)


def join(block):
    """Word spaces hang at line ends; the source's text has one there."""
    text, ends = "", set()
    for i, line in enumerate(block):
        text += line.text
        latin = text[-1:].isascii() and i + 1 < len(block) and block[i + 1].text[0].isascii()
        if latin and not text.endswith(("-", "/")):
            text += " "
        ends.add(len(text))
    return text.replace("\u00a0", " "), ends


def check_keep(narrow, _, text):
    found = False
    for setting in narrow:
        for at, ends in setting.places(text):
            found = True
            if any(at < end < at + len(text) for end in ends):
                return f"is parted in {setting.name}"
    return None if found else "does not occur"


def check_part(narrow, _, text):
    before, after = text.split("|")
    for setting in narrow:
        for at, ends in setting.places(before + after):
            if at + len(before) in ends:
                return None
    return "is never parted"


def check_none(narrow, _, name):
    for setting in narrow:
        for offence in setting.offences:
            if offence.name == name:
                return f"in {setting.name}: {offence.detail}"
    return None


def check_white(_, wide, text, em):
    before, after = text.split("|")
    values = []
    for cells in wide.runs(before + after):
        count = 0
        while len("".join(c.text for c in cells[:count])) < len(before):
            count += 1
        a, b = cells[count - 1], cells[count]
        values.append((b.start - a.end) / max(a.size, b.size))
    return compare(values, em)


def check_width(_, wide, text, em):
    return compare([(cells[-1].end - cells[0].start) / cells[0].size
                    for cells in wide.runs(text)], em)


def compare(values, em):
    if not values:
        return "does not occur"
    wrong = [value for value in values if abs(value - float(em)) > TOLERANCE]
    return f"is {wrong[0]:.3f}" if wrong else None


def check_face(_, wide, text, name):
    faces = [cells[0].row.face for cells in wide.runs(text)]
    wrong = [face for face in faces if face != name]
    return f"is {wrong[0]}" if wrong else None if faces else "does not occur"


def check_text(_, wide, text):
    return None if any(wide.places(text)) else "does not occur"


CHECKS = {"keep": check_keep, "part": check_part, "none": check_none, "white": check_white,
          "width": check_width, "face": check_face, "text": check_text}


def main(arguments):
    expectations = read_expectations(arguments[0])
    *narrow, wide = map(Setting, arguments[1:])
    failed = 0
    for kind, *texts in expectations:
        complaint = CHECKS[kind](narrow, wide, *texts)
        failed += complaint is not None
        if complaint:
            print(f"{kind}: {' '.join(texts)}: {complaint}")
    print(f"{len(expectations)} expectations, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
