#!/usr/bin/python3
"""Checks what agendaset writes into a PDF, beyond PDF/UA (check_ua.py) and the shapes of
glyphs (check_glyphs.py): exact widths, both copies of the metadata, trees, links, limits.

usage: check_pdf.py [--text] FILE...
  --text   prints the structure tree with the text of each element, and checks nothing
Needs python3-pikepdf and python3-fonttools.  Exit status 1: something is wrong."""
import io
import re
import sys
import xml.etree.ElementTree as ElementTree

import pikepdf
from fontTools.cffLib import CFFFontSet
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

RDF = '{http://www.w3.org/1999/02/22-rdf-syntax-ns#}'
XMP = {'Title': '{http://purl.org/dc/elements/1.1/}title',
       'Author': '{http://purl.org/dc/elements/1.1/}creator',
       'Subject': '{http://purl.org/dc/elements/1.1/}description',
       'Producer': '{http://ns.adobe.com/pdf/1.3/}Producer',
       'CreationDate': '{http://ns.adobe.com/xap/1.0/}CreateDate',
       'ModDate': '{http://ns.adobe.com/xap/1.0/}ModifyDate'}


def is_kind(value, kind):
    return isinstance(value, pikepdf.Object) and value._type_name == kind


def tree_entries(node, leaf):
    """All (key, value) pairs of a number or name tree; its Limits are checked."""
    if '/Kids' in node:
        for kid in node.Kids:
            entries = list(tree_entries(kid, leaf))
            assert list(kid.Limits) == [entries[0][0], entries[-1][0]], 'Limits of a leaf'
            yield from entries
    else:
        flat = list(node[leaf])
        yield from zip(flat[::2], flat[1::2])


def to_unicode(font):
    """Code to text, from bfchar and bfrange."""
    cmap, texts = font.ToUnicode.read_bytes().decode(), {}
    for count, kind, block in re.findall(r'(\d+) beginbf(char|range)\n(.*?)endbf', cmap, re.S):
        rows = [re.findall('<([0-9A-F]+)>', line) for line in block.splitlines()]
        assert len(rows) == int(count) <= 100, 'a block of ToUnicode'
        for row in rows:
            first, last = int(row[0], 16), int(row[-2], 16)
            text = bytes.fromhex(row[-1])
            assert kind == 'range' or first == last
            assert first >> 8 == last >> 8 and text[-1] + last - first <= 255, 'bfrange'
            for i in range(last - first + 1):
                texts[first + i] = (text[:-1] + bytes([text[-1] + i])).decode('utf-16-be')
    return texts


class Program:
    """A font program, for the widths of its codes."""

    def __init__(self, descendant):
        descriptor = descendant.FontDescriptor
        if '/FontFile3' in descriptor:
            assert descriptor.FontFile3.Subtype == '/CIDFontType0C'
            self.units = 1000
            fonts = CFFFontSet()
            fonts.decompile(io.BytesIO(descriptor.FontFile3.read_bytes()), None)
            self.top = fonts[0]
            self.glyphs = self.top.CharStrings
            self.order = self.top.charset
            if hasattr(self.top, 'ROS'):
                names = ['.notdef'] + ['cid%05d' % i for i in range(1, len(self.order))]
                assert self.order == names, 'the charset is not the identity'
        else:
            assert descendant.CIDToGIDMap == '/Identity'
            data = descriptor.FontFile2.read_bytes()
            assert int(descriptor.FontFile2.Length1) == len(data)
            font = TTFont(io.BytesIO(data))
            self.units = font['head'].unitsPerEm
            self.glyphs, self.order = font.getGlyphSet(), font.getGlyphOrder()

    def width(self, code):
        glyph = self.glyphs[self.order[code]]
        glyph.draw(DecomposingRecordingPen(self.glyphs))  # a charstring learns its width
        return glyph.width * 1000 / self.units


