#!/usr/bin/python3
"""Breaks a good PDF once for each row below and looks whether its clause is found broken.

usage: break_pdf.py FILE.pdf   shows what was not found; exit status 1 if anything
       break_pdf.py --table    prints CLAUSES.md
FILE.pdf is clauses.yaml, set."""
import re
import sys

from pikepdf import Array, Dictionary, Name, Object, PdfError, String

from check_pdf import check
from clause import CLAUSES
from read_pdf import Document, walk

BREAKS = []  # (clause, what is broken, function)


def breaks(clause, what):
    """The function changes document.pdf, or returns the bytes of another file."""
    def add(function):
        BREAKS.append((clause, what, function))
        return function
    return add


def removes(clause, key, find, what=None):
    """A row that takes a key away from what `find` finds."""
    def remove(d):
        del find(d)[key]
    BREAKS.append((clause, what or '%s is missing' % key[1:], remove))


def sets(clause, what, key, value, find):
    """A row that gives a key another value."""
    def change(d):
        find(d)[key] = value(d) if callable(value) else value
    BREAKS.append((clause, what, change))


def root(d):
    return d.root


def tree(d):
    return d.root.StructTreeRoot


def page(d):
    return d.page_objects[0]


def intent(d):
    return d.root.OutputIntents[0]


def link(d):
    return next(a for _, a in d.annotations())


def fonts(d):
    return [font for _, font in page(d).Resources.Font.items()]


def truetype(d):
    return next(f.DescendantFonts[0] for f in fonts(d)
                if f.DescendantFonts[0].Subtype == '/CIDFontType2')


def cff(d):
    return next(f.DescendantFonts[0] for f in fonts(d)
                if f.DescendantFonts[0].Subtype == '/CIDFontType0')


def element(kind, number=0):
    return lambda d: [n.element for n in d.nodes if n.type == kind][number]


def attributes(kind, number=0):
    return lambda d: element(kind, number)(d).A


def outline(d):
    return d.root.Outlines.First


def replaces(clause, what, old, new, count=1):
    """A row that changes the bytes of page 1's content."""
    def replace(d):
        data = page(d).Contents.read_bytes()
        assert re.search(old, data, re.S), what
        page(d).Contents = d.pdf.make_stream(re.sub(old, new, data, count=count, flags=re.S))
    BREAKS.append((clause, what, replace))


def rewrites(clause, what, old, new):
    """A row that changes the XMP packet."""
    def rewrite(d):
        data = d.root.Metadata.read_bytes()
        assert re.search(old, data, re.S), what
        d.root.Metadata.write(re.sub(old, new, data, count=1, flags=re.S))
    BREAKS.append((clause, what, rewrite))


def changes_bytes(clause, what, old, new):
    """A row that changes the file itself."""
    def change(d):
        assert re.search(old, d.data, re.S), what
        return re.sub(old, new, d.data, count=1, flags=re.S)
    BREAKS.append((clause, what, change))


def changes_map(clause, what, change):
    """A row that changes the ToUnicode of the first font."""
    def write(d):
        stream = fonts(d)[0].ToUnicode
        data = stream.read_bytes()
        assert change(data) != data, what
        stream.write(change(data))
    BREAKS.append((clause, what, write))


# The file

changes_bytes('header', 'version 2.0', rb'%PDF-1.7', b'%PDF-2.0')
changes_bytes('header', 'no comment of high bytes', rb'\n%\xe2\xe3\xcf\xd3', b'\n%abcd')


@breaks('file_identifiers', 'the two differ')
def other_identifier(d):
    return re.sub(rb'(/ID ?\[ ?<[0-9A-F]*> ?<)[0-9A-F]', rb'\g<1>5', d.data) \
        if re.search(rb'/ID ?\[ ?<', d.data) else d.data.replace(b'/ID', b'/IX')


changes_bytes('no_encryption', 'an Encrypt entry', rb'/Type/XRef', b'/Encrypt null/Type/XRef')
changes_bytes('end_of_file', 'bytes behind the end', rb'%%EOF\s*\Z', b'%%EOF\nmore\n')
changes_bytes('cross_reference', 'startxref leads elsewhere', rb'startxref\n\d', b'startxref\n9')
changes_bytes('stream_lengths', 'a Length is too small', rb'/Length (\d)(\d+)', rb'/Length 1\g<2>')
sets('stream_lengths', 'a stream in another file', '/F', String('a.bin'), lambda d: page(d).Contents)


@breaks('filters', 'hexadecimal')
def hexadecimal(d):
    page(d).Contents.write(page(d).Contents.read_bytes().hex().encode() + b'>',
                           filter=Name.ASCIIHexDecode)


