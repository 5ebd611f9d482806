#!/usr/bin/python3
"""Prints a PDF as a screen reader has it: the structure tree with each element's text and
links, then the bookmarks and the labels of the pages.

usage: show_tags.py FILE.pdf           to the standard output
       show_tags.py --beside FILE.pdf...   to FILE.tags"""
import contextlib
import sys

from clauses_tags import bookmarks, target
from read_pdf import Document, Node, kind, tree_entries


def shown(value):
    if kind(value) == 'array':
        return '[%s]' % ' '.join(shown(v) for v in value)
    return str(value).lstrip('/')


def attributes(node):
    for key in ('/Lang', '/Alt', '/ID'):
        if key in node.element:
            yield '%s=%s' % (key[1:], node.element[key])
    if '/A' in node.element:
        for key, value in sorted(node.element.A.items()):
            if key not in ('/O', '/BBox'):
                yield '%s=%s' % (key[1:], shown(value))


def destination(document, annotation):
    if '/A' in annotation:
        return str(annotation.A.URI)
    there = target(document, annotation)
    return 'page %d' % (there[0] + 1) if there else 'nowhere'


def show(document, node, depth=0):
    print(' '.join(['  ' * depth + node.type, *attributes(node)]))
    text = ''
    for kid in [*node.kids, None]:
        if isinstance(kid, tuple) and kid[0] == 'content':
            text += document.content_text(*kid[1:])
            continue
        if text:
            print('  ' * (depth + 1) + '"%s"' % text)
            text = ''
        if isinstance(kid, Node):
            show(document, kid, depth + 1)
        elif kid is not None:
            print('  ' * (depth + 1) + '-> %s: %s' % (destination(document, kid[1]),
                                                      kid[1].get('/Contents')))


def show_navigation(document):
    print('Bookmarks')
    for level, entry, _, _ in bookmarks(document):
        print('%s%s: %s' % ('  ' * (level + 1), entry.Title, destination(document, entry)))
    print('Page labels')
    for page, label in tree_entries(document.root.PageLabels, '/Nums'):
        print('  page %d: %s' % (page + 1, ' '.join(shown(v) for _, v in sorted(label.items()))))


def show_document(name):
    document = Document(open(name, 'rb').read())
    for top in document.top:
        show(document, top)
    show_navigation(document)


def main(arguments):
    if arguments[0] != '--beside':
        show_document(arguments[0])
        return
    for name in arguments[1:]:
        with open(name[:-len('.pdf')] + '.tags', 'w') as out, contextlib.redirect_stdout(out):
            show_document(name)


if __name__ == '__main__':
    main(sys.argv[1:])
