"""Clauses on marked content, the structure tree, languages and navigation."""
import re

from clause import clause
from read_pdf import Node, is_dictionary, kind, same, tree_entries, walk

TYPES = set('''Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P
    H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note
    Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'''.split())
TAG = re.compile(r'(?:[A-Za-z]{2,3}(?:-[A-Za-z]{3})?|[A-Za-z]{4,8})(?:-[A-Za-z]{4})?'
                 r'(?:-(?:[A-Za-z]{2}|\d{3}))?(?:-(?:[A-Za-z0-9]{5,8}|\d[A-Za-z0-9]{3}))*'
                 r'(?:-[A-WY-Za-wy-z0-9](?:-[A-Za-z0-9]{2,8})+)*(?:-x(?:-[A-Za-z0-9]{1,8})+)?')
INSIDE = {'Table': {'TR', 'THead', 'TBody', 'TFoot', 'Caption'}, 'THead': {'TR'},
          'TBody': {'TR'}, 'TFoot': {'TR'}, 'TR': {'TH', 'TD'}, 'L': {'L', 'LI', 'Caption'},
          'LI': {'Lbl', 'LBody'}, 'TOC': {'TOC', 'TOCI', 'Caption'},
          'TOCI': {'Lbl', 'Reference', 'P', 'TOC', 'NonStruct'}}
AROUND = {'THead': {'Table'}, 'TBody': {'Table'}, 'TFoot': {'Table'}, 'TH': {'TR'}, 'TD': {'TR'},
          'TR': {'Table', 'THead', 'TBody', 'TFoot'}, 'LI': {'L'}, 'LBody': {'LI'},
          'TOCI': {'TOC'}}


def of_type(d, *types):
    return [node for node in d.nodes if node.type in types]


def said(d, node):
    return '%s %r' % (node.type, d.text(node)[:30])


# The document

@clause('UA 6.2, 7.1, A 6.7.2', 'the document is tagged, and not suspect')
def marked(d):
    info = d.root.get('/MarkInfo', {})
    if info.get('/Marked') is not True or info.get('/Suspects', False) is not False:
        yield info


@clause('UA 7.1', 'viewers show the title')
def title_is_shown(d):
    if d.root.get('/ViewerPreferences', {}).get('/DisplayDocTitle') is not True:
        yield 'DisplayDocTitle'


@clause('UA 7.1, A 6.7.3.3', 'there is a structure tree, of a Document')
def structure_tree(d):
    if [node.type for node in d.top] != ['Document']:
        yield [node.type for node in d.top]


# Marked content

@clause('UA 7.1', 'every mark is in a tag or an artifact, and never one in the other')
def marks_are_tagged(d):
    for mark in d.marks:
        tags = [p for _, p in mark.open if '/MCID' in p]
        if len(tags) + mark.is_artifact != 1:
            yield 'page %d: %r' % (mark.page + 1, mark.text)
    for page, operator, depth, _ in d.operators:
        if operator == 'end' and depth:
            yield 'page %d: a sequence does not end' % (page + 1)


@clause('UA 7.1, A 6.7.3', 'artifacts tell what they are')
def artifacts_have_types(d):
    for mark in d.marks:
        for name, properties in mark.open:
            if name == '/Artifact' and properties.get('/Type') not in ('/Pagination', '/Layout'):
                yield 'page %d: %r' % (mark.page + 1, mark.text)


@clause('UA 7.1', 'each piece of marked content is in one element, to which its page leads back')
def contents_have_parents(d):
    owners = {}
    for node in d.nodes:
        for content in node.contents:
            if content in owners:
                yield 'content %s is in two elements' % (content,)
            owners[content] = node
    parents = dict(tree_entries(d.root.StructTreeRoot.get('/ParentTree', {}), '/Nums'))
    for page, mcid in {(m.page, m.mcid) for m in d.marks if m.mcid is not None}:
        lists = parents.get(d.page_objects[page].get('/StructParents'), [])
        back = lists[mcid] if mcid < len(lists) else None
        if (page, mcid) not in owners or not same(back, owners[page, mcid].element):
            yield 'page %d: MCID %d' % (page + 1, mcid)


