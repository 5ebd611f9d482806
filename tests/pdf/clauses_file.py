"""Clauses on the file, its pages' graphics, its annotations and its metadata."""
import re
import xml.etree.ElementTree as ElementTree

from clause import clause
from read_pdf import direct_values, is_dictionary, kind

SPACES = {'rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
          'dc': 'http://purl.org/dc/elements/1.1/',
          'pdf': 'http://ns.adobe.com/pdf/1.3/',
          'xmp': 'http://ns.adobe.com/xap/1.0/',
          'pdfaid': 'http://www.aiim.org/pdfa/ns/id/',
          'pdfuaid': 'http://www.aiim.org/pdfua/ns/id/',
          'pdfaExtension': 'http://www.aiim.org/pdfa/ns/extension/',
          'pdfaSchema': 'http://www.aiim.org/pdfa/ns/schema#',
          'pdfaProperty': 'http://www.aiim.org/pdfa/ns/property#'}
# What ISO 19005-2 6.6.2.3 knows by itself, as far as this program has a use for it.
KNOWN = {'dc:title': 'Alt', 'dc:creator': 'Seq', 'dc:description': 'Alt', 'dc:language': 'Bag',
         'dc:format': '', 'pdf:Producer': '', 'pdf:Keywords': '', 'xmp:CreateDate': '',
         'xmp:ModifyDate': '', 'xmp:MetadataDate': '', 'xmp:CreatorTool': '',
         'pdfaid:part': '', 'pdfaid:conformance': '', 'pdfaExtension:schemas': 'Bag'}
INFO = {'/Title': 'dc:title', '/Author': 'dc:creator', '/Subject': 'dc:description',
        '/Producer': 'pdf:Producer', '/CreationDate': 'xmp:CreateDate',
        '/ModDate': 'xmp:ModifyDate', '/Keywords': 'pdf:Keywords', '/Creator': 'xmp:CreatorTool'}


def name(qualified):
    prefix, local = qualified.split(':')
    return '{%s}%s' % (SPACES[prefix], local)


def short(full):
    space, local = full[1:].split('}')
    prefix = next((p for p, s in SPACES.items() if s == space), space)
    return '%s:%s' % (prefix, local)


def packet(d):
    return d.root.Metadata.read_bytes() if kind(d.root.get('/Metadata')) == 'stream' else b''


def xmp(d):
    try:
        return ElementTree.fromstring(packet(d))
    except ElementTree.ParseError:
        return ElementTree.Element('nothing')


def properties(d):
    for description in xmp(d).iter(name('rdf:Description')):
        yield from description


def xmp_text(d, qualified):
    for element in properties(d):
        if element.tag == name(qualified):
            item = element.find('.//' + name('rdf:li'))
            return (element if item is None else item).text
    return None


# The file

@clause('UA 6.1, A 6.1.2', 'header %PDF-1.4 to 1.7, then a comment of bytes above 127')
def header(d):
    if not re.match(rb'%PDF-1\.[4-7]\n%[\x80-\xff]{4,}\n', d.data):
        yield d.data[:20]


@clause('A 6.1.3', 'two file identifiers, alike in a file that was not changed')
def file_identifiers(d):
    ids = [bytes(i) for i in d.pdf.trailer.get('/ID', [])]
    if len(ids) != 2 or ids[0] != ids[1] or len(ids[0]) != 16:
        yield ids


@clause('UA 7.16, A 6.1.3', 'no encryption')
def no_encryption(d):
    if b'/Encrypt' in d.data[d.data.rfind(b'/Type/XRef') - 300:]:
        yield 'Encrypt in the trailer'


@clause('A 6.1.3', 'nothing behind the last %%EOF')
def end_of_file(d):
    if not re.search(rb'%%EOF\r?\n?\Z', d.data):
        yield d.data[-20:]


@clause('A 6.1.4', 'a cross-reference that leads to every object')
def cross_reference(d):
    yield from d.pdf.check()
    yield from d.pdf.get_warnings()


@clause('A 6.1.7.1', 'the Length of each stream is exact; no stream is in another file')
def stream_lengths(d):
    for match in re.finditer(rb'/Length (\d+)', d.data):
        start = re.compile(rb'\bstream\r?\n').search(d.data, match.end())
        end = start.end() + int(match[1]) if start else 0
        if not re.match(rb'\r?\n?endstream\s', d.data[end:end + 13]):
            yield 'Length %d at byte %d' % (int(match[1]), match.start())
    for thing in d.pdf.objects:
        if kind(thing) == 'stream' and any(key in thing for key in ('/F', '/FFilter')):
            yield 'an external stream'


