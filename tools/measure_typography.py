#!/usr/bin/env python3
"""Measures lines and pages from traces (`agendaset build FILE --to trace`).

    measure_typography.py [--even] [--allow NAME:FIGURE]... TRACE...

Prints a line of figures for each trace.  Those that must be zero come first; each offence
is shown below with its page, baseline and text, and makes the exit status 1.
  start, end   lines that begin, end with a mark that may not (level gb); a 2-em dash or
               an ellipsis that is cut; a line that begins with a note's mark
  open         neighbouring marks with more white than half an em to be kept between them
  touch        cells that run into one another
  lone         last lines of a single ideograph; not of cells
  edge         full lines of justified text more than 0.1 pt off the column's edge; not
               those in which nothing can give, as inside of a symbol
  widow, orphan, head   single last, first lines of a paragraph; a heading with fewer than
               two lines of its text below it
  note         notes that do not begin on the page of their first mark
  out          text outside the column or the paper, or in running heads and feet
  over         lines printed over one another
Then, of justified text: `off` the worst distance of a full line from the edge (pt); `han`
the widest mean white between ideographs of a full line and its spread over them (em);
`gap` the mean and the widest white between ideographs and Latin (em); `word` narrowest
and widest word space of full Latin lines (em).  --even also asks of Chinese lines what
good setting reaches; --allow excuses one figure of one trace.
"""
import re
import statistics
import sys
from collections import Counter, defaultdict, namedtuple

sys.dont_write_bytecode = True
from read_trace import (CLOSE, CONNECTOR, HALF, OPEN, PAUSE, QUESTION, Trace, find_lines,
                        in_part)

ZEROES = ("start end open touch lone edge widow orphan head note out over").split()
NO_START = PAUSE | CLOSE | CONNECTOR | set("·／‼⁇⁈⁉,.;:?!)]}%‰℃％々")
NO_END = OPEN | set("／([{$￥＄")
# Least white that is left, and what justification may add, in em.
KEPT, SLACK = 0.5, 0.1

Figure = namedtuple("Figure", "name line detail")


def has_given(line):
    """Whether its white is not what it is by nature: nothing, half an em behind or before
    a mark, a quarter between ideographs and Latin, one word space like the other.  Lines
    that are set ragged never give."""
    full = [(b.start - a.end) / a.size for a, b in line.pairs()
            if a.kind in ("han", "mark") and b.kind in ("han", "mark")]
    word = [space.end - space.start for space in line.spaces()]
    return any(min(abs(white), abs(white - 0.5)) > 0.004 for white in full) or \
        any(abs(gap - 0.25) > 0.01 for gap in line.gaps()) or \
        bool(word) and abs(word[0] - line.natural_space) > 0.1


def justified_styles(blocks):
    """The right edge of each style whose white is seen to give."""
    styles = defaultdict(list)
    for block in blocks.values():
        for line in block[:-1]:
            styles[line.style].append(line)
            line.natural_space = next((space.end - space.start for other in block[::-1]
                                       for space in other.spaces()), 0)
    edges = {}
    for style, lines in styles.items():
        given = sum(map(has_given, lines))
        count = Counter(round(line.right, 2) for line in lines)
        if given >= 2 and 4 * given > len(lines):
            edges[style] = max(count, key=lambda edge: (count[edge], edge))
    return edges


def starts_badly(line, before):
    first = line.cells[0]
    is_cut = before.text[-1] in "—…⋯" and before.text[-1] == first.text[0]
    return first.kind == "raised" or first.text[0] in NO_START or is_cut


def ends_badly(line, after):
    last = line.cells[-1].text[-1]
    if last == "/":
        return not after.text[0].isascii() or not after.text[0].isalpha()
    return last in NO_END


def line_offences(blocks):
    for block in blocks.values():
        if in_part(block[0], "Lbl") or block[0].rtl:
            continue
        for before, line in zip([None] + block, block):
            if before and starts_badly(line, before):
                yield Figure("start", line, "begins with " + line.text[:6])
            if before and ends_badly(before, line):
                yield Figure("end", before, "ends with " + before.text[-6:])
            yield from pair_offences(line)
        core = [c for c in block[-1].cells if c.kind not in ("mark", "raised", "other")]
        is_lone = len(core) == 1 and core[0].kind == "han"
        if is_lone and len(block) > 1 and not in_part(block[0], "TD", "TH"):
            yield Figure("lone", block[-1], block[-1].text)