@clause('UA 7.1', 'every element names its parent')
def elements_have_parents(d):
    for node in d.nodes:
        parent = node.parent.element if node.parent else d.root.StructTreeRoot
        if not same(node.element.get('/P'), parent):
            yield said(d, node)


@clause('UA 7.1, A 6.7.3.4', 'types are standard, and no standard type is mapped to another')
def standard_types(d):
    for node in d.nodes:
        if node.type not in TYPES:
            yield node.type
    for key in d.root.StructTreeRoot.get('/RoleMap', {}):
        yield 'a role for %s' % key


@clause('UA 7.1', 'keys of the number tree and the name tree are in order, and lead to their elements')
def trees(d):
    root = d.root.StructTreeRoot
    numbers = [int(key) for key, _ in tree_entries(root.get('/ParentTree', {}), '/Nums')]
    if numbers != sorted(set(numbers)) or root.get('/ParentTreeNextKey', 0) <= max(numbers, default=0):
        yield 'ParentTree'
    ids = {bytes(n.element.ID): n.element for n in d.nodes if '/ID' in n.element}
    found = [(bytes(key), element) for key, element in tree_entries(root.get('/IDTree', {}), '/Names')]
    if [key for key, _ in found] != sorted(ids) or \
            not all(same(element, ids[key]) for key, element in found):
        yield 'IDTree'
    for node, leaf in ((root.get('/ParentTree', {}), '/Nums'), (root.get('/IDTree', {}), '/Names')):
        for kid in node.get('/Kids', []):
            keys = [key for key, _ in tree_entries(kid, leaf)]
            if list(kid.get('/Limits', [])) != [keys[0], keys[-1]]:
                yield 'Limits'


# Languages

@clause('UA 7.2, A 6.7.4', 'the document has a language, from which texts, bookmarks, Contents and Alt have theirs')
def document_language(d):
    if not TAG.fullmatch(str(d.root.get('/Lang', ''))):
        yield d.root.get('/Lang')


@clause('UA 7.2', 'languages are well-formed (BCP 47), of elements and of marked content')
def languages_are_well_formed(d):
    for node in d.nodes:
        if '/Lang' in node.element and not TAG.fullmatch(str(node.element.Lang)):
            yield '%s: %s' % (said(d, node), node.element.Lang)
    for mark in d.marks:
        for _, properties in mark.open:
            if not TAG.fullmatch(str(properties.get('/Lang', 'en'))):
                yield 'page %d: %s' % (mark.page + 1, properties['/Lang'])


@clause('UA 7.2', 'a text in another script than its language says so')
def languages_fit_scripts(d):
    """Names of documents (CTOC/COP/WG.3/2020/1), numbers and acronyms have no language."""
    for node in d.nodes:
        language = node.language(d)
        for content in node.contents:
            text = d.content_text(*content)
            words = re.findall('[A-Za-z]{4,}', re.sub(r'[^ \u2e80-\uffff]*[/:@][^ \u2e80-\uffff]*',
                                                      '', text))
            words = [word for word in words if not word.isupper()]
            if language.startswith('zh') and words:
                yield '%r is not %s' % (text[:30], language)
            if not language.startswith(('zh', 'ja')) and re.search('[\u3400-\u9fff]', text):
                yield '%r is not %s' % (text[:30], language)


# Elements

@clause('UA 7.4.2', 'headings begin with H1 and skip no level')
def headings(d):
    last = 0
    for node in d.nodes:
        if re.fullmatch('H[1-6]', node.type):
            if int(node.type[1]) > last + 1:
                yield said(d, node)
            last = int(node.type[1])
        elif node.type == 'H':
            yield 'H beside H1'


