/* Editions of one file that differ in their parts: items, documents, paragraphs, notes.
 */
#include "check/edition_figures.h"

static struct place items_place(const struct checked_edition *edition,
                                const struct agenda_items *items)
{
    if (items->count > 0)
        return items->at[items->count - 1].place;
    return (struct place){edition->agenda->source, 0, 0};
}

static void compare_items(struct checker *checker, const struct checked_edition *second,
                          const struct agenda_items *a, const struct agenda_items *b)
{
    const struct checked_edition *first = &checker->editions[0];
    if (a->count == b->count)
        return;
    tell(checker, items_place(first, a), "%zu items here in “%s”, and %zu in “%s”",
         a->count, first->language->short_tag, b->count, second->language->short_tag);
    tell_related(checker, items_place(second, b), "the last one in “%s” stands here",
                 second->language->short_tag);
}

void find_different_items(struct checker *checker)
{
    visit_items(checker, compare_items);
}

static void compare_document(struct checker *checker,
                             const struct checked_edition *second,
                             const struct reference_document *a,
                             const struct reference_document *b)
{
    if (slice_same(a->symbol, b->symbol))
        return;
    tell(checker, a->symbol_place,
         "the document's symbol is “%.*s” here, and “%.*s” in “%s”",
         (int)a->symbol.length, a->symbol.at, (int)b->symbol.length, b->symbol.at,
         second->language->short_tag);
    tell_related(checker, b->symbol_place, "that one stands here");
}

static void compare_documents(struct checker *checker,
                              const struct checked_edition *second,
                              const struct agenda_items *a, const struct agenda_items *b)
{
    for (size_t i = 0; i < a->count && i < b->count; i++) {
        const struct agenda_item *one = &a->at[i], *other = &b->at[i];
        if (one->document_count != other->document_count) {
            tell(checker, one->place, "%s has %zu documents, and %zu in “%s”",
                 name_item(checker, one), one->document_count, other->document_count,
                 second->language->short_tag);
            tell_related(checker, other->place, "that item stands here");
            continue;
        }
        for (size_t k = 0; k < one->document_count; k++)
            compare_document(checker, second, &one->documents[k], &other->documents[k]);
    }
}

void find_different_documents(struct checker *checker)
{
    visit_items(checker, compare_documents);
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
