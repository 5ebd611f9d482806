/* Documents that are listed twice, and symbols that two documents share. */
#include "check/checker.h"

#include <string.h>

static const char *title_text(struct checker *checker,
                              const struct reference_document *document)
{
    return spans_text(checker->arena, &document->title, " ");
}

/* Documents without symbols are told apart by their titles. */
static struct slice document_key(struct checker *checker,
                                 const struct reference_document *document)
{
    if (document->symbol.length > 0)
        return document->symbol;
    return slice_from_text(title_text(checker, document));
}

static void check_twice(struct checker *checker, const struct agenda_item *item)
{
    struct map *known = new_map(checker->arena);
    for (size_t i = 0; i < item->document_count; i++) {
        const struct reference_document *document = &item->documents[i];
        struct slice key = document_key(checker, document);
        void **first = map_place(known, key);
        if (*first == NULL) {
            *first = (void *)document;
            continue;
        }
        tell(checker, document->place, "“%.*s” is listed twice under %s", (int)key.length,
             key.at, name_item(checker, item));
        tell_related(checker, ((struct reference_document *)*first)->place,
                     "it stands here first");
    }
}

static void check_items_twice(struct checker *checker, const struct agenda_items *items)
{
    for (size_t i = 0; i < items->count; i++) {
        check_twice(checker, &items->at[i]);
        check_items_twice(checker, &items->at[i].items);
    }
}

void find_documents_twice(struct checker *checker)
{
    check_items_twice(checker, &checker->edition->agenda->items);
}

static void check_shared(struct checker *checker, struct map *known,
                         const struct reference_document *document)
{
    if (document->symbol.length == 0 || document->title.count == 0)
        return;
    void **place = map_place(known, document->symbol);
    const struct reference_document *first = *place;
    if (first == NULL) {
        *place = (void *)document;
        return;
    }
    if (strcmp(title_text(checker, first), title_text(checker, document)) == 0)
        return;
    tell(checker, document->symbol_place, "“%.*s” is the symbol of two documents",
         (int)document->symbol.length, document->symbol.at);
    tell_related(checker, first->symbol_place, "here it has another title: “%s”",
                 title_text(checker, first));
}

static void check_items_shared(struct checker *checker, struct map *known,
                               const struct agenda_items *items)
{
    for (size_t i = 0; i < items->count; i++) {
        for (size_t k = 0; k < items->at[i].document_count; k++)
            check_shared(checker, known, &items->at[i].documents[k]);
        check_items_shared(checker, known, &items->at[i].items);
    }
}

void find_shared_symbols(struct checker *checker)
{
    check_items_shared(checker, new_map(checker->arena),
                       &checker->edition->agenda->items);
}
