"""What stands where on the pages of a PDF, as mupdf reads it: lines of type and filled rectangles, in points from the
paper's upper left corner; the edges of ink, as poppler paints it; and tables of what was measured."""
import re
import subprocess
import xml.etree.ElementTree as xml
from dataclasses import dataclass, field
from unicodedata import east_asian_width

MM = 72 / 25.4
# The cell of an ideograph stands on the baseline as in every East Asian face: 0.88 above, 0.12 below.
ABOVE, BELOW = 0.88, 0.12


@dataclass
class Glyph:
    text: str
    x: float
    end: float
    baseline: float
    size: float
    font: str


@dataclass
class Line:
    glyphs: list = field(default_factory=list)

    text = property(lambda self: "".join(glyph.text for glyph in self.glyphs).strip())
    x = property(lambda self: self.glyphs[0].x)
    end = property(lambda self: next(glyph.end for glyph in reversed(self.glyphs) if glyph.text.strip()))
    middle = property(lambda self: (self.x + self.end) / 2)
    baseline = property(lambda self: self.glyphs[0].baseline)
    size = property(lambda self: self.glyphs[0].size)
    font = property(lambda self: self.glyphs[0].font)
    top = property(lambda self: self.baseline - ABOVE * self.size)
    bottom = property(lambda self: self.baseline + BELOW * self.size)

    def part(self, text):
        """The line's glyphs that make this text."""
        start = "".join(glyph.text for glyph in self.glyphs).index(text)
        return Line(self.glyphs[start:start + len(text)])


@dataclass
class Rectangle:
    x: float
    y: float
    width: float
    height: float
    colour: str

    end = property(lambda self: self.x + self.width)
    bottom = property(lambda self: self.y + self.height)


def run(*command):
    return subprocess.run(command, check=True, capture_output=True).stdout


def trace(pdf):
    """The pages of a PDF as mupdf paints them, each with its height: y counts from below in it."""
    for page in xml.fromstring(run("mutool", "trace", pdf)).iter("page"):
        yield page, float(page.get("mediabox").split()[3])


def read_glyphs(page, height):
    for span in page.iter("span"):
        width, _, _, size = [float(number) for number in span.get("trm").split()]
        for g in span.iter("g"):
            x = float(g.get("x"))
            yield Glyph(g.get("unicode"), x, x + float(g.get("adv")) * width, height - float(g.get("y")), size, span.get("font"))


def read_lines(pdf):
    """The pages' lines: what stands on one baseline, from left to right, parted where more than 1.9 em are free."""
    pages = []
    for page, height in trace(pdf):
        rows = {}
        for glyph in read_glyphs(page, height):
            rows.setdefault(round(glyph.baseline, 1), []).append(glyph)
        lines = []
        for baseline in sorted(rows):
            end = None
            for glyph in sorted(rows[baseline], key=lambda glyph: glyph.x):
                if end is None or glyph.x - end > 1.9 * glyph.size:
                    lines.append(Line())
                lines[-1].glyphs.append(glyph)
                end = glyph.end
        pages.append(lines)
    return pages


def read_rectangles(pdf):
    pages = []
    for page, height in trace(pdf):
        found = []
        for path in page.iter("fill_path"):
            at = [(float(point.get("x")), height - float(point.get("y"))) for point in path if point.get("x")]
            xs, ys = [x for x, _ in at], [y for _, y in at]
            found.append(Rectangle(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys), path.get("color")))
        pages.append(found)
    return pages


def paper_size(pdf):
    width, height = re.search(rb"Page size: +([\d.]+) x ([\d.]+)", run("pdfinfo", pdf)).groups()
    return float(width), float(height)


def ink_box(pdf, page, x, y, width, height):
    """x, y, end and bottom of the ink inside a rectangle of the page; to a tenth of a point."""
    scale = 10
    pgm = run("pdftoppm", "-gray", "-r", str(72 * scale), "-f", str(page), "-l", str(page), "-x", str(int(x * scale)),
              "-y", str(int(y * scale)), "-W", str(int(width * scale)), "-H", str(int(height * scale)), pdf)
    _, columns, rows, _, pixels = re.match(rb"(P5)\s(\d+) (\d+)\s(\d+)\s(.*)", pgm, re.S).groups()
    columns, rows = int(columns), int(rows)
    inked = [row for row in range(rows) if min(pixels[row * columns:(row + 1) * columns]) < 192]
    sides = [column for column in range(columns) if min(pixels[column::columns]) < 192]
    return x + sides[0] / scale, y + inked[0] / scale, x + (sides[-1] + 1) / scale, y + (inked[-1] + 1) / scale


def find(lines, start):
    return next(line for line in lines if line.text.startswith(start))


def width_on_screen(text):
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def padded(text, width):
    return text + " " * (width - width_on_screen(text))


def tell(title, rows):
    """Rows are (what, what it should be, what it is, how far it may be off, unit).  How many are too far off."""
    width = max(width_on_screen(row[0]) for row in rows)
    print(f"\n{title}\n  {padded('', width)}   wanted   measured   difference")
    wrong = 0
    for what, wanted, found, tolerance, unit in rows:
        is_wrong = abs(found - wanted) > tolerance + 1e-6
        wrong += is_wrong
        print(f"  {padded(what, width)}  {wanted:7.2f}  {found:9.2f}  {found - wanted:+11.2f} {unit}"
              + ("   TOO FAR" if is_wrong else ""))
    return wrong
