"""Clauses on fonts and on the text that their codes stand for."""
import re
import unicodedata

from clause import clause
from read_pdf import kind


def all_fonts(d):
    return d.fonts.values()


def programs(d):
    """Fonts with different programs, those that could be read."""
    seen = {}
    for font in all_fonts(d):
        seen.setdefault(getattr(font.descendant, 'objgen', None), font)
    return [font for font in seen.values() if font.program is not None]


@clause('UA 7.21.3.3, A 6.2.11.2, 6.2.11.3.3', 'fonts are Type 0 with Identity-H')
def font_dictionaries(d):
    for font in all_fonts(d):
        f, below = font.font, font.descendant
        if f.get('/Type') != '/Font' or f.get('/Subtype') != '/Type0' or \
                f.get('/Encoding') != '/Identity-H' or '/BaseFont' not in f or \
                below.get('/Type') != '/Font' or \
                below.get('/Subtype') not in ('/CIDFontType0', '/CIDFontType2') or \
                below.get('/BaseFont') != f.get('/BaseFont'):
            yield font.name


@clause('UA 7.21.3.1, A 6.2.11.3.1', 'CIDSystemInfo is there, and that of a CID-keyed program')
def cid_system_info(d):
    for font in all_fonts(d):
        info = font.descendant.get('/CIDSystemInfo', {})
        if [str(info.get(key, '')) for key in ('/Registry', '/Ordering')] != \
                ['Adobe', 'Identity'] or info.get('/Supplement') != 0:
            yield font.name
        ros = font.program.ros if font.program else None
        if ros is not None and list(ros) != ['Adobe', 'Identity', 0]:
            yield '%s: the program is of %s' % (font.name, ros)


@clause('UA 7.21.3.2, A 6.2.11.3.2', 'TrueType programs have a CIDToGIDMap, others none')
def cid_to_gid(d):
    for font in all_fonts(d):
        mapping = font.descendant.get('/CIDToGIDMap')
        truetype = font.descendant.get('/Subtype') == '/CIDFontType2'
        if truetype != (mapping == '/Identity' or kind(mapping) == 'stream'):
            yield '%s: %s' % (font.name, mapping)


@clause('UA 7.21.4.1, A 6.2.11.4.1', 'programs are embedded and can be read')
def programs_are_embedded(d):
    for font in all_fonts(d):
        descriptor = font.descendant.get('/FontDescriptor', {})
        if font.program is None:
            yield '%s has no program' % font.name
            continue
        if descriptor.get('/FontName') != font.name or \
                not re.match(r'/[A-Z]{6}\+.', font.name):
            yield '%s: its name' % font.name
        if '/FontFile3' in descriptor and \
                descriptor.FontFile3.get('/Subtype') != '/CIDFontType0C':
            yield '%s: Subtype' % font.name
        if '/FontFile2' in descriptor and \
                descriptor.FontFile2.get('/Length1') != len(descriptor.FontFile2.read_bytes()):
            yield '%s: Length1' % font.name


@clause('UA 7.21.4.1, A 6.2.11.4.1', 'every code that is shown has a glyph')
def glyphs_are_embedded(d):
    for font in all_fonts(d):
        for code in sorted(font.used):
            if font.program is not None and code not in font.program.names:
                yield '%s: %d' % (font.name, code)


@clause('UA 7.21.4.2, A 6.2.11.4.2', 'no CIDSet, which would have to be complete')
def no_cid_set(d):
    for font in all_fonts(d):
        if '/CIDSet' in font.descendant.get('/FontDescriptor', {}):
            yield font.name


@clause('UA 7.21.5, A 6.2.11.5', 'widths are those of the program, to 1/1000 em')
def widths(d):
    for font in programs(d):
        codes = set(font.texts).union(*(f.used for f in all_fonts(d)
                                        if f.program is font.program))
        for code in sorted(codes & set(font.program.names)):
            inside, outside = font.program.width(code), font.width(code)
            if abs(inside - outside) > 0.001:
                yield '%s: code %d is %g wide, in the program %g' % (font.name, code, outside,
                                                                     inside)


@clause('UA 7.21.7, A 6.2.11.7.2', 'every code that is shown has a text in ToUnicode')
def texts_of_codes(d):
    for font in all_fonts(d):
        for code in sorted(font.used):
            if not font.texts.get(code):
                yield '%s: %d' % (font.name, code)


@clause('UA 7.21.7, A 6.2.11.7.2', 'no text in ToUnicode is U+0000, U+FEFF or U+FFFE, or broken')
def texts_are_characters(d):
    for font in all_fonts(d):
        for code, text in font.texts.items():
            if set(text) & set('\0\ufeff\ufffe\ufffd'):
                yield '%s: %d is %r' % (font.name, code, text)


@clause('A 6.2.11.7.3', 'a character for private use has an ActualText')
def private_characters(d):
    for mark in d.marks:
        if mark.actual is None and any(unicodedata.category(c) == 'Co' for c in mark.text):
            yield 'page %d: %r' % (mark.page + 1, mark.text)


@clause('UA 7.21.8, A 6.2.11.8', '.notdef is never shown')
def no_notdef(d):
    for font in all_fonts(d):
        if 0 in font.used:
            yield font.name