@clause('A 6.1.7.2', 'streams are packed with Deflate, pictures perhaps with DCT')
def filters(d):
    for thing in d.pdf.objects:
        if kind(thing) != 'stream' or '/Filter' not in thing:
            continue
        used = thing.Filter
        for one in used if kind(used) == 'array' else [used]:
            if one != '/FlateDecode' and not (one == '/DCTDecode' and
                                              thing.get('/Subtype') == '/Image'):
                yield one


@clause('A 6.1.8', 'names are UTF-8')
def names_are_utf8(d):
    for thing in d.pdf.objects:
        for value in direct_values(thing):
            if kind(value) == 'name':
                name = value.unparse()
                try:
                    re.sub(rb'#(..)', lambda m: bytes([int(m[1], 16)]), name).decode()
                except UnicodeDecodeError:
                    yield name


@clause('A 6.1.13', 'numbers, strings, names, nesting and pages within the limits')
def limits(d):
    for thing in d.pdf.objects:
        for value in direct_values(thing):
            if isinstance(value, int) and not -2 ** 31 <= value < 2 ** 31:
                yield 'a number of %d' % value
            elif kind(value) == 'string' and len(bytes(value)) > 32767:
                yield 'a string of %d bytes' % len(bytes(value))
            elif kind(value) == 'name' and len(str(value)) > 128:
                yield 'a name of %d bytes' % len(str(value))
    for page, operator, _, saved in d.operators:
        if saved > 28:
            yield 'page %d: q is nested %d times' % (page + 1, saved)
    for i, page in enumerate(d.page_objects):
        width, height = [float(v) for v in list(page.MediaBox)[2:]]
        if not (3 <= width <= 14400 and 3 <= height <= 14400):
            yield 'page %d: %g by %g' % (i + 1, width, height)


# Graphics

OPERATORS = set('''b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs
    h i ID j J K k l m M MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm
    Tr Ts Tw Tz v w W W* y ' "'''.split()) | {'end', 'INLINE IMAGE'}


@clause('A 6.2.2', 'content streams hold operators of PDF, and their resources are their own')
def operators_are_known(d):
    for page, operator, _, _ in d.operators:
        if operator not in OPERATORS:
            yield 'page %d: %s' % (page + 1, operator)
    for i, page in enumerate(d.page_objects):
        if '/Resources' not in page:
            yield 'page %d has no Resources' % (i + 1)
    for mark in d.marks:
        if mark.operator in ('Tj', 'TJ') and mark.font is None:
            yield 'page %d shows text in a font that is not there' % (mark.page + 1)


@clause('A 6.2.3', 'one output intent with a profile of RGB')
def output_intent(d):
    intents = list(d.root.get('/OutputIntents', []))
    if len(intents) != 1:
        yield '%d intents' % len(intents)
    for intent in intents:
        profile = intent.get('/DestOutputProfile')
        data = profile.read_bytes() if kind(profile) == 'stream' else b''
        if intent.get('/S') != '/GTS_PDFA1' or '/OutputConditionIdentifier' not in intent:
            yield 'not of GTS_PDFA1, or without an identifier'
        if data[36:40] != b'acsp' or data[16:20] != b'RGB ' or profile.get('/N') != 3 or \
                data[12:16] not in (b'mntr', b'prtr') or data[8] > 4:
            yield 'no profile of RGB'


@clause('A 6.2.4.3, print', 'colours are grey or RGB, which the output intent defines')
def colours(d):
    if d.marks and not list(d.root.get('/OutputIntents', [])):
        yield 'no output intent'
    for page, operator, _, _ in d.operators:
        if operator in ('k', 'K', 'cs', 'CS', 'sc', 'SC', 'scn', 'SCN', 'sh'):
            yield 'page %d: %s' % (page + 1, operator)
    for thing in d.pdf.objects:
        space = thing.get('/ColorSpace') if kind(thing) == 'stream' else None
        if kind(space) == 'array' and space[0] == '/Indexed':
            space = space[1]
        if space is not None and space not in ('/DeviceGray', '/DeviceRGB'):
            yield 'a picture in %s' % (space,)


@clause('A 6.2.5, 6.2.10, print', 'no transparency, no transfer function, no halftone')
def no_transparency(d):
    for thing in d.pdf.objects:
        for value in direct_values(thing):
            if not is_dictionary(value):
                continue
            for key in ('/SMask', '/Group', '/TR', '/TR2', '/HTO', '/HTP', '/SMaskInData'):
                if key in value and value[key] not in ('/None', '/Default', 0):
                    yield key
            if '/BM' in value and value.BM not in ('/Normal', '/Compatible'):
                yield value.BM
            if value.get('/Type') == '/ExtGState' and \
                    any(float(value.get(key, 1)) != 1 for key in ('/ca', '/CA')):
                yield 'an alpha below 1'