def white_to_keep(a, b):
    """The white between two marks that are to be reduced, in em; None for others."""
    if a in QUESTION and b in QUESTION:
        return 0
    if a in PAUSE | CLOSE and b in OPEN:
        return KEPT
    is_row = a in OPEN and b in OPEN or a in PAUSE | CLOSE and b in PAUSE | CLOSE
    return 0 if is_row else None


def pair_offences(line):
    for a, b in line.pairs():
        if a.kind not in ("mark", "han") or b.kind not in ("mark", "han"):
            continue
        white = (b.start - a.end) / a.size
        keep = white_to_keep(a.text, b.text) if a.kind == b.kind == "mark" else None
        if keep is not None and white > keep + SLACK:
            yield Figure("open", line, f"{a.text}{b.text} with {white:.2f} em between")
        if white < -0.03 and a.text not in HALF and b.text not in HALF:
            yield Figure("touch", line, f"{a.text}{b.text} overlap by {-white:.2f} em")


def full_lines(blocks, edges):
    """Those that end at their column's edge, or should: all but the last ones.  A block
    of which no line gives or ends there is set ragged in a style like a justified one."""
    for block in blocks.values():
        edge = edges.get(block[0].style)
        lines = [line for line in block[:-1] if not line.rtl]
        if edge and any(has_given(l) or abs(l.right - edge) < 0.1 for l in lines):
            yield from ((line, line.right - edge) for line in lines)


def can_give(line):
    return line.han or line.spaces()


def edge_offences(blocks, edges):
    for line, off in full_lines(blocks, edges):
        if off > 0.1 or off < -0.1 and can_give(line):
            yield Figure("edge", line, f"{off:+.2f} pt off: {line.text[-8:]}")


def page_parts(block):
    """How many of the paragraph's lines each page has."""
    return list(Counter(line.page for line in block).values())


def split_offences(blocks):
    for block in blocks.values():
        if in_part(block[0], "TD", "TH", "Lbl", "Note"):
            continue
        parts = page_parts(block)
        if len(parts) > 1 and parts[0] == 1:
            yield Figure("orphan", block[0], block[0].text[:12])
        if len(parts) > 1 and parts[-1] == 1:
            yield Figure("widow", block[-1], block[-1].text[:12])


def is_heading(block, common):
    if re.search(r"/H[1-6]#\d+$", block[0].block):
        return True
    faces = {cell.row.face for line in block for cell in line.cells}
    return len(block) == 1 and re.search(r"/P#\d+$", block[0].block) and not faces & common


def heading_offences(blocks, trace):
    """A heading's page must go on below it with two lines, or with all of a short block."""
    body = [b for b in blocks.values() if not in_part(b[0], "Note", "TD", "TH", "Lbl")]
    letters = Counter()
    for row in trace.rows:
        letters[row.face] += len(row.text)
    common = {face for face, _ in letters.most_common(2)}
    body.sort(key=lambda block: (block[0].page, block[0].baseline))
    tables = {(row.page, row.baseline) for row in trace.rows if "/Table#" in row.path}
    for block, after in zip(body, body[1:]):
        if not is_heading(block, common) or is_heading(after, common):
            continue
        last = block[-1]
        below = sum(line.page == last.page for line in after)
        has_table = any(p == last.page and y > last.baseline for p, y in tables)
        if below < min(2, len(after)) and not has_table:
            yield Figure("head", last, last.text[:16])


def note_offences(trace, blocks):
    mark_page, note_page = {}, {}
    for row in trace.rows:
        for path in link_paths(row.path):
            mark_page.setdefault(trace.links.get(path), (row.page, row))
    for block in blocks.values():
        note = re.match(r".*/Note#\d+", block[0].block)
        if note:
            first = note_page.setdefault(note.group(), block[0])
            if block[0].page < first.page:
                note_page[note.group()] = block[0]
    for note, line in note_page.items():
        page, _ = mark_page.get(note, (None, None))
        if page != line.page:
            yield Figure("note", line, f"its mark is on page {page}: {line.text[:8]}")


def link_paths(path):
    parts = path.split("/")
    return ("/".join(parts[:i + 1]) for i, part in enumerate(parts)
            if part.startswith("Link#"))


def outside_offences(trace, blocks, edges):
    widest = max((x + w for x, w in trace.rules), default=0)
    limit = max([widest] + list(edges.values()))
    feet, heads = defaultdict(lambda: 1e9), defaultdict(float)
    for row in trace.rows:
        if row.path == "(footer)":
            feet[row.page] = min(feet[row.page], row.baseline)
        if row.path == "(header)":
            heads[row.page] = max(heads[row.page], row.baseline)
    for line in (line for block in blocks.values() for line in block):
        width, height = trace.pages[line.page]
        edge = min(edges.get(line.style, limit) + 0.1, width) if limit else width
        if line.right > edge + 0.01 or line.left < 0:
            yield Figure("out", line, f"{line.right - edge:+.1f} pt: {line.text[-12:]}")
        if not heads[line.page] < line.baseline < min(feet[line.page], height):
            yield Figure("out", line, f"in head or foot: {line.text[:12]}")


