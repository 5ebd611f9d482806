"""Reads the traces of agendaset: rows of glyphs, cells of characters, lines of blocks."""
import re
import statistics
import sys
from collections import defaultdict, namedtuple

OPEN = set("（《〈「『“‘〔【〖［｛")
CLOSE = set("）》〉」』”’〕】〗］｝")
PAUSE = set("。，、；：？！．")
QUESTION = set("？！")
LONG = set("—…⋯⸺")
HALF = set("·–／")
CONNECTOR = set("–～〜")
LIGATURES = ("ffi", "ffl", "——", "……", "ff", "fi", "fl")
BLOCKS = re.compile(r"(P|H[1-6]|LBody|Lbl|TD|TH|Caption|Note|LI|Figure)#")
TEXT = re.compile(r'  text (\S+) (\S+) w (\S+) (\S+) (\S+)(?: scale (\d+))?(?: rise (\S+))? '
                  r'(?:black|grey \d+|rgb \d+ \d+ \d+) (\S+) (\S+)( right-to-left)? '
                  r'"(.*)"((?: -?[\d.]+(?:\*\d+)?)*)$')

Row = namedtuple("Row", "page x baseline width face size rise path language rtl text steps")
Cell = namedtuple("Cell", "text kind start end size row")


class Trace:
    """The pages of one document, as read."""

    def __init__(self, path):
        self.path, self.pages, self.rows, self.rules, self.links = path, {}, [], [], {}
        page, parents = 0, []
        with open(path, encoding="utf-8", newline="\n") as file:
            for line in file:
                if line.startswith("page "):
                    word = line.split()
                    page = int(word[1])
                    self.pages[page] = float(word[2]), float(word[4])
                elif line.startswith("  text ") and page:
                    self.rows.append(read_row(line.rstrip("\n"), page))
                elif line.startswith("  rule "):
                    word = line.split()
                    self.rules.append((float(word[1]), float(word[3])))
                elif line.startswith("tags"):
                    page = 0
                elif not page and line.startswith("  "):
                    self.read_tag(line, parents)

    def read_tag(self, line, parents):
        depth = (len(line) - len(line.lstrip())) // 2 - 1
        name, _, rest = line.strip().partition(" ")
        del parents[depth:]
        parents.append(name)
        target = re.search(r" to (\S+)$", " " + rest)
        if name.startswith("Link#") and target:
            self.links["/".join(parents)] = target.group(1)


def read_row(line, page):
    match = TEXT.match(line)
    if not match:
        sys.exit("measure_typography: not a line of a trace: " + line)
    x, y, w, face, size, _, rise, path, language, rtl, text, steps = match.groups()
    widths = []
    for step in steps.split():
        value, _, count = step.partition("*")
        widths += [float(value)] * int(count or 1)
    return Row(page, float(x), float(y), float(w), face, float(size), float(rise or 0), path,
               language, bool(rtl), text, widths)


def is_han(c):
    return "\u3400" <= c <= "\u9fff" or "\uf900" <= c <= "\ufaff" or \
        "\U00020000" <= c <= "\U0003ffff" or c == "〇"


def split_text(row):
    """The text of each glyph; None when it cannot be told.  Where there are fewer glyphs
    than characters, ligatures are; two dashes are one when it is as wide as both."""
    parts, i, spare = [], 0, len(row.text) - len(row.steps)
    while i < len(row.text):
        piece = next((s for s in LIGATURES if row.text.startswith(s, i)), row.text[i])
        is_wide = len(parts) < len(row.steps) and row.steps[len(parts)] > 1.5 * row.size
        is_one = len(piece) - 1 <= spare and (piece not in ("——", "……") or is_wide)
        parts.append(piece if is_one else row.text[i])
        i += len(parts[-1])
        spare -= len(parts[-1]) - 1
    return parts if len(parts) == len(row.steps) else None


def cell_kind(text, row, han_faces):
    if row.rise:
        return "raised"
    if is_han(text):
        return "han"
    if text[0] in OPEN | CLOSE | PAUSE | LONG | HALF | CONNECTOR and row.face in han_faces:
        return "mark"
    if text.isspace():
        return "space"
    return "latin" if text[0].isalnum() else "other"