class Checker:
    def __init__(self, name):
        self.name, self.wrong = name, []
        self.pdf = pikepdf.open(name)
        self.pages = {page.obj.objgen: i for i, page in enumerate(self.pdf.pages)}

    def expect(self, condition, text):
        if not condition:
            self.wrong.append(text)

    def check(self):
        for step in (self.check_file, self.check_metadata, self.check_fonts, self.check_pages,
                     self.check_links, self.check_outline, self.check_structure,
                     self.check_limits):
            try:
                step()
            except Exception as error:
                self.wrong.append('%s: %s: %s' % (step.__name__, type(error).__name__, error))
        return self.wrong

    def check_file(self):
        data = open(self.name, 'rb').read()
        self.expect(data.startswith(b'%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'), 'the header')
        self.expect(data.count(b'/Type/XRef') == 1 and b'\nxref\n' not in data,
                    'not one cross-reference stream')
        self.expect(data.endswith(b'%%EOF\n'), 'the end')
        ids = [bytes(i) for i in self.pdf.trailer.ID]
        self.expect(len(ids[0]) == 16 and ids[0] == ids[1], 'the two parts of ID differ')

    def check_metadata(self):
        metadata = self.pdf.Root.Metadata
        self.expect('/Filter' not in metadata, 'Metadata is packed')
        root = ElementTree.fromstring(metadata.read_bytes())
        for key, name in XMP.items():
            found = root.find('.//' + name)
            if found is not None and found.find('.//' + RDF + 'li') is not None:
                found = found.find('.//' + RDF + 'li')
            text = None if found is None else found.text
            info = self.pdf.docinfo.get('/' + key)
            if info is not None and key.endswith('Date'):
                info = re.sub(r'D:(....)(..)(..)(..)(..)(..)Z', r'\1-\2-\3T\4:\5:\6Z', str(info))
            self.expect(text == (None if info is None else str(info)),
                        '%s: %r in Info, %r in XMP' % (key, info, text))
        intents = self.pdf.Root.OutputIntents
        self.expect(len(intents) == 1 and intents[0].DestOutputProfile.N == 3, 'OutputIntents')

    def check_fonts(self):
        seen = {}
        for _, font in self.pdf.pages[0].Resources.Font.items():
            descendant, = font.DescendantFonts
            key = descendant.objgen
            if key not in seen:
                seen[key] = Program(descendant), self.widths(descendant)
            self.check_font(font, descendant, *seen[key])

    def widths(self, descendant):
        widths, items = {}, list(descendant.W)
        for first, run in zip(items[::2], items[1::2]):
            widths.update((int(first) + i, float(w)) for i, w in enumerate(run))
        return widths

    def check_font(self, font, descendant, program, widths):
        name = str(descendant.BaseFont)
        self.expect(re.match(r'/[A-Z]{6}\+', name), '%s: no tag before the name' % name)
        self.expect('/CIDSet' not in descendant.FontDescriptor, '%s: CIDSet' % name)
        self.expect(descendant.FontDescriptor.FontName == name, '%s: FontName' % name)
        for code, text in to_unicode(font).items():
            width = widths.get(code, float(descendant.DW))
            self.expect(abs(program.width(code) - width) <= 0.001,
                        '%s: width of %d is %s, not %s' % (name, code, width,
                                                           program.width(code)))

    def check_pages(self):
        for i, page in enumerate(self.pdf.pages):
            self.expect(page.obj.get('/Tabs') == '/S', 'page %d: Tabs' % (i + 1))
            self.expect(list(page.MediaBox) == list(page.TrimBox), 'page %d: TrimBox' % (i + 1))
            self.expect(page.obj.StructParents == i, 'page %d: StructParents' % (i + 1))
            depth = in_text = 0
            for item in pikepdf.parse_content_stream(page):
                operator = str(item.operator)
                depth += {'BDC': 1, 'BMC': 1, 'EMC': -1}.get(operator, 0)
                in_text += {'BT': 1, 'ET': -1}.get(operator, 0)
                self.expect(depth in (0, 1) and in_text in (0, 1) and depth >= in_text,
                            'page %d: %s is nested' % (i + 1, operator))

    def check_destination(self, target, what):
        page, kind, left, top, zoom = target
        self.expect(page.objgen in self.pages and kind == '/XYZ', what)
        self.expect(0 <= float(top) <= float(page.MediaBox[3]), what + ' is outside its page')

    def check_links(self):
        for i, page in enumerate(self.pdf.pages):
            for link in page.obj.get('/Annots', []):
                self.expect(list(link.Border) == [0, 0, 0] and link.F == 4, 'a border or flag')
                self.expect(('/A' in link) != ('/Dest' in link), 'a link without a target')
                if '/Dest' in link:
                    self.check_destination(link.Dest, 'link on page %d' % (i + 1))
                else:
                    self.expect(re.fullmatch('[!-~]+', str(link.A.URI)), 'URI is not ASCII')

    def check_outline(self):
        root = self.pdf.Root.get('/Outlines')
        if root is None:
            return
        self.expect(self.outline_entries(root) == root.Count, 'Count of the outline')

    def outline_entries(self, parent):
        total, previous, entry = 0, None, parent.First
        while entry is not None:
            self.expect(entry.Parent.objgen == parent.objgen and len(str(entry.Title)) > 0,
                        'a bookmark')
            if previous is not None:
                self.expect(entry.Prev.objgen == previous.objgen, 'Prev of a bookmark')
            if '/Dest' in entry:
                self.check_destination(entry.Dest, 'bookmark %s' % entry.Title)
            below = self.outline_entries(entry) if '/First' in entry else 0
            self.expect(entry.get('/Count', 0) == below, 'Count of %s' % entry.Title)
            total += 1 + below
            previous, entry = entry, entry.get('/Next')
        self.expect(parent.Last.objgen == previous.objgen, 'Last of a bookmark')
        return total

    def check_structure(self):
        root = self.pdf.Root.StructTreeRoot
        numbers = [int(key) for key, _ in tree_entries(root.ParentTree, '/Nums')]
        self.expect(numbers == list(range(len(numbers))), 'keys of ParentTree')
        self.expect(root.ParentTreeNextKey == len(numbers), 'ParentTreeNextKey')
        if '/IDTree' in root:
            entries = list(tree_entries(root.IDTree, '/Names'))
            ids = [bytes(key) for key, _ in entries]
            self.expect(ids == sorted(set(ids)), 'keys of IDTree')
            self.expect(all(bytes(e.ID) == i for i, (_, e) in zip(ids, entries)), 'IDTree')

    def check_limits(self):
        """ISO 19005-2 6.1.13."""
        for thing in self.pdf.objects:
            self.check_value(thing)

    def check_value(self, value):
        if is_kind(value, 'string'):
            self.expect(len(bytes(value)) <= 32767, 'a long string')
        elif is_kind(value, 'name'):
            self.expect(len(str(value)) <= 128, 'a long name')
        elif is_kind(value, 'array'):
            for item in value:
                if not getattr(item, 'is_indirect', False):
                    self.check_value(item)
        elif is_kind(value, 'dictionary') or is_kind(value, 'stream'):
            for key, item in value.items():
                self.expect(len(key) <= 128, 'a long key')
                if not getattr(item, 'is_indirect', False):
                    self.check_value(item)


