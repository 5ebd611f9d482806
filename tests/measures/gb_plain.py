#!/usr/bin/python3
"""gb_plain.py FULL.pdf: the page of GB/T 9704—2012, measured.  FULL is an agenda in gb-plain whose third paragraph is of
ideographs alone and fills page 2."""
import sys
from statistics import mean

from pdf_marks import MM, ink_box, paper_size, read_lines, tell

pdf = sys.argv[1]
pages = read_lines(pdf)
paper = paper_size(pdf)
*text, foot = pages[1]
first, full, last = text[0], text[1], text[-1]
pitches = [below.baseline - above.baseline for above, below in zip(text, text[1:])]
advances = [right.x - left.x for line in text[:-1] for left, right in zip(line.glyphs, line.glyphs[1:])]
bottom = last.bottom
odd_foot = pages[0][-1]
dash = ink_box(pdf, 2, foot.x, bottom + 5, 13, 30)

wrong = tell("gb-plain: the page, by GB/T 9704—2012, 5.2", [
    ("paper, width", 210, paper[0] / MM, 0.1, "mm"),
    ("paper, height", 297, paper[1] / MM, 0.1, "mm"),
    ("天头, over the first line's characters", 37, first.top / MM, 0.1, "mm"),
    ("订口, left of them", 28, full.x / MM, 0.1, "mm"),
    ("版心, width", 156, (full.end - full.x) / MM, 0.1, "mm"),
    ("版心, height", 225, (bottom - first.top) / MM, 0.1, "mm"),
    ("lines of a full page", 22, len(text), 0, ""),
    ("characters of a full line", 28, len(full.glyphs), 0, ""),
    ("fewest, of all its lines", 28, min(len(line.glyphs) for line in text), 0, ""),
    ("most", 28, max(len(line.glyphs) for line in text), 0, ""),
    ("from line to line, mean", 29.62, mean(pitches), 0.01, "pt"),
    ("largest", 29.62, max(pitches), 0.02, "pt"),
    ("from character to character", 442.2 / 28, mean(advances), 0.05, "pt"),
    ("size of text: 3号, as 28 fill a line", 15.75, full.size, 0, "pt"),
    ("size of the title: 2号", 22, pages[0][0].size, 0, "pt"),
])
wrong += tell("gb-plain: the page number, 7.5", [
    ("size: 4号", 14, foot.size, 0, "pt"),
    ("its dash under the type area", 7, (dash[1] - bottom) / MM, 0.1, "mm"),
    ("even page: from the left edge, one character", 14, foot.x - full.x, 0.1, "pt"),
    ("odd page: from the right edge", 14, full.end - odd_foot.end, 0.1, "pt"),
])
for number, page in enumerate(pages, 1):
    if page[-1].text != f"— {number} —":
        print(f"page {number} has the number “{page[-1].text}”")
        wrong += 1
sys.exit(wrong > 0)