def ink(text):
    """What a cell takes of an em, and where its glyph begins in it."""
    if text in OPEN:
        return 0.5, -0.5
    if text in CLOSE | PAUSE | HALF:
        return 0.5, 0.0
    return float(len(text)), 0.0


def learn_offsets(rows, han_faces):
    """Faces that centre a mark are moved in its cell: the last glyph of a row tells."""
    seen = defaultdict(list)
    for row in rows:
        last = row.text[-1:]
        if row.steps and row.face in han_faces and last and ink(last)[0] == 0.5:
            seen[row.face, last].append(0.5 - row.steps[-1] / row.size)
    learnt = {key: statistics.median(values) for key, values in seen.items()}
    return {key: offset for key, offset in learnt.items()
            if abs(offset - ink(key[1])[1]) < 0.3}


def row_cells(row, han_faces, offsets):
    parts = split_text(row)
    if parts is None:
        return [Cell(row.text, "other", row.x, row.x + row.width, row.size, row)]
    cells, x, end = [], row.x + row.width - sum(row.steps), row.x + row.width
    for i, (text, step) in enumerate(zip(parts, row.steps)):
        kind, start, stop = cell_kind(text, row, han_faces), x, x + step
        if kind in ("han", "mark"):
            width, offset = ink(text)
            start = x - offsets.get((row.face, text), offset) * row.size
            stop = start + width * row.size
        start = row.x if i == 0 else start
        stop = end if i == len(parts) - 1 and not text.isspace() else stop
        cells.append(Cell(text, kind, start, stop, row.size, row))
        x += step
    return cells


class Line:
    """What stands on one baseline of one block."""

    def __init__(self, block, rows, trace):
        self.block, self.page, self.baseline = block, rows[0].page, rows[0].baseline
        rows = sorted(rows, key=lambda row: row.x)
        self.rtl = any(row.rtl for row in rows)
        cells = [c for row in rows for c in row_cells(row, trace.han_faces, trace.offsets)]
        while cells and cells[-1].kind == "space":
            cells.pop()
        self.cells = cells or row_cells(rows[0], trace.han_faces, trace.offsets)
        self.text = "".join(cell.text for cell in self.cells)
        self.left, self.right = self.cells[0].start, self.cells[-1].end
        self.size = max(cell.size for cell in self.cells)
        self.han = sum(cell.kind == "han" for cell in self.cells)
        self.is_cjk = self.han > 0.4 * len(self.text)
        # Blocks that are set alike: the same elements in the same size.
        self.style = re.sub(r"#\d+", "", block), self.size

    def pairs(self):
        return zip(self.cells, self.cells[1:])

    def extras(self):
        """White between neighbouring ideographs, in em."""
        return [(b.start - a.end) / a.size for a, b in self.pairs()
                if a.kind == b.kind == "han"]

    def spaces(self):
        return [cell for cell in self.cells if cell.kind == "space" and cell.text == " "]

    def gaps(self):
        """White between ideographs and Latin, in em of the ideograph; a space counts."""
        solid = [cell for cell in self.cells if cell.kind != "space"]
        for a, b in zip(solid, solid[1:]):
            if {a.kind, b.kind} == {"han", "latin"} and a.row is not b.row:
                yield (b.start - a.end) / (a if a.kind == "han" else b).size


def block_of(path):
    """The element that is a paragraph: the innermost that is no part of a line."""
    parts = path.split("/")
    while len(parts) > 1 and not BLOCKS.match(parts[-1]):
        parts.pop()
    return "/".join(parts)


def find_lines(trace):
    trace.han_faces = {row.face for row in trace.rows if any(map(is_han, row.text))}
    trace.offsets = learn_offsets(trace.rows, trace.han_faces)
    groups = defaultdict(list)
    for row in trace.rows:
        if row.path[0] != "(" and row.text.strip():
            groups[block_of(row.path), row.page, row.baseline].append(row)
    lines = [Line(key[0], rows, trace) for key, rows in groups.items()]
    blocks = defaultdict(list)
    for line in sorted(lines, key=lambda line: (line.page, line.baseline)):
        blocks[line.block].append(line)
    return blocks


def in_part(line, *names):
    return any(f"/{name}#" in line.block for name in names)
