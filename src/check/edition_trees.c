/* Editions that differ in their parts: items, documents, paragraphs, notes. */
#include "check/edition_figures.h"

static const struct edition_part *first_lone(const struct edition_part *list,
                                             enum edition_part_kind kind)
{
    for (size_t i = 0; i < list->children.count; i++)
        if (list->children.at[i]->kind == kind && list->children.at[i]->other == NULL)
            return list->children.at[i];
    return NULL;
}

static size_t count_parts(const struct edition_part *list, enum edition_part_kind kind)
{
    size_t count = 0;
    for (size_t i = 0; i < list->children.count; i++)
        count += list->children.at[i]->kind == kind;
    return count;
}

/* Where a list ends, or what it belongs to stands. */
static struct place list_place(const struct edition_part *list)
{
    size_t count = list->children.count;
    return count > 0 ? list->children.at[count - 1]->place : list->place;
}

/* An item of one list without a counterpart in the other: a guess, by what is alike. */
static void tell_lone_item(struct checker *checker, const struct edition_pair *pair,
                           const struct edition_part *list,
                           const struct edition_part *other)
{
    const struct edition_part *here = first_lone(list, EDITION_ITEM);
    const struct edition_part *there = first_lone(other, EDITION_ITEM);
    const char *tag = pair->second->language->short_tag;
    tell(checker, here != NULL ? here->place : list_place(list),
         "%zu items here in “%s”, and %zu in “%s”", count_parts(list, EDITION_ITEM),
         pair->first->language->short_tag, count_parts(other, EDITION_ITEM), tag);
    if (here != NULL)
        tell_related(checker, list_place(other), "“%s” seems to have none for %s", tag,
                     name_item(checker, here->item));
    else if (there != NULL)
        tell_related(checker, there->place, "“%s” seems to have none for %s",
                     pair->first->language->short_tag, name_item(checker, there->item));
}

static void compare_items(struct checker *checker, const struct edition_pair *pair,
                          const struct edition_part *a, const struct edition_part *b)
{
    if (count_parts(a, EDITION_ITEM) != count_parts(b, EDITION_ITEM))
        tell_lone_item(checker, pair, a, b);
}

void find_different_items(struct checker *checker)
{
    visit_parts(checker, compare_items);
}

static struct place symbol_place(const struct edition_part *document)
{
    const struct edition_part *symbol = part_named(document, "symbol");
    return symbol != NULL ? symbol->place : document->place;
}

static void compare_symbols(struct checker *checker, const struct edition_pair *pair,
                            const struct edition_part *a, const struct edition_part *b)
{
    if (a->kind != EDITION_DOCUMENT || slice_same(a->key, b->key))
        return;
    tell(checker, symbol_place(a),
         "the document's symbol is “%.*s” here, and “%.*s” in “%s”", (int)a->key.length,
         a->key.at, (int)b->key.length, b->key.at, pair->second->language->short_tag);
    tell_related(checker, symbol_place(b), "that one stands here");
}

static void compare_documents(struct checker *checker, const struct edition_pair *pair,
                              const struct edition_part *a, const struct edition_part *b)
{
    compare_symbols(checker, pair, a, b);
    size_t here = count_parts(a, EDITION_DOCUMENT);
    size_t there = count_parts(b, EDITION_DOCUMENT);
    if (here == there)
        return;
    const struct edition_part *item = a->parent, *lone = first_lone(a, EDITION_DOCUMENT);
    const struct edition_part *other = first_lone(b, EDITION_DOCUMENT);
    tell(checker, lone != NULL ? lone->place : list_place(a),
         "%s has %zu documents, and %zu in “%s”", name_item(checker, item->item), here,
         there, pair->second->language->short_tag);
    tell_related(checker, other != NULL ? other->place : list_place(b),
                 "those in “%s” stand here", pair->second->language->short_tag);
}

void find_different_documents(struct checker *checker)
{
    visit_parts(checker, compare_documents);
}

static void compare_paragraphs(struct checker *checker, const struct text_pair *pair,
                               const void *what)
{
    (void)what;
    const struct edition_text *first = &pair->first, *second = &pair->second;
    if (first->count == second->count)
        return;
    tell(checker, unit_place(first), "%zu paragraph%s here in “%s”, and %zu in “%s”",
         first->count, first->count == 1 ? "" : "s", first->edition->language->short_tag,
         second->count, second->edition->language->short_tag);
    tell_other_text(checker, second);
}

void find_different_paragraphs(struct checker *checker)
{
    visit_units(checker, compare_paragraphs, NULL);
}

static void tell_marks(struct checker *checker, const struct edition_text *unit,
                       const struct edition_text *other)
{
    struct unmatched_marks marks = find_unmatched_marks(checker->arena, unit, other);
    for (size_t i = 0; i < marks.count; i++) {
        const struct span *mark = marks.at[i];
        tell(checker, mark->place, "the text in “%s” has no mark of the note “%.*s”",
             other->edition->language->short_tag, (int)mark->note.length, mark->note.at);
        tell_other_text(checker, other);
    }
}

static void compare_notes(struct checker *checker, const struct text_pair *pair,
                          const void *what)
{
    (void)what;
    tell_marks(checker, &pair->first, &pair->second);
    tell_marks(checker, &pair->second, &pair->first);
}

void find_different_notes(struct checker *checker)
{
    visit_paragraphs(checker, compare_notes, NULL);
}