@clause('A 6.2.8', 'pictures without interpolation, alternates or OPI')
def pictures(d):
    for thing in d.pdf.objects:
        if kind(thing) == 'stream' and thing.get('/Subtype') == '/Image':
            if thing.get('/Interpolate', False):
                yield 'Interpolate'
            for key in ('/Alternates', '/OPI'):
                if key in thing:
                    yield key


@clause('UA 7.20, A 6.2.9', 'no PostScript, no reference to another file, no tags in a form')
def forms(d):
    for thing in d.pdf.objects:
        if kind(thing) != 'stream':
            continue
        if thing.get('/Subtype') == '/PS':
            yield 'PostScript'
        for key in ('/PS', '/Ref', '/OPI', '/StructParents'):
            if thing.get('/Subtype') == '/Form' and key in thing:
                yield key


# Print

@clause('print', 'MediaBox and TrimBox are the paper; nothing nearer than 6 mm to its edge')
def boxes(d):
    edge = 6 * 72 / 25.4
    for i, page in enumerate(d.page_objects):
        box = [float(v) for v in page.MediaBox]
        if [float(v) for v in page.get('/TrimBox', [])] != box or box[:2] != [0, 0]:
            yield 'page %d: %s' % (i + 1, box)
        for mark in d.marks:
            if mark.page != i:
                continue
            areas = [(b[0], b[1], b[0] + b[2], b[1] + b[3]) for b in mark.boxes]
            if mark.codes:
                areas.append((mark.x, mark.y, mark.end, mark.y + mark.size))
            for left, low, right, high in areas:
                if left < edge or low < edge or right > box[2] - edge or high > box[3] - edge:
                    yield 'page %d: %r at %.1f, %.1f' % (i + 1, mark.text, left, low)


@clause('print', 'black is grey 0: of text and rules, no RGB that has no colour')
def black_is_grey(d):
    for mark in d.marks:
        form, *parts = mark.colour
        if form == 'g' and parts != [0.0] and mark.codes:
            yield 'page %d: text in grey %g' % (mark.page + 1, parts[0])
        if form == 'rg' and len(set(parts)) == 1:
            yield 'page %d: grey as RGB' % (mark.page + 1)


@clause('print', 'rules are not thinner than 0.25 pt')
def rules(d):
    for mark in d.marks:
        for box in mark.boxes:
            if min(abs(box[2]), abs(box[3])) < 0.2495:
                yield 'page %d: %g by %g' % (mark.page + 1, box[2], box[3])


# Annotations and actions

@clause('A 6.3.1, 6.4, UA 7.15', 'annotations are links; there are no forms')
def annotation_kinds(d):
    for page, annotation in d.annotations():
        if annotation.get('/Subtype') != '/Link':
            yield 'page %d: %s' % (page + 1, annotation.get('/Subtype'))
    if '/AcroForm' in d.root:
        yield 'AcroForm'


@clause('A 6.3.2', 'annotations are printed and not hidden')
def annotation_flags(d):
    for page, annotation in d.annotations():
        flags = int(annotation.get('/F', 0))
        if not flags & 4 or flags & (1 | 2 | 32 | 256):
            yield 'page %d: F %d' % (page + 1, flags)


@clause('A 6.5.1, 6.5.2', 'no action but to follow a link; none by itself')
def actions(d):
    for key in ('/OpenAction', '/AA'):
        if key in d.root:
            yield key
    for i, page in enumerate(d.page_objects):
        if '/AA' in page:
            yield 'AA of page %d' % (i + 1)
    for page, annotation in d.annotations():
        if ('/A' in annotation) == ('/Dest' in annotation):
            yield 'page %d: a link without one target' % (page + 1)
        elif '/A' in annotation and annotation.A.get('/S') != '/URI':
            yield 'page %d: %s' % (page + 1, annotation.A.get('/S'))
        elif '/A' in annotation and not re.fullmatch('[!-~]+', str(annotation.A.URI)):
            yield 'page %d: the address is not ASCII' % (page + 1)


@clause('A 6.8, 6.9, 6.10, 6.11, UA 7.10, 7.11',
        'no embedded files, layers, presentations or requirements')