sets('names_are_utf8', 'a byte that is none', '/X', Object.parse(b'/A#FF'), root)
sets('limits', 'a long string', '/X', String('a' * 40000), root)
sets('limits', 'a long name', '/X', lambda d: Name('/' + 'a' * 128), root)
sets('limits', 'a great number', '/X', 2 ** 31, root)
sets('limits', 'a large page', '/MediaBox', Array([0, 0, 15000, 841]), page)
replaces('limits', 'deep nesting', rb'\A', b'q ' * 29 + b'Q ' * 29)

# Graphics

replaces('operators_are_known', 'an operator of no meaning', rb'\A', b'1 xx\n')
removes('operators_are_known', '/Resources', page)
removes('output_intent', '/OutputIntents', root)
sets('output_intent', 'two of them', '/OutputIntents', lambda d: Array([intent(d), intent(d)]), root)
sets('output_intent', 'a profile of grey', '/DestOutputProfile',
     lambda d: d.pdf.make_stream(intent(d).DestOutputProfile.read_bytes().replace(b'RGB ', b'GRAY')),
     intent)
replaces('colours', 'CMYK', rb'\A', b'0 0 0 1 k\n')
removes('colours', '/OutputIntents', root)
sets('no_transparency', 'a group', '/Group', Dictionary(S=Name.Transparency), page)
sets('no_transparency', 'an alpha', '/ExtGState',
     lambda d: Dictionary(G=Dictionary(Type=Name.ExtGState, ca=0.5)), lambda d: page(d).Resources)
sets('no_transparency', 'a blend mode', '/ExtGState',
     lambda d: Dictionary(G=Dictionary(BM=Name.Multiply)), lambda d: page(d).Resources)


def picture(d, **keys):
    stream = d.pdf.make_stream(b'\0', Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1,
                               BitsPerComponent=8, ColorSpace=Name.DeviceGray, **keys)
    page(d).Resources.XObject = Dictionary(I=stream)


@breaks('pictures', 'interpolation')
def interpolated(d):
    picture(d, Interpolate=True)


@breaks('forms', 'a form with tags of its own')
def tagged_form(d):
    page(d).Resources.XObject = Dictionary(F=d.pdf.make_stream(
        b'', Type=Name.XObject, Subtype=Name.Form, StructParents=9, BBox=Array([0, 0, 1, 1])))


# Print

removes('boxes', '/TrimBox', page)
replaces('boxes', 'text at the edge', rb'\A', b'/Artifact<</Type/Layout>>BDC 5 5 9 9 re f EMC\n')
replaces('black_is_grey', 'grey text', rb'BT', b'0.5 g BT')
replaces('black_is_grey', 'black as RGB', rb'BT', b'0 0 0 rg BT')
replaces('rules', 'a hairline', rb'\A', b'/Artifact<</Type/Layout>>BDC 99 99 99 .1 re f EMC\n')

# Annotations and actions

sets('annotation_kinds', 'a note for the screen', '/Subtype', Name.Text, link)
sets('annotation_kinds', 'a form', '/AcroForm', Dictionary(Fields=Array()), root)
sets('annotation_flags', 'not printed', '/F', 0, link)
sets('annotation_flags', 'hidden', '/F', 6, link)
sets('actions', 'JavaScript at the start', '/OpenAction', Dictionary(S=Name.JavaScript), root)
sets('actions', 'a program is started', '/A', Dictionary(S=Name.Launch), link)
sets('nothing_optional', 'layers', '/OCProperties', Dictionary(), root)
sets('nothing_optional', 'embedded files', '/Names', Dictionary(EmbeddedFiles=Dictionary()), root)

# Metadata

removes('xmp_packet', '/Metadata', root)
rewrites('xmp_packet', 'not well-formed', rb'</dc:title>', b'')
rewrites('xmp_properties', 'a property without a schema', rb'<dc:format>',
         b'<a:b xmlns:a="a">c</a:b><dc:format>')
rewrites('xmp_properties', 'a title of no alternatives',
         rb'<dc:title>.*</dc:title>', b'<dc:title>x</dc:title>')
rewrites('xmp_properties', 'no extension schema', rb'<pdfaExtension:schemas>.*</pdfaExtension:schemas>',
         b'')
rewrites('xmp_extension', 'a property without a type',
         rb'<pdfaProperty:valueType>.*?</pdfaProperty:valueType>', b'')
rewrites('xmp_extension', 'no prefix', rb'<pdfaSchema:prefix>.*?</pdfaSchema:prefix>', b'')
rewrites('xmp_claims_pdfa', 'conformance B', rb'conformance>A<', b'conformance>B<')
rewrites('xmp_claims_pdfua', 'no claim', rb'<pdfuaid:part>1</pdfuaid:part>', b'')
rewrites('xmp_title', 'no title', rb'<dc:title>.*</dc:title>', b'')
rewrites('xmp_language', 'another language', rb'(<dc:language>.*<rdf:li>)[^<]*', rb'\1de')
sets('info_is_xmp', 'another title', '/Title', String('x'), lambda d: d.pdf.trailer.Info)

