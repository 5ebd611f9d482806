#!/usr/bin/python3
"""Whether text comes back, character for character after white space is folded.

usage: check_text.py SOURCES FILE.LANGUAGE.pdf...

SOURCES is a folder; FILE.yaml in it is what FILE.LANGUAGE.pdf was set from.  Beside each
PDF stand what readers extracted from it: FILE.LANGUAGE.poppler, .mupdf and .pdf.js, with a
form feed behind each page, and .structure, by pdfinfo -struct-text.
- Every text of the source stands in the PDF, exactly as it was written.
- A reader's text is the PDF's: each line that was set is there as a whole, without a space
  or a line end that is not its own; lines follow each other as they are read; and nothing
  else is there but furniture.  A superscript may be parted from what it stands behind, and
  a tab from its text.
- The structure has the whole text in the order of the tags.
Needs python3-pikepdf, python3-fonttools and python3-yaml.  Exit status 1: something is
wrong."""
import collections
import html
import os
import re
import sys
import unicodedata

import yaml

from read_pdf import Document, Node

INLINE = {'Span', 'Quote', 'Link', 'Reference'}
TEXT_KEYS = {'organ', 'title', 'body', 'session', 'place', 'heading', 'annotation', 'text',
             'label', 'symbol'}
WIDE = '\u2018-\u201d\u2014\u2026\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff'


def block_marks(document, node):
    """The marks of a block, with that of its label; then the blocks that are in it."""
    marks, below = [], []
    for kid in node.kids:
        if isinstance(kid, Node) and kid.type == 'Lbl' and node.type == 'Note':
            marks += block_marks(document, kid)[0]
        elif not isinstance(kid, Node):
            marks += document.texts.get(kid[1:], []) if kid[0] == 'content' else []
        elif kid.type in INLINE:
            inner, more = block_marks(document, kid)
            marks += inner
            below += more
        else:
            below.append(kid)
    return marks, below


def continues_line(last, mark):
    return (last.page, last.rise) == (mark.page, mark.rise) and \
        abs(last.y - mark.y) < 0.1 and mark.x - last.end < 0.8 * mark.size


def blocks(document, node, in_note=False):
    """(is a note, its lines: [page, text]), in order."""
    in_note = in_note or node.type == 'Note'
    marks, below = block_marks(document, node)
    lines, last = [], None
    for mark in marks:
        text = mark.actual if mark.actual is not None else mark.text
        if last is not None and continues_line(last, mark):
            lines[-1][1] += text
        else:
            lines.append([mark.page, text])
        last = mark
    if lines:
        yield in_note, lines
    for kid in below:
        yield from blocks(document, kid, in_note)


def folded(text):
    return re.sub(r'[^\S\n]+', ' ', text.replace('\u00ad', '')).strip(' ')


def plain_for_pdfjs(text):
    """pdf.js takes ligatures, radicals and the like for the letters they stand for."""
    return ''.join(unicodedata.normalize('NFKC', c)
                   if unicodedata.decomposition(c).startswith('<compat>') else c for c in text)


def check_reader(document, reader, text):
    """What is wrong with a reader's text."""
    plain = plain_for_pdfjs if reader == 'pdf.js' else str
    pages = [re.sub(' *\n *', '\n', folded(page)) for page in plain(text).split('\f')]
    pages += [''] * (len(document.page_objects) - len(pages))
    at = {True: collections.Counter(), False: collections.Counter()}
    left = [collections.Counter(re.sub(r'\s', '', page)) for page in pages]
    for in_note, lines in blocks(document, document.top[0]):
        for page, line in lines:
            line = folded(plain(line))
            found = pages[page].find(line, at[in_note][page])
            left[page].subtract(re.sub(r'\s', '', line))
            if found < 0:
                yield 'page %d: not found, or not in its place: %s' % (page + 1, line)
            else:
                at[in_note][page] = found + len(line)
    for mark in document.marks:
        if mark.is_artifact:
            left[mark.page].subtract(re.sub(r'\s', '', plain(mark.text)))
    for page, rest in enumerate(left):
        wrong = {c: n for c, n in rest.items() if n != 0 and c != '\u00ad'}
        if wrong:
            yield 'page %d: too many or too few: %s' % (page + 1, wrong)


def check_structure(document, text):
    wanted = re.sub(r'\s', '', ''.join(document.text(top) for top in document.top))
    found = re.sub(r'\s', '', ''.join(re.findall('(?m)^ *"(.*)"$', text)))
    if found != wanted:
        at = next((i for i, (a, b) in enumerate(zip(found, wanted)) if a != b), 0)
        yield '%r, not %r' % (found[at:at + 50], wanted[at:at + 50])


def source_texts(value, language, key=None):
    """The texts that an author wrote, of one language."""
    if isinstance(value, dict):
        if key is not None and set(value) <= {'en', 'zh', 'fr', 'es', 'ru', 'ar'}:
            value = {key: value.get(language)}
        for name, below in value.items():
            yield from source_texts(below, language, 'text' if key == 'notes' else name)
    elif isinstance(value, list):
        for below in value:
            yield from source_texts(below, language, key)
    elif isinstance(value, str) and key in TEXT_KEYS:
        yield value


def pieces(text, language):
    """What stands together on the page: paragraphs, list items; notes part them."""
    text = re.sub(r'(?m)^\s*(?:\d+[.)]|[-*+])\s+', '\n\n', text)
    text = re.sub(r'(?<!\\)\[([^\]^]*)\]\([^)]*\)', r'\1', text)
    text = re.sub(r'<((?:https?|mailto):[^>\s]*)>', r'\1', text)
    for piece in re.split(r'\n\s*\n|\s*\[\^[^\]]*\]', text):
        piece = re.sub(r'(?<!\\)(\*+|\^)', '', piece)
        piece = re.sub(r'\\(?=[!-/:-@\[-`{-~])', '', html.unescape(piece))
        piece = re.sub(r'\s+', ' ', piece).strip()
        if language == 'zh':
            piece = re.sub('(?<=[%s]) | (?=[%s])' % (WIDE, WIDE), '', piece)
        if piece:
            yield piece


def check_source(document, source, language):
    texts = []
    for _, lines in blocks(document, document.top[0]):
        texts.append(re.sub(r'\s+', ' ', ''.join(line for _, line in lines)))
    agenda = yaml.load(source, yaml.BaseLoader)
    for key in ('document', 'meeting', 'agenda', 'annexes', 'notes'):
        for text in source_texts(agenda.get(key), language, 'notes' if key == 'notes' else None):
            parts = text.split('\n') if key in ('document', 'meeting') else [text]
            for piece in (piece for part in parts for piece in pieces(part, language)):
                if not any(piece in text for text in texts):
                    yield 'not as it was written: %s' % piece


def read(name):
    with open(name, encoding='utf-8', newline='') as file:
        return file.read().replace('\r', '')


def check(sources, name):
    document = Document(open(name, 'rb').read())
    base = name[:-len('.pdf')]
    title, language = os.path.basename(base).rsplit('.', 1)
    for problem in check_source(document, read('%s/%s.yaml' % (sources, title)), language):
        yield problem
    for reader in ('poppler', 'mupdf', 'pdf.js'):
        for problem in check_reader(document, reader, read('%s.%s' % (base, reader))):
            yield '%s: %s' % (reader, problem)
    for problem in check_structure(document, read(base + '.structure')):
        yield 'structure: %s' % problem


def main(sources, *names):
    problems = ['%s: %s' % (os.path.basename(name), problem)
                for name in names for problem in check(sources, name)]
    print('\n'.join(problems))
    return int(bool(problems))


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