def nothing_optional(d):
    for key in ('/OCProperties', '/Requirements', '/Collection', '/Perms', '/AF'):
        if key in d.root:
            yield key
    names = d.root.get('/Names', {})
    for key in ('/EmbeddedFiles', '/AlternatePresentations', '/JavaScript'):
        if key in names:
            yield key
    for i, page in enumerate(d.page_objects):
        if '/PresSteps' in page:
            yield 'PresSteps on page %d' % (i + 1)


# Metadata

@clause('UA 7.1, A 6.6.2.1', 'XMP metadata: a stream of its own, not packed, well-formed UTF-8')
def xmp_packet(d):
    data = packet(d)
    if not data or '/Filter' in d.root.Metadata or \
            d.root.Metadata.get('/Type') != '/Metadata' or \
            d.root.Metadata.get('/Subtype') != '/XML':
        yield 'no plain metadata stream'
        return
    if not re.match(rb'<\?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"\?>', data) \
            or not re.search(rb'<\?xpacket end="[rw]"\?>\s*\Z', data):
        yield 'the packet'
    try:
        ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        yield error


@clause('A 6.6.2.3.1', 'XMP properties are known, or described in an extension schema')
def xmp_properties(d):
    described = {space.text for space in xmp(d).iter(name('pdfaSchema:namespaceURI'))}
    for element in properties(d):
        qualified = short(element.tag)
        if qualified in KNOWN:
            items = [short(kid.tag) for kid in element]
            if items != (['rdf:' + KNOWN[qualified]] if KNOWN[qualified] else []):
                yield '%s holds %s' % (qualified, items)
        elif element.tag[1:].split('}')[0] not in described:
            yield qualified


@clause('A 6.6.2.3.3', 'an extension schema tells its names and every property with its type')
def xmp_extension(d):
    for item in xmp(d).iter(name('pdfaSchema:namespaceURI')):
        schema = next(e for e in xmp(d).iter() if item.text in [k.text for k in e] and
                      e.find(name('pdfaSchema:namespaceURI')) is not None)
        wanted = ['pdfaSchema:schema', 'pdfaSchema:prefix', 'pdfaSchema:property']
        if any(schema.find(name(key)) is None for key in wanted):
            yield 'of %s something is missing' % item.text
        for described in schema.iterfind('.//' + name('rdf:Seq') + '/' + name('rdf:li')):
            keys = {short(kid.tag).split(':')[1] for kid in described}
            if not {'name', 'valueType', 'category', 'description'} <= keys:
                yield 'a property has only %s' % sorted(keys)
        named = {e.text for e in schema.iter(name('pdfaProperty:name'))}
        used = {short(e.tag).split(':')[1] for e in properties(d)
                if e.tag.startswith('{%s}' % item.text)}
        if not used <= named:
            yield 'not described: %s' % sorted(used - named)


@clause('A 6.6.4', 'XMP says: PDF/A, part 2, conformance A')
def xmp_claims_pdfa(d):
    if xmp_text(d, 'pdfaid:part') != '2' or xmp_text(d, 'pdfaid:conformance') != 'A':
        yield 'part or conformance'


@clause('UA 5', 'XMP says: PDF/UA, part 1, with the prefix pdfuaid')
def xmp_claims_pdfua(d):
    if xmp_text(d, 'pdfuaid:part') != '1' or b'<pdfuaid:part>' not in packet(d):
        yield 'part or prefix'


@clause('UA 7.1', 'XMP has a title')
def xmp_title(d):
    if not (xmp_text(d, 'dc:title') or '').strip():
        yield 'dc:title'


@clause('A 6.6.2, UA 7.2', 'XMP has the language of the document, and texts in a language')
def xmp_language(d):
    if xmp_text(d, 'dc:language') != str(d.root.get('/Lang', '')):
        yield 'dc:language is %s' % xmp_text(d, 'dc:language')
    for item in xmp(d).iterfind('.//' + name('rdf:Alt') + '/' + name('rdf:li')):
        if not item.get('{http://www.w3.org/XML/1998/namespace}lang'):
            yield 'no xml:lang for %r' % item.text


@clause('A 6.6.3', 'the information dictionary says the same as XMP')
def info_is_xmp(d):
    for key, qualified in INFO.items():
        info = d.pdf.trailer.get('/Info', {}).get(key)
        if info is not None:
            info = re.sub(r'^D:(....)(..)(..)(..)(..)(..)Z$', r'\1-\2-\3T\4:\5:\6Z', str(info))
        if info != xmp_text(d, qualified):
            yield '%s: %r, in XMP %r' % (key, info, xmp_text(d, qualified))