@clause('UA 7.2', 'elements stand in those, and hold those, that their types allow')
def nesting(d):
    for node in d.nodes:
        parent = node.parent.type if node.parent else None
        if node.type in AROUND and parent not in AROUND[node.type]:
            yield '%s in %s' % (node.type, parent)
        for kid in node.nodes if node.type in INSIDE else []:
            if kid.type not in INSIDE[node.type]:
                yield '%s holds %s' % (node.type, kid.type)
        if node.type in INSIDE and node.contents:
            yield '%s holds text' % node.type


@clause('UA 7.2', 'captions come first; one THead, and a TBody with it')
def order_of_parts(d):
    for node in of_type(d, 'Table', 'L', 'TOC'):
        types = [kid.type for kid in node.nodes]
        if 'Caption' in types[1:]:
            yield 'Caption in %s' % node.type
        if types.count('THead') > 1 or types.count('TFoot') > 1 or \
                ('THead' in types or 'TFoot' in types) and 'TBody' not in types:
            yield types
    for node in of_type(d, 'LI'):
        if [kid.type for kid in node.nodes] not in (['Lbl', 'LBody'], ['LBody'], ['Lbl']):
            yield said(d, node)


@clause('UA 7.6', 'lists say how they are numbered')
def list_numbering(d):
    for node in of_type(d, 'L'):
        labelled = any(kid.type == 'Lbl' for item in node.nodes for kid in item.nodes)
        if labelled and node.attribute('/ListNumbering') in (None, '/None'):
            yield said(d, node)


def spans(cell):
    return int(cell.attribute('/RowSpan') or 1), int(cell.attribute('/ColSpan') or 1)


@clause('UA 7.2, 7.5', 'tables are regular: with their spans, all rows are as long, no cells meet')
def tables_are_regular(d):
    for table in of_type(d, 'Table'):
        taken, width = {}, None
        rows = [node for node in walk(table) if node.type == 'TR']
        for y, row in enumerate(rows):
            x = 0
            for cell in row.nodes:
                while (y, x) in taken:
                    x += 1
                down, across = spans(cell)
                for place in ((y + i, x + k) for i in range(down) for k in range(across)):
                    if place in taken or place[0] >= len(rows):
                        yield 'row %d: %s' % (y + 1, said(d, cell))
                    taken[place] = cell
            length = sum(1 for place in taken if place[0] == y)
            width = length if width is None else width
            if length != width:
                yield 'row %d has %d columns, not %d' % (y + 1, length, width)


@clause('UA 7.5', 'every TH has a Scope; where one spans others, every TD names its Headers')
def headers(d):
    for table in of_type(d, 'Table'):
        ids = {bytes(n.element.ID): n for n in walk(table) if '/ID' in n.element}
        spanned = any(spans(cell) != (1, 1) for cell in walk(table) if cell.type == 'TH')
        for cell in walk(table):
            if cell.type == 'TH' and cell.attribute('/Scope') not in ('/Row', '/Column', '/Both'):
                yield said(d, cell)
            named = list(cell.attribute('/Headers') or []) if cell.type in ('TH', 'TD') else []
            for header in named:
                if bytes(header) not in ids or ids[bytes(header)].type != 'TH':
                    yield '%s names %s' % (said(d, cell), header)
            if cell.type == 'TD' and spanned and not named:
                yield said(d, cell)


@clause('UA 7.3', 'a figure has a text in its stead, and a place')
def figures(d):
    for node in of_type(d, 'Figure', 'Formula'):
        if not str(node.element.get('/Alt', node.element.get('/ActualText', ''))).strip():
            yield 'a figure without Alt'
        box = node.attribute('/BBox')
        if node.type == 'Figure' and (box is None or not float(box[0]) < float(box[2])):
            yield 'a figure without BBox'


