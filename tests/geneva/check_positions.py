#!/usr/bin/python3
"""check_positions.py ORIGINAL.positions OURS.pdf: the lines of the original, as mupdf read them, against ours: the
same beginnings of lines on the same pages, at the same x, and, where nothing was lost above, on the same baseline."""
import re
import subprocess
import sys
import xml.etree.ElementTree as xml

X_TOLERANCE = 0.5
BASELINE_TOLERANCE = 0.5
# Where the original's spacing is of one kind: between these baselines (README.md says what is beyond them).
BASELINES_AGREE = {1: [(0, 580), (660, 842)], 2: [(0, 680), (760, 842)], 3: [(0, 200), (760, 842)]}
BEGINNING = 40
# The original's running heads leave out the symbol's first part.
UNLIKE = ["AGAT/2020/INF.1"]


def plain(text):
    return " ".join(text.split())


def read_original(path):
    page, lines = 0, []
    for row in open(path, encoding="utf-8"):
        if re.match(r"PAGE (\d) \d+\.\d", row):
            page = int(row.split()[1])
        found = re.match(r"x +([\d.]+)- *([\d.]+) base +([\d.]+) +([\d.]+) (\S+) (.*)", row)
        if found and plain(found[6]) and plain(found[6]) not in UNLIKE:
            lines.append((page, float(found[1]), float(found[3]), plain(found[6])))
    return lines


def read_ours(path):
    text = subprocess.run(["mutool", "draw", "-q", "-F", "stext", "-o", "-", path], check=True, capture_output=True).stdout
    lines = []
    for number, page in enumerate(xml.fromstring(text).iter("page"), 1):
        for line in page.iter("line"):
            characters = list(line.iter("char"))
            words, first, end, size = "", None, 0, float(line.find("font").get("size"))
            for character in characters:
                at = float(character.get("x"))
                # mupdf joins a label and its text; the original's positions have them apart.
                if first is not None and at - end > 1.2 * size:
                    lines.append((number, float(first.get("x")), float(first.get("y")), plain(words)))
                    words, first = "", None
                first = character if first is None else first
                words += character.get("c")
                end = float(character.get("quad").split()[2]) if character.get("c") != " " else end
            lines.append((number, float(first.get("x")), float(first.get("y")), plain(words)))
    return lines


def main(original_path, ours_path):
    ours, wrong, greatest_x, greatest_y = read_ours(ours_path), 0, 0, 0
    original = read_original(original_path)
    for page, x, baseline, text in original:
        same = [line for line in ours if line[0] == page and line[3][:BEGINNING] == text[:BEGINNING]]
        if not same:
            print(f"page {page}: no line begins with “{text[:BEGINNING]}”")
            wrong += 1
            continue
        nearest = min(same, key=lambda line: abs(line[2] - baseline) + abs(line[1] - x))
        off_x, off_y = abs(nearest[1] - x), abs(nearest[2] - baseline)
        greatest_x = max(greatest_x, off_x)
        if any(top < baseline < bottom for top, bottom in BASELINES_AGREE[page]):
            greatest_y = max(greatest_y, off_y)
        else:
            off_y = 0
        if off_x > X_TOLERANCE or off_y > BASELINE_TOLERANCE:
            print(f"page {page}: “{text[:BEGINNING]}” at {nearest[1:3]}, the original's at {(x, baseline)}")
            wrong += 1
    print(f"{len(original)} lines, {wrong} unlike; largest distance {greatest_x:.2f} pt in x, {greatest_y:.2f} pt in y")
    return wrong > 0


sys.exit(main(*sys.argv[1:3]))
