/* Texts of a body, and making whole what page turns have cut. */
#include "import/body_state.h"

#include <string.h>

static struct draft_text *text_at_hand(struct body *at)
{
    if (at->annex != NULL)
        return &at->annex->text;
    return at->item != NULL ? &at->item->annotation : &at->importer->draft.opening;
}

/* The body of a note, and nothing else, stands between the two. */
static bool is_interrupted(const struct body *at, size_t block)
{
    for (size_t i = at->last_block + 1; i < block; i++)
        if (!at->importer->blocks[i].is_taken)
            return false;
    return true;
}

/* A sentence that a page turn has cut is made whole. */
static bool join_halves(struct body *at, size_t block, const struct passage *passage)
{
    struct importer *importer = at->importer;
    struct draft_text *to = text_at_hand(at);
    bool has_note = block > at->last_block + 1;
    codepoint first = character_at(passage->plain, 0);
    if (at->last != to || !at->last_is_open || !is_interrupted(at, block) ||
        (!has_note && !(first >= 'a' && first <= 'z')))
        return false;
    bool is_close = is_han(first);
    tell_unsure(importer, &to->remarks, "import-note", passage->place,
                "a sentence was cut in two here, by %s: it is joined to what stands "
                "before (“…%s%.*s”)",
                has_note ? "the body of a note at a page's foot" : "a page turn",
                is_close ? "" : " ",
                (int)(passage->plain.length < 30 ? passage->plain.length
                                                 : utf8_previous(passage->plain.at, 31)),
                passage->plain.at);
    if (has_note) {
        const struct slice *lines = importer->blocks[at->last_block + 1].outline->lines;
        report_related(importer->d, place_of(importer, lines[0]), "the note stood here");
    }
    buffer_text(&to->body, is_close ? "" : " ");
    buffer_text(&to->body, passage->text);
    return true;
}

void take_text(struct body *at, size_t block)
{
    struct importer *importer = at->importer;
    const struct outline_block *outline = importer->blocks[block].outline;
    const struct passage *whole = block_passage(importer, block);
    struct draft_text *to = text_at_hand(at);
    if (outline->kind == OUTLINE_CODE)
        tell_found(importer, "import-markup", whole->place,
                   "program code is taken as a text like the others");
    if (whole->plain.length == 0)
        return;
    if (is_definition(whole->plain)) {
        leave_over(importer, whole);
        return;
    }
    if (at->annex != NULL && (at->annex->days.count > 0 || at->annex->table.count > 0))
        tell_unsure(importer, &at->annex->remarks, "import-table", whole->place,
                    "this stands behind the table, and the text of an annex before it");
    if (outline->depth > 0) {
        add_entry(importer, to, outline, outline->depth, whole);
    } else {
        if (!join_halves(at, block, whole))
            add_paragraph(importer, to, paragraph_text(importer, whole->text));
        add_remarks(importer, &to->remarks, &whole->remarks);
    }
    at->last = to;
    at->last_block = block;
    at->last_is_open = outline->depth == 0 && !ends_sentence(whole->plain);
}

bool take_comment(struct body *at, size_t block)
{
    struct importer *importer = at->importer;
    const struct outline_block *outline = importer->blocks[block].outline;
    if (outline->kind != OUTLINE_HTML || outline->line_count == 0 ||
        !slice_starts(slice_trim(outline->lines[0]), "<!--"))
        return false;
    for (size_t i = 0; i < outline->line_count; i++) {
        struct slice line = slice_trim(outline->lines[i]);
        size_t start = slice_starts(line, "<!--") ? strlen("<!--") : 0;
        const char *end = memmem(line.at, line.length, "-->", 3);
        size_t to = end == NULL ? line.length : (size_t)(end - line.at);
        struct slice words = {line.at + start, to > start ? to - start : 0};
        struct slice rest = {line.at + to, line.length - to};
        struct passage passage = read_passage(importer, &words, 1);
        leave_over(importer, &passage);
        if (rest.length <= strlen("-->"))
            continue;
        rest = (struct slice){rest.at + strlen("-->"), rest.length - strlen("-->")};
        passage = read_passage(importer, &rest, 1);
        leave_over(importer, &passage);
    }
    return true;
}