@clause('UA 7.9', 'every note has an ID of its own')
def notes(d):
    seen = set()
    for node in of_type(d, 'Note'):
        key = bytes(node.element.get('/ID', b''))
        if not key or key in seen:
            yield said(d, node)
        seen.add(key)


@clause('UA 7.9', 'a note follows what it is marked in; a mark is a Reference')
def notes_follow(d):
    order = {id(node): i for i, node in enumerate(d.nodes)}
    references = [node for node in of_type(d, 'Reference')]
    for note in of_type(d, 'Note'):
        before = [r for r in references if order[id(r)] < order[id(note)]]
        if not before:
            yield said(d, note)


@clause('UA 7.1', 'no element is empty but cells')
def nothing_is_empty(d):
    for node in d.nodes:
        if not node.kids and node.type not in ('TD', 'TH'):
            yield node.type


# Links

@clause('UA 7.18.1, 7.18.5', 'every link annotation is in a Link, to which it leads back')
def links_are_tagged(d):
    owners = {a.objgen: node for node in d.nodes for a in node.annotations}
    parents = dict(tree_entries(d.root.StructTreeRoot.get('/ParentTree', {}), '/Nums'))
    for page, annotation in d.annotations():
        owner = owners.get(annotation.objgen)
        back = parents.get(annotation.get('/StructParent'))
        if owner is None or owner.type != 'Link' or not same(back, owner.element):
            yield 'page %d: %s' % (page + 1, annotation.get('/Contents'))


@clause('UA 7.18.5', 'every link has Contents')
def links_have_contents(d):
    for page, annotation in d.annotations():
        if not str(annotation.get('/Contents', '')).strip():
            yield 'page %d' % (page + 1)


@clause('UA 7.18.3', 'pages are gone through in the order of the tags')
def tab_order(d):
    for i, page in enumerate(d.page_objects):
        if '/Annots' in page and page.get('/Tabs') != '/S':
            yield 'page %d' % (i + 1)


def place(d, node):
    """Page, top and bottom of the first line of what the element shows, or None."""
    for page, mcid in node.all_contents():
        for mark in d.texts.get((page, mcid), []):
            return page, mark.y + 1.5 * mark.size, mark.y
    return None


def target(d, annotation):
    """Page and height to which a link or bookmark leads, or None."""
    to = annotation.get('/Dest')
    if kind(to) != 'array' or d.page_index(to[0]) is None or to[1] != '/XYZ':
        return None
    return d.page_index(to[0]), float(to[3])


def leads_to(d, annotation, node):
    there, wanted = target(d, annotation), place(d, node)
    return there is not None and wanted is not None and there[0] == wanted[0] and \
        wanted[2] <= there[1] <= wanted[1]


@clause('navigation', 'a line of the contents ends with the page of its heading, and leads to it')
def contents_are_right(d):
    headings = [node for node in d.nodes if re.fullmatch('H[1-6]', node.type)]
    for line in of_type(d, 'TOCI'):
        links = [node for kid in line.nodes if kid.type == 'Reference' for node in kid.nodes]
        title, _, number = ''.join(d.text(link) for link in links).rpartition(' ')
        pages = {place(d, heading)[0] + 1 for heading in headings
                 for link in links for annotation in link.annotations
                 if d.text(heading) in title and leads_to(d, annotation, heading)}
        if pages != {int(number) if number.isdigit() else 0}:
            yield said(d, line)


@clause('navigation', 'the mark of a note leads to the note, its number back to the mark')
def notes_are_linked(d):
    notes = of_type(d, 'Note')
    references = [node for node in of_type(d, 'Reference') if node.parent.type != 'TOCI']
    for reference in references:
        links = [a for node in walk(reference) for a in node.annotations]
        if not links or not all(any(leads_to(d, a, n) for n in notes) for a in links):
            yield said(d, reference)
    for note in notes:
        labels = [kid for kid in note.nodes if kid.type == 'Lbl']
        links = [a for label in labels for node in walk(label) for a in node.annotations]
        if not links or not all(any(leads_to(d, a, r) for r in references) for a in links):
            yield said(d, note)


