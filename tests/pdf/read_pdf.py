"""A PDF as checks ask for it: fonts, what its pages show, its structure tree.

Needs python3-pikepdf and python3-fonttools."""
import io
import re
from functools import cached_property

import pikepdf
from fontTools.cffLib import CFFFontSet
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

PAINTING = {'S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'sh', 'Do', 'BI', 'INLINE IMAGE'}
SHOWING = {'Tj', 'TJ', "'", '"'}


def kind(value):
    """"dictionary", "array", "string" ...; None for Python's own values."""
    return value._type_name if isinstance(value, pikepdf.Object) else None


def is_dictionary(value):
    return kind(value) in ('dictionary', 'stream')


def same(a, b):
    """The same indirect object."""
    return is_dictionary(a) and is_dictionary(b) and a.objgen == b.objgen != (0, 0)


def direct_values(thing, depth=0):
    """The value itself and what stands in it, not what it refers to."""
    yield thing
    if depth > 50:
        return
    if kind(thing) == 'array':
        values = list(thing)
    elif is_dictionary(thing):
        values = [value for _, value in thing.items()]
    else:
        return
    for value in values:
        if not getattr(value, 'is_indirect', False):
            yield from direct_values(value, depth + 1)


def tree_entries(node, leaf):
    """All (key, value) pairs of a number tree or name tree."""
    for kid in node.get('/Kids', []):
        yield from tree_entries(kid, leaf)
    flat = list(node.get(leaf, []))
    yield from zip(flat[::2], flat[1::2])


def to_unicode(font):
    """Code to text, from bfchar and bfrange."""
    if '/ToUnicode' not in font:
        return {}
    texts = {}
    cmap = font.ToUnicode.read_bytes().decode('latin-1')
    for form, block in re.findall(r'beginbf(char|range)(.*?)endbf', cmap, re.S):
        step = 2 if form == 'char' else 3
        values = re.findall(r'<[0-9A-Fa-f]*>|\[[^]]*\]', block)
        for i in range(0, len(values) - step + 1, step):
            first, last = int(values[i][1:-1], 16), int(values[i + step - 2][1:-1], 16)
            each = [bytes.fromhex(text) for text in
                    re.findall('<([0-9A-Fa-f]*)>', values[i + step - 1])]
            for code in range(first, last + 1):
                if values[i + step - 1][0] == '<':
                    end = each[0][-1] + code - first if each[0] else 0
                    text = each[0][:-1] + bytes([end & 255])
                else:
                    text = each[code - first] if code - first < len(each) else b''
                texts[code] = text.decode('utf-16-be', 'replace')
    return texts


class Program:
    """An embedded font program: its glyphs by the codes of Identity-H."""

    def __init__(self, descendant):
        descriptor = descendant.FontDescriptor
        if '/FontFile3' in descriptor:
            fonts = CFFFontSet()
            fonts.decompile(io.BytesIO(descriptor.FontFile3.read_bytes()), None)
            top = fonts[0]
            self.units, self.glyphs = 1000, top.CharStrings
            names = list(top.charset)
            self.ros = getattr(top, 'ROS', None)
            by_cid = {int(n[3:]): n for n in names if re.fullmatch(r'cid\d{5}', n)}
            self.names = {0: names[0], **by_cid} if self.ros else dict(enumerate(names))
        else:
            font = TTFont(io.BytesIO(descriptor.FontFile2.read_bytes()))
            self.units, self.ros = font['head'].unitsPerEm, None
            self.glyphs, order = font.getGlyphSet(), font.getGlyphOrder()
            self.names = self.mapped(descendant, order)

    @staticmethod
    def mapped(descendant, order):
        mapping = descendant.get('/CIDToGIDMap')
        if kind(mapping) != 'stream':
            return dict(enumerate(order))
        data = mapping.read_bytes()
        gids = [data[i] * 256 + data[i + 1] for i in range(0, len(data) - 1, 2)]
        return {cid: order[gid] for cid, gid in enumerate(gids) if gid < len(order)}

    def width(self, code):
        glyph = self.glyphs[self.names[code]]
        glyph.draw(DecomposingRecordingPen(self.glyphs))  # a charstring learns its width
        return glyph.width * 1000 / self.units

    def drawing(self, code):
        pen = DecomposingRecordingPen(self.glyphs)
        self.glyphs[self.names[code]].draw(pen)
        return pen.value


class Font:
    def __init__(self, font, programs):
        self.font, self.name = font, str(font.get('/BaseFont', '?'))
        self.texts = to_unicode(font)
        self.descendant = list(font.get('/DescendantFonts', [{}]))[0]
        self.default = float(self.descendant.get('/DW', 1000))
        self.widths, self.used = self.read_widths(), set()
        key = getattr(self.descendant, 'objgen', None)
        if key not in programs:
            try:
                programs[key] = Program(self.descendant)
            except Exception:
                programs[key] = None  # clauses on embedded fonts say so
        self.program = programs[key]

    def read_widths(self):
        widths, items = {}, list(self.descendant.get('/W', []))
        while len(items) > 1:
            first, run = int(items.pop(0)), items.pop(0)
            if kind(run) == 'array':
                widths.update((first + i, float(width)) for i, width in enumerate(run))
            else:
                width = float(items.pop(0))
                widths.update((code, width) for code in range(first, int(run) + 1))
        return widths

    def width(self, code):
        return self.widths.get(code, self.default)


class Mark:
    """One painting operator: text, or a path or picture."""

    def __init__(self, state, operator):
        self.operator, self.page = operator, state.page
        self.open = list(state.open)  # (name, properties) of the sequences around it
        self.font, self.size, self.colour = state.font, state.size, state.colour
        self.y, self.rise = state.y, state.rise
        self.codes, self.text, self.x, self.end = [], '', state.x, state.x
        self.boxes = []

    @property
    def mcid(self):
        for _, properties in self.open:
            if '/MCID' in properties:
                return int(properties['/MCID'])
        return None

    @property
    def actual(self):
        for _, properties in reversed(self.open):
            if '/ActualText' in properties:
                return str(properties['/ActualText'])
        return None

    @property
    def is_artifact(self):
        return any(name == '/Artifact' for name, _ in self.open)


class Content:
    def __init__(self):
        self.operators, self.marks, self.fonts, self.programs = [], [], {}, {}

    def font(self, font):
        if font is None:
            return None
        if font.objgen not in self.fonts:
            self.fonts[font.objgen] = Font(font, self.programs)
        return self.fonts[font.objgen]


class ContentState:
    """What the operators of one page set, as far as text and rectangles need it."""

    def __init__(self, content, index, page):
        self.content, self.page, self.resources = content, index, page.obj.get('/Resources', {})
        self.open, self.saved, self.boxes = [], [], []
        self.font, self.size, self.scale, self.rise = None, 0.0, 1.0, 0.0
        self.colour = ('g', 0.0)
        self.line_x = self.line_y = self.x = self.y = 0.0

    def named(self, category, name):
        return self.resources.get(category, {}).get(str(name))

    def do(self, operator, operands):
        """Follows one operator; the mark that it paints, or None."""
        if operator in ('BDC', 'BMC'):
            self.begin(operands)
        elif operator == 'EMC' and self.open:
            self.open.pop()
        elif operator == 'Tf':
            self.font = self.content.font(self.named('/Font', operands[0]))
            self.size = float(operands[1])
        elif operator == 'Tz':
            self.scale = float(operands[0]) / 100
        elif operator == 'Ts':
            self.rise = float(operands[0])
        elif operator == 'BT':
            self.line_x = self.line_y = self.x = self.y = 0.0
        elif operator in ('Td', 'TD'):
            self.line_x += float(operands[0])
            self.line_y += float(operands[1])
            self.x, self.y = self.line_x, self.line_y
        elif operator in ('g', 'rg', 'k', 'sc', 'scn'):
            self.colour = (operator, *[float(v) for v in operands if kind(v) != 'name'])
        elif operator == 're':
            self.boxes.append([float(v) for v in operands])
        elif operator == 'q':
            self.saved.append((self.font, self.size, self.scale, self.rise, self.colour))
        elif operator == 'Q' and self.saved:
            self.font, self.size, self.scale, self.rise, self.colour = self.saved.pop()
        if operator in SHOWING:
            return self.show(operator, operands)
        if operator in PAINTING:
            mark = Mark(self, operator)
            mark.boxes, self.boxes = self.boxes, []
            return mark
        if operator == 'n':
            self.boxes = []
        return None

    def begin(self, operands):
        properties = operands[1] if len(operands) > 1 else {}
        if kind(properties) == 'name':
            properties = self.named('/Properties', properties) or {}
        self.open.append((str(operands[0]), properties))

    def show(self, operator, operands):
        mark = Mark(self, operator)
        for item in operands[-1] if operator == 'TJ' else operands[-1:]:
            if kind(item) != 'string':
                self.x -= float(item) / 1000 * self.size * self.scale
                continue
            data = bytes(item)
            for high, low in zip(data[::2], data[1::2]):
                code = high * 256 + low
                mark.codes.append(code)
                if self.font is not None:
                    self.font.used.add(code)
                    mark.text += self.font.texts.get(code, '')
                    self.x += self.font.width(code) / 1000 * self.size * self.scale
        mark.end = self.x
        return mark


class Node:
    """A structure element; kids are Nodes, ("content", page index, MCID) and
    ("annotation", object)."""

    def __init__(self, document, element, parent=None):
        self.element, self.parent = element, parent
        self.type = str(element.get('/S', '/?'))[1:]
        self.page = element.get('/Pg', parent.page if parent else None)
        self.kids = [self.kid(document, kid) for kid in self.raw_kids()]

    def raw_kids(self):
        kids = self.element.get('/K', pikepdf.Array())
        return list(kids) if kind(kids) == 'array' else [kids]

    def kid(self, document, kid):
        if isinstance(kid, int):
            return ('content', document.page_index(self.page), kid)
        if kid.get('/Type') == '/MCR':
            return ('content', document.page_index(kid.get('/Pg', self.page)), int(kid.MCID))
        if kid.get('/Type') == '/OBJR':
            return ('annotation', kid.Obj)
        return Node(document, kid, self)

    @property
    def nodes(self):
        return [kid for kid in self.kids if isinstance(kid, Node)]

    @property
    def contents(self):
        return [kid[1:] for kid in self.kids if not isinstance(kid, Node) and kid[0] == 'content']

    @property
    def annotations(self):
        return [kid[1] for kid in self.kids if not isinstance(kid, Node) and kid[0] == 'annotation']

    def all_contents(self):
        """In reading order."""
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.all_contents()
            elif kid[0] == 'content':
                yield kid[1:]

    def language(self, document):
        node = self
        while node is not None:
            if '/Lang' in node.element:
                return str(node.element.Lang)
            node = node.parent
        return str(document.root.get('/Lang', ''))

    def attribute(self, key):
        owners = self.element.get('/A', pikepdf.Array())
        for owner in list(owners) if kind(owners) == 'array' else [owners]:
            if is_dictionary(owner) and key in owner:
                return owner[key]
        return None


class Document:
    """Its parts are read when they are asked for."""

    def __init__(self, data):
        self.data = data
        self.pdf = pikepdf.open(io.BytesIO(data))

    def again(self):
        """The document after its pdf was changed."""
        changed = Document.__new__(Document)
        changed.data, changed.pdf = self.data, self.pdf
        return changed

    @property
    def root(self):
        return self.pdf.Root

    @cached_property
    def page_objects(self):
        return [page.obj for page in self.pdf.pages]

    @cached_property
    def numbers(self):
        return {page.objgen: i for i, page in enumerate(self.page_objects)}

    @cached_property
    def content(self):
        """What the operators are, what they paint, and the fonts they name."""
        content = Content()
        for i, page in enumerate(self.pdf.pages):
            state = ContentState(content, i, page)
            for operands, operator in pikepdf.parse_content_stream(page):
                operator = str(operator)
                mark = state.do(operator, operands)
                content.operators.append((i, operator, len(state.open), len(state.saved)))
                if mark is not None:
                    content.marks.append(mark)
            content.operators.append((i, 'end', len(state.open), len(state.saved)))
        return content

    @property
    def operators(self):
        """(page index, operator, sequences that are open, states that are saved)"""
        return self.content.operators

    @property
    def marks(self):
        return self.content.marks

    @property
    def fonts(self):
        return self.content.fonts

    @cached_property
    def texts(self):
        """(page index, MCID): marks"""
        texts = {}
        for mark in self.marks:
            if mark.mcid is not None and mark.codes:
                texts.setdefault((mark.page, mark.mcid), []).append(mark)
        return texts

    @cached_property
    def top(self):
        kids = self.root.get('/StructTreeRoot', {}).get('/K', pikepdf.Array())
        return [Node(self, kid) for kid in (list(kids) if kind(kids) == 'array' else [kids])]

    @cached_property
    def nodes(self):
        """All elements in reading order."""
        return [node for top in self.top for node in walk(top)]

    def page_index(self, page):
        return self.numbers.get(page.objgen) if is_dictionary(page) else None

    def annotations(self):
        """(page index, annotation), all of them."""
        for i, page in enumerate(self.page_objects):
            for annotation in page.get('/Annots', []):
                yield i, annotation

    def content_text(self, page, mcid):
        marks = self.texts.get((page, mcid), [])
        if marks and marks[0].actual is not None:
            return marks[0].actual
        return ''.join(mark.text for mark in marks)

    def text(self, node):
        return ''.join(self.content_text(*content) for content in node.all_contents())


def walk(node):
    """The node and all below it, in reading order."""
    yield node
    for kid in node.nodes:
        yield from walk(kid)