# Fonts

sets('font_dictionaries', 'another encoding', '/Encoding', Name('/UniGB-UTF16-H'),
     lambda d: fonts(d)[0])
removes('cid_system_info', '/CIDSystemInfo', truetype)
sets('cid_system_info', 'of Japan', '/CIDSystemInfo',
     Dictionary(Registry='Adobe', Ordering='Japan1', Supplement=0), cff)
removes('cid_to_gid', '/CIDToGIDMap', truetype)
removes('programs_are_embedded', '/FontFile3', lambda d: cff(d).FontDescriptor)
sets('programs_are_embedded', 'another Subtype', '/Subtype', Name.OpenType,
     lambda d: cff(d).FontDescriptor.FontFile3)
sets('programs_are_embedded', 'another name', '/FontName', Name.Times,
     lambda d: cff(d).FontDescriptor)
replaces('glyphs_are_embedded', 'a code of no glyph', rb'\[\(.*?\)', b'[(\x7f\x7f)')
sets('no_cid_set', 'a CIDSet', '/CIDSet', lambda d: d.pdf.make_stream(b'\xff'),
     lambda d: cff(d).FontDescriptor)
sets('widths', 'another default', '/DW', 900, cff)
sets('widths', 'a width is 1/500 off', '/W', lambda d: Array(
    [1, Array([float(list(truetype(d).W)[1][0]) + 0.002])]), truetype)
removes('texts_of_codes', '/ToUnicode', lambda d: fonts(d)[0])
changes_map('texts_of_codes', 'a character without text',
            lambda b: re.sub(rb'(bfrange\n<..)..(><[0-9A-F]*>\[)<[0-9A-F]*>', rb'\g<1>02\2', b))
changes_map('texts_are_characters', 'U+FFFE',
            lambda b: re.sub(rb'(bfrange\n[^[]*\[)<[0-9A-F]*>', rb'\1<FFFE>', b))
changes_map('private_characters', 'U+E000',
            lambda b: re.sub(rb'(bfrange\n[^[]*\[)<[0-9A-F]*>', rb'\1<E000>', b))
replaces('no_notdef', 'code 0', rb'\[\(..', b'[(\0\0')

# Tags

sets('marked', 'suspect', '/Suspects', True, lambda d: d.root.MarkInfo)
removes('marked', '/MarkInfo', root)
removes('title_is_shown', '/DisplayDocTitle', lambda d: d.root.ViewerPreferences)
sets('structure_tree', 'of a Sect', '/S', Name.Sect, element('Document'))
replaces('marks_are_tagged', 'a rule without a tag', rb'\A', b'99 99 9 9 re f\n')
replaces('marks_are_tagged', 'an artifact in a tag', rb'(/P<</MCID \d+>>BDC)(.*?)EMC',
         rb'\1/Artifact<</Type/Layout>>BDC\2EMC EMC')
replaces('artifacts_have_types', 'an artifact of no type', rb'/Artifact<<.*?>>BDC',
         b'/Artifact BMC')
sets('contents_have_parents', 'a page leads to another page\'s elements', '/StructParents', 1, page)


@breaks('contents_have_parents', 'two elements claim one text')
def two_owners(d):
    first, second = [n for n in d.nodes if n.type == 'P' and n.contents][:2]
    second.element.K, second.element.Pg = first.element.K, first.element.Pg


removes('elements_have_parents', '/P', element('H1'))
sets('standard_types', 'a type of its own', '/S', Name.Heading, element('H1'))
sets('standard_types', 'P is mapped to H1', '/RoleMap', Dictionary(P=Name.H1), tree)
sets('trees', 'the next key is taken', '/ParentTreeNextKey', 0, tree)
removes('trees', '/IDTree', tree)
removes('document_language', '/Lang', root)
sets('document_language', 'a language that is none', '/Lang', String('zh_CN'), root)
sets('languages_are_well_formed', 'English', '/Lang', String('english language'), element('Span'))
removes('languages_fit_scripts', '/Lang', element('Span'))
sets('headings', 'H2 before H1', '/S', Name.H2, element('H1'))
sets('headings', 'H4 below H2', '/S', Name.H4, element('H3'))
sets('nesting', 'a paragraph in a list', '/S', Name.P, element('LI'))
sets('nesting', 'a line of the contents without a table', '/S', Name.Sect, element('TOC'))
sets('nesting', 'a cell without a row', '/S', Name.P, element('TR'))


@breaks('order_of_parts', 'a second THead')
def second_head(d):
    element('TBody')(d).S = Name.THead


@breaks('order_of_parts', 'the label behind the body')
def label_behind(d):
    item = element('LI')(d)
    item.K = Array(list(item.K)[::-1])