@clause('navigation', 'other links lead to a heading, or out to an address')
def links_lead_to_headings(d):
    targets = of_type(d, 'H1', 'H2', 'H3', 'H4', 'H5', 'H6')
    for node in of_type(d, 'Link'):
        around = {n.type for n in ancestors(node)}
        if around & {'Reference', 'Note'}:
            continue
        for annotation in node.annotations:
            if '/A' not in annotation and not any(leads_to(d, annotation, n) for n in targets):
                yield said(d, node)


def ancestors(node):
    while node.parent is not None:
        node = node.parent
        yield node


@clause('navigation', 'links cover the text that they belong to')
def links_cover_text(d):
    """All but half an em: white ends a line, or belongs to a mark."""
    for node in of_type(d, 'Link'):
        areas = [[float(v) for v in a.Rect] for a in node.annotations]
        for content in node.all_contents():
            for mark in d.texts.get(content, []):
                if not any(a[0] - 0.55 * mark.size <= mark.x and mark.end <= a[2] + 0.55 * mark.size and
                           a[1] <= mark.y + mark.rise <= a[3] for a in areas):
                    yield '%s: %r' % (said(d, node), mark.text)


def bookmarks(d):
    """(level, bookmark), in order."""
    def below(parent, level):
        entry, last = parent.get('/First'), None
        while is_dictionary(entry):
            yield level, entry, parent, last
            yield from below(entry, level + 1)
            entry, last = entry.get('/Next'), entry
    return list(below(d.root.get('/Outlines', {}), 0))


def own_text(d, node):
    """Without marks of notes and without white."""
    text = ''.join(own_text(d, kid) if isinstance(kid, Node) else d.content_text(*kid[1:])
                   for kid in node.kids if not (isinstance(kid, Node) and kid.type == 'Reference')
                   and (isinstance(kid, Node) or kid[0] == 'content'))
    return re.sub(r'[\s,]+', '', text)


@clause('navigation', 'bookmarks lead to the headings, in their order and depth')
def bookmarks_are_headings(d):
    wanted, at, above = of_type(d, 'H1', 'H2', 'H3', 'H4', 'H5', 'H6'), 0, []
    for level, entry, _, _ in bookmarks(d):
        title = re.sub(r'[\s,]+', '', str(entry.get('/Title', '')))
        while at < len(wanted) and not (leads_to(d, entry, wanted[at]) and
                                        title.startswith(own_text(d, wanted[at]))):
            at += 1
        if at == len(wanted):
            yield entry.get('/Title')
            return
        above = above[:level] + [int(wanted[at].type[1])]
        if len(above) != level + 1 or above != sorted(set(above)):
            yield '%s is at level %d' % (entry.get('/Title'), level)


@clause('navigation', 'bookmarks hang together, and are shown when the document is opened')
def bookmarks_hang_together(d):
    entries = bookmarks(d)
    if not entries:
        return
    if d.root.get('/PageMode') != '/UseOutlines' or d.root.Outlines.get('/Count') != len(entries):
        yield 'PageMode or Count'
    for level, entry, parent, last in entries:
        if not same(entry.get('/Parent'), parent) or not str(entry.get('/Title', '')).strip() or \
                (last is not None and not same(entry.get('/Prev'), last)) or \
                ('/Next' not in entry and not same(parent.get('/Last'), entry)):
            yield entry.get('/Title')


@clause('navigation', 'every page has a label')
def page_labels(d):
    labels = list(tree_entries(d.root.get('/PageLabels', {}), '/Nums'))
    if not labels or labels[0][0] != 0 or \
            any(not ('/S' in label or '/P' in label) for _, label in labels):
        yield 'PageLabels'
