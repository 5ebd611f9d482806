/* Titles and symbols of the documents that belong to an item. */
#include "import/item_documents.h"

#include "base/vec.h"
#include "import/words.h"
#include "model/symbols.h"
#include <string.h>

/* Title and symbol of "Note by the Secretariat (A/CN.9/1002)". */
static struct draft_document read_document(struct importer *importer,
                                           const struct passage *line)
{
    static const char *const closes[] = {")", "）"}, *const opens[] = {"(", "（"};
    struct draft_document document = {.title = line->text};
    struct slice plain = without_end_marks(line->plain);
    struct slice symbol = find_symbol(plain, 0);
    add_remarks(importer, &document.remarks, &line->remarks);
    if (symbol.length == 0)
        return document;
    const char *text = arena_text(importer->arena, symbol.at, symbol.length);
    size_t from = (size_t)(symbol.at - plain.at), end = from + symbol.length;
    if (symbol.length == plain.length)
        return (struct draft_document){NULL, text, document.remarks};
    for (size_t i = 0; i < 2; i++) {
        size_t open = strlen(opens[i]);
        struct slice rest = {plain.at + end, plain.length - end};
        if (slice_equals(rest, closes[i]) && from >= open &&
            memcmp(symbol.at - open, opens[i], open) == 0) {
            document.title = passage_before(importer, line, from - open).text;
            document.symbol = text;
        }
    }
    return document;
}

void add_document(struct importer *importer, struct draft_item *item,
                  const struct passage *line)
{
    if (line->plain.length > 0)
        vec_push(importer->arena, &item->documents, read_document(importer, line));
}

/* Whether the line breaks of a paragraph part documents: each has a symbol or an address.
 */
static bool is_document_row(struct importer *importer, size_t block)
{
    const struct outline_block *outline = importer->blocks[block].outline;
    for (size_t i = 0; i < outline->line_count; i++) {
        struct slice plain = block_line(importer, block, i)->plain;
        if (find_symbol(plain, 0).length == 0 && find_address(plain, 0).length == 0)
            return false;
    }
    return true;
}

/* A sentence behind the documents belongs to the annotation. */
static bool is_sentence(const struct passage *whole)
{
    enum { LONGEST_TITLE = 400 };
    return find_symbol(whole->plain, 0).length == 0 &&
           find_address(whole->plain, 0).length == 0 &&
           (whole->plain.length > LONGEST_TITLE || ends_sentence(whole->plain));
}

bool add_documents(struct importer *importer, struct draft_item *item, size_t block)
{
    const struct outline_block *outline = importer->blocks[block].outline;
    if (is_document_row(importer, block)) {
        for (size_t i = 0; i < outline->line_count; i++)
            add_document(importer, item, block_line(importer, block, i));
        return true;
    }
    const struct passage *whole = block_passage(importer, block);
    if (is_sentence(whole))
        return false;
    add_document(importer, item, whole);
    return true;
}