def overprint_offences(blocks):
    """Lines whose baselines are nearer than 0.7 of their size and that share a stretch."""
    pages = defaultdict(list)
    for block in blocks.values():
        for line in block:
            pages[line.page].append(line)
    for lines in pages.values():
        lines.sort(key=lambda line: line.baseline)
        for i, a in enumerate(lines):
            for b in lines[i + 1:]:
                if b.baseline - a.baseline > 0.7 * max(a.size, b.size):
                    break
                if min(a.right, b.right) - max(a.left, b.left) > 0.5:
                    yield Figure("over", b, f"{b.text[:10]} on {a.text[:10]}")


def evenness(blocks, edges):
    full = list(full_lines(blocks, edges))
    off = [abs(off) for line, off in full if can_give(line)]
    cjk = [statistics.mean(line.extras()) for line, _ in full
           if line.is_cjk and len(line.extras()) > 3]
    gaps = [gap for block in blocks.values() if block[0].style in edges
            for line in block for gap in line.gaps()]
    words = [(space.end - space.start) / space.size for line, _ in full if not line.han
             for space in line.spaces()]
    return {"off": max(off, default=None),
            "han max": max(cjk, default=None),
            "han sd": statistics.pstdev(cjk) if cjk else None,
            "gap": statistics.mean(gaps) if gaps else None,
            "gap max": max(gaps, default=None),
            "word min": min(words, default=None),
            "word max": max(words, default=None)}


def measure(path):
    trace = Trace(path)
    blocks = find_lines(trace)
    edges = justified_styles(blocks)
    offences = [*line_offences(blocks), *edge_offences(blocks, edges),
                *split_offences(blocks), *heading_offences(blocks, trace),
                *note_offences(trace, blocks), *outside_offences(trace, blocks, edges),
                *overprint_offences(blocks)]
    counts = {"pages": len(trace.pages), "lines": sum(map(len, blocks.values()))}
    return counts, offences, evenness(blocks, edges)


def uneven(even):
    """What the Chinese sample must show (35 characters to the line)."""
    limits = (("off", 0, 0.1), ("han max", -1, 0.035), ("han sd", 0, 0.008),
              ("gap", 0.23, 0.27))
    return [f"{name} {even[name]:.4f} is not within {low} and {high}"
            for name, low, high in limits
            if even[name] is not None and not low <= even[name] <= high]


def print_table(results):
    counted, even = ("pages", "lines", *ZEROES), results[0][3]
    print(f"{'':26}" + "".join(f"{name:>7}" for name in counted) +
          "".join(f"{name:>9}" for name in even))
    for name, counts, offences, even in results:
        found = Counter(figure.name for figure in offences)
        cells = [counts["pages"], counts["lines"], *(found[zero] or "·" for zero in ZEROES)]
        means = ["–" if value is None else f"{value:.4f}" for value in even.values()]
        print(f"{name:26}" + "".join(f"{cell:>7}" for cell in cells) +
              "".join(f"{mean:>9}" for mean in means))


def print_offences(name, offences, most=6):
    shown = Counter()
    for figure in offences:
        shown[figure.name] += 1
        if shown[figure.name] <= most:
            line = figure.line
            print(f"  {name}: {figure.name}: page {line.page}, y {line.baseline:g}, "
                  f"{line.block.split('/', 1)[-1]}: {figure.detail}")
    for kind, count in shown.items():
        if count > most:
            print(f"  {name}: {kind}: {count - most} more")


def main(arguments):
    even, allowed, paths = False, set(), []
    while arguments:
        argument = arguments.pop(0)
        if argument == "--even":
            even = True
        elif argument == "--allow":
            allowed.add(arguments.pop(0))
        else:
            paths.append(argument)
    if not paths:
        sys.exit(__doc__)
    results = [(path.split("/")[-1].removesuffix(".trace"), *measure(path)) for path in paths]
    print_table(results)
    failed = False
    for name, _, offences, figures in results:
        print_offences(name, offences)
        complaints = uneven(figures) if even else []
        for complaint in complaints:
            print(f"  {name}: {complaint}")
        failed |= bool(complaints) or \
            any(f"{name}:{offence.name}" not in allowed for offence in offences)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