class Reader:
    """The document as a screen reader has it."""

    def __init__(self, name):
        self.pdf = pikepdf.open(name)
        self.fonts = {}
        self.texts = {}  # (page, MCID): text
        for page in self.pdf.pages:
            self.read_page(page)

    def font(self, resources, name):
        font = resources.Font[str(name)]
        if font.objgen not in self.fonts:
            self.fonts[font.objgen] = to_unicode(font)
        return self.fonts[font.objgen]

    def read_page(self, page):
        key = texts = None
        for operands, operator in pikepdf.parse_content_stream(page):
            operator = str(operator)
            if operator == 'BDC':
                properties = operands[1]
                key = (page.obj.objgen, int(properties.get('/MCID', -1)))
                self.texts[key] = str(properties.get('/ActualText', ''))
                actual = '/ActualText' in properties
            elif operator in ('EMC', 'BMC'):
                key = None
            elif operator == 'Tf':
                texts = self.font(page.Resources, operands[0])
            elif operator == 'TJ' and key is not None and not actual:
                data = b''.join(bytes(s) for s in operands[0] if is_kind(s, 'string'))
                for code in zip(data[::2], data[1::2]):
                    self.texts[key] += texts[code[0] * 256 + code[1]]

    def show(self, element, depth=0, page=None):
        page = element.get('/Pg', page)
        line = '  ' * depth + str(element.S)[1:]
        for key in ('/Lang', '/Alt', '/ID'):
            if key in element:
                line += ' %s=%s' % (key[1:], element[key])
        if '/A' in element:
            line += ' ' + ' '.join('%s=%s' % (k[1:], repr_value(v))
                                   for k, v in sorted(element.A.items()) if k != '/O')
        print(line)
        for kid in element.K:
            if isinstance(kid, int):
                self.show_text(page, kid, depth)
            elif kid.get('/Type') == '/MCR':
                self.show_text(kid.Pg, kid.MCID, depth)
            elif kid.get('/Type') == '/OBJR':
                print('  ' * (depth + 1) + '-> ' + str(kid.Obj.Contents))
            else:
                self.show(kid, depth + 1, page)

    def show_text(self, page, number, depth):
        print('  ' * (depth + 1) + '"%s"' % self.texts[(page.objgen, int(number))])


def repr_value(value):
    if is_kind(value, 'array'):
        return '[%s]' % ' '.join(repr_value(v) for v in value)
    return str(value).lstrip('/')


def main(arguments):
    if arguments[:1] == ['--text']:
        for name in arguments[1:]:
            reader = Reader(name)
            reader.show(reader.pdf.Root.StructTreeRoot.K)
        return 0
    status = 0
    for name in arguments:
        wrong = Checker(name).check()
        for problem in wrong[:20]:
            print('%s: %s' % (name, problem))
        status |= bool(wrong)
    return status


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