sets('list_numbering', 'not said', '/ListNumbering', Name('/None'), attributes('L'))
removes('tables_are_regular', '/RowSpan', lambda d: next(
    n.element.A for n in d.nodes if n.type == 'TH' and '/RowSpan' in n.element.get('/A', {})))


@breaks('tables_are_regular', 'an empty cell is left out')
def left_out(d):
    row = next(n for n in d.nodes if n.type == 'TR' and any(not c.kids for c in n.nodes))
    row.element.K = Array([c.element for c in row.nodes if c.kids])


removes('headers', '/Scope', attributes('TH'))
removes('headers', '/Headers', attributes('TD'))
sets('headers', 'a header that is not there', '/Headers', Array([String('x')]), attributes('TD'))
removes('figures', '/Alt', element('Figure'))
removes('figures', '/A', element('Figure'), 'BBox is missing')
removes('notes', '/ID', element('Note'))
sets('notes', 'two have the same ID', '/ID', lambda d: element('Note', 1)(d).ID, element('Note'))


@breaks('notes_follow', 'notes stand before all else')
def notes_first(d):
    note = element('Note')(d)
    top = d.top[0].element
    top.K = Array([note, *[k for k in top.K if k.objgen != note.objgen]])


@breaks('nothing_is_empty', 'an empty paragraph')
def empty_paragraph(d):
    top = d.top[0].element
    top.K.append(d.pdf.make_indirect(Dictionary(S=Name.P, P=top)))


# Links and bookmarks

removes('links_are_tagged', '/StructParent', link)
sets('links_are_tagged', 'in a Span', '/S', Name.Span, element('Link'))
removes('links_have_contents', '/Contents', link)
removes('tab_order', '/Tabs', page)


def annotation_in(kind, parent=None):
    return lambda d: next(a for n in d.nodes if n.type == kind for k in walk(n)
                          for a in k.annotations
                          if '/Dest' in a and parent in (None, n.parent.type))


def elsewhere(d):
    return Array([d.page_objects[-1], Name.XYZ, 99, 99, 0])


sets('notes_are_linked', 'the mark leads elsewhere', '/Dest', elsewhere,
     annotation_in('Reference', 'P'))
sets('notes_are_linked', 'the number leads elsewhere', '/Dest', elsewhere, annotation_in('Note'))
sets('contents_are_right', 'a line leads elsewhere', '/Dest', elsewhere, annotation_in('TOCI'))
sets('links_lead_to_headings', 'an entry leads elsewhere', '/Dest', elsewhere,
     annotation_in('LBody'))
sets('links_cover_text', 'a link in a corner', '/Rect', Array([0, 0, 9, 9]),
     annotation_in('LBody'))
sets('bookmarks_are_headings', 'one leads elsewhere', '/Dest', elsewhere, outline)
sets('bookmarks_are_headings', 'one says something else', '/Title', String('x'), outline)
sets('bookmarks_hang_together', 'Count is wrong', '/Count', 1, lambda d: d.root.Outlines)
removes('bookmarks_hang_together', '/Parent', outline)
removes('bookmarks_hang_together', '/PageMode', root)
removes('page_labels', '/PageLabels', root)


def find_break(data, clause, function):
    document = Document(data)
    changed = function(document)
    if changed is None:
        document = document.again()
    else:
        try:
            document = Document(changed)
        except PdfError:
            return clause == 'cross_reference'
    return clause in check(document, {clause})


def print_table():
    print('''# Clauses, and the tests that guard them

`check_pdf.py` has a function for each clause; `break_pdf.py` breaks a good file (`clauses.yaml`)
in the ways of the last column, and each must be found.  UA: PDF/UA-1, ISO 14289-1; A: PDF/A-2a,
ISO 19005-2; print, navigation: what agendaset promises besides.  Written by
`break_pdf.py --table`.

| clause | asks for | checked by | broken by |
|---|---|---|---|''')
    for key, where, what, _ in CLAUSES:
        broken = '; '.join(what for clause, what, _ in BREAKS if clause == key)
        print('| %s | %s | `%s` | %s |' % (where, what, key, broken))


def main(arguments):
    if arguments == ['--table']:
        print_table()
        return 0
    data = open(arguments[0], 'rb').read()
    good = check(Document(data), {key for key, *_ in CLAUSES})
    missed = ['%s: the good file is broken: %s' % item for item in good.items()]
    missed += ['%s: not found: %s' % (clause, what) for clause, what, function in BREAKS
               if not find_break(data, clause, function)]
    missed += ['%s: nothing breaks it' % key for key, *_ in CLAUSES
               if key not in {clause for clause, *_ in BREAKS}]
    print('\n'.join(missed + ['%d clauses, %d ways to break them, %d not found'
                              % (len(CLAUSES), len(BREAKS), len(missed))]))
    return int(bool(missed))


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
