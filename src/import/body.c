/* Headings say what follows: an item, a part of the document, an annex. */
#include "import/body_state.h"

#include "base/vec.h"
#include "import/find_timetable.h"
#include "import/item_documents.h"
#include "import/items.h"
#include <string.h>

void note_label(struct importer *importer, const char *label,
                const struct passage *heading)
{
    struct slice words = without_end_marks(heading->plain);
    struct item_mark mark = read_item_mark(importer, words);
    words = (struct slice){words.at + mark.end, words.length - mark.end};
    const char *usual = language_label(importer->language, label);
    struct draft_labels *labels = &importer->draft.labels;
    if (usual != NULL && same_words(words, slice_from_text(usual)))
        return;
    for (size_t i = 0; i < labels->count; i++)
        if (strcmp(labels->at[i].name, label) == 0)
            return;
    vec_push(
        importer->arena, labels,
        (struct draft_label){label, arena_text(importer->arena, words.at, words.length)});
}

static struct draft_annex *begin_annex(struct body *at, const struct passage *title)
{
    struct importer *importer = at->importer;
    at->annex = arena_alloc(importer->arena, sizeof *at->annex);
    at->item = NULL;
    at->in_documents = false;
    if (title != NULL) {
        at->annex->title = title->text;
        add_remarks(importer, &at->annex->remarks, &title->remarks);
    }
    vec_push(importer->arena, &importer->draft.annexes, at->annex);
    return at->annex;
}

/* "Annex II", "附件一": what stands behind label and number is its title. */
static bool take_annex(struct body *at, const struct passage *heading)
{
    struct importer *importer = at->importer;
    size_t end = label_end(importer, heading->plain, "annex");
    if (end == 0)
        return false;
    struct passage rest = passage_from(importer, heading, end);
    struct item_mark mark = read_item_number(importer, rest.plain);
    struct passage label = passage_before(importer, heading, end);
    if (mark.count == 0)
        mark = read_item_mark(importer, rest.plain);
    rest = passage_from(importer, &rest, mark.end);
    if (label_end(importer, rest.plain, "annex") != 0)
        return false;
    note_label(importer, "annex", &label);
    codepoint first = character_at(rest.plain, 0);
    if (first == ':' || first == '.' || first == '-' || first == 0xFF1A)
        rest = passage_from(importer, &rest, next_character(rest.plain, 0));
    begin_annex(at, rest.plain.length > 0 ? &rest : NULL);
    at->part = PART_ANNEX;
    return true;
}

/* Headings of one level of the agenda may be of any level in Markdown. */
static void check_level(struct body *at, const struct draft_item *item,
                        const struct outline_block *outline, struct place place)
{
    int *level = &at->levels[item->level];
    if (outline->kind != OUTLINE_HEADING || *level == outline->level)
        return;
    if (*level == 0) {
        *level = outline->level;
        return;
    }
    tell_found(at->importer, "import-heading", place,
               "this heading is of level %d in Markdown, others of its kind are of "
               "level %d: the agenda says which items are of one level",
               outline->level, *level);
}

static void open_item(struct body *at, struct draft_item *item)
{
    at->item = item;
    at->annex = NULL;
    at->in_documents = false;
}

static bool take_item(struct body *at, const struct outline_block *outline,
                      const struct passage *heading)
{
    struct importer *importer = at->importer;
    struct item_mark mark = read_item_mark(importer, heading->plain);
    struct passage title = passage_from(importer, heading, mark.end);
    struct slice words = without_end_marks(title.plain);
    struct draft_item *item = find_meant_item(importer, at->item, &mark, words);
    if (item == NULL)
        return false;
    check_level(at, item, outline, heading->place);
    if (!same_words(slice_from_text(item->plain), words) && words.length > 0) {
        item->heading = title.text;
        tell_unsure(importer, &item->remarks, "import-heading", heading->place,
                    "this heading is worded differently from the item “%s”", item->plain);
    }
    add_remarks(importer, &item->remarks, &title.remarks);
    open_item(at, item);
    at->part = at->part == PART_AGENDA ? PART_ANNOTATIONS : at->part;
    return true;
}

/* Without a list, a heading makes an item: of the level that it has below the first. */
static void make_item(struct body *at, const struct outline_block *outline,
                      const struct passage *heading)
{
    struct importer *importer = at->importer;
    struct item_mark mark = read_item_mark(importer, heading->plain);
    struct passage title = passage_from(importer, heading, mark.end);
    struct draft_item *parent = at->item;
    if (at->levels[0] == 0)
        at->levels[0] = outline->level;
    int level = outline->level - at->levels[0];
    level = level < 0 ? 0 : level;
    while (parent != NULL && parent->level >= level)
        parent = parent->parent;
    title = without_ending(importer, title);
    open_item(at, add_item(importer, parent, &title));
}

/* A heading among the annotations that is no item's: "Opening", "Closing". */
static void take_unlisted(struct body *at, const struct passage *heading)
{
    struct importer *importer = at->importer;
    struct draft_item *item = add_unlisted_item(importer, at->item, heading);
    tell_unsure(importer, &item->remarks, "import-heading", heading->place,
                "the agenda has no item “%s”: this heading stands among the annotations "
                "only",
                item->plain);
    open_item(at, item);
}

static void take_annex_heading(struct body *at, const struct passage *heading)
{
    struct importer *importer = at->importer;
    struct draft_annex *annex = at->annex;
    if (annex->title == NULL) {
        annex->title = heading->text;
        add_remarks(importer, &annex->remarks, &heading->remarks);
        return;
    }
    tell_unsure(importer, &annex->text.remarks, "import-heading", heading->place,
                "a heading inside an annex becomes a paragraph in bold type");
    add_paragraph(importer, &annex->text,
                  arena_format(importer->arena, "**%s**", heading->text));
}

static void take_aside(struct body *at, const struct passage *heading)
{
    struct draft_annex *annex = begin_annex(at, heading);
    tell_unsure(at->importer, &annex->remarks, "import-heading", heading->place,
                "this part is none of the agenda's: it becomes an annex");
}

static bool take_documents_label(struct body *at, const struct passage *passage)
{
    if (at->item == NULL || !is_label(at->importer, passage->plain, "documents"))
        return false;
    note_label(at->importer, "documents", passage);
    at->in_documents = true;
    return true;
}

static void take_heading(struct body *at, const struct outline_block *outline,
                         const struct passage *heading)
{
    struct importer *importer = at->importer;
    struct passage bare = without_emphasis(importer, *heading);
    if (bare.plain.length == 0 || take_documents_label(at, &bare))
        return;
    if (is_label(importer, bare.plain, "annotations")) {
        note_label(importer, "annotations", &bare);
        at->part = PART_ANNOTATIONS;
        open_item(at, NULL);
    } else if (take_annex(at, &bare)) {
        return;
    } else if (at->part == PART_ITEMS) {
        make_item(at, outline, &bare);
    } else if (at->part == PART_ANNEX) {
        take_annex_heading(at, &bare);
    } else if (at->part == PART_ASIDE || !take_item(at, outline, &bare)) {
        if (at->part == PART_ANNOTATIONS)
            take_unlisted(at, &bare);
        else
            take_aside(at, &bare);
    }
}

/* "Documentation: A/CN.9/1002" in one line. */
static bool take_documents_line(struct body *at, const struct passage *whole)
{
    size_t value;
    if (at->item == NULL || !label_value(at->importer, whole->plain, "documents", &value))
        return false;
    struct passage label = passage_before(at->importer, whole, value);
    struct passage rest = passage_from(at->importer, whole, value);
    note_label(at->importer, "documents", &label);
    at->in_documents = true;
    add_document(at->importer, at->item, &rest);
    return true;
}

/* A table that is no timetable, as it stands. */
static void add_table(struct body *at, const struct grid *grid)
{
    struct importer *importer = at->importer;
    struct draft_table *table = &at->annex->table;
    if (!grid->has_heads)
        tell_unsure(importer, &at->annex->remarks, "import-table", grid->place,
                    "the first row of this table is taken for its heads");
    for (size_t i = 0; i < grid->count; i++) {
        struct draft_line line = {
            arena_array(importer->arena, grid->columns, sizeof *line.cells),
            grid->columns};
        for (size_t k = 0; k < grid->columns; k++) {
            bool is_there = k < grid->at[i].count;
            line.cells[k] = is_there ? grid->at[i].at[k].text : "";
            if (is_there)
                add_remarks(importer, &at->annex->remarks, &grid->at[i].at[k].remarks);
        }
        vec_push(importer->arena, table, line);
    }
}

static void take_table(struct body *at, const struct grid *grid)
{
    struct importer *importer = at->importer;
    bool is_time = is_timetable(importer, grid);
    bool is_free =
        at->annex != NULL && at->annex->days.count == 0 && at->annex->table.count == 0;
    if (importer->draft.items.count == 0 && is_time)
        read_items_of_timetable(importer, grid);
    if (!is_free) {
        begin_annex(at, NULL);
        at->part = PART_ANNEX;
    }
    if (is_time)
        read_timetable(importer, grid, at->annex);
    else
        add_table(at, grid);
}

static bool is_bold_line(const struct importer *importer, size_t block)
{
    const struct outline_block *outline = importer->blocks[block].outline;
    if (outline->kind != OUTLINE_PARAGRAPH || outline->depth > 0 ||
        outline->line_count != 1)
        return false;
    struct slice line = slice_trim(outline->lines[0]);
    return line.length > 4 && slice_starts(line, "**") &&
           memcmp(line.at + line.length - 2, "**", 2) == 0;
}

/* "Annex: list of projects" over a table. */
static bool is_table_title(struct body *at, size_t block)
{
    struct grid grid;
    size_t value;
    return block + 1 < at->importer->block_count &&
           label_value(at->importer, block_passage(at->importer, block)->plain, "annex",
                       &value) &&
           read_grid(at->importer, block + 1, &grid, &value);
}

/* A paragraph that is nothing but the name of a part is its heading. */
static bool is_heading(struct body *at, size_t block)
{
    static const char *const parts[] = {"annotations", "annex"};
    struct importer *importer = at->importer;
    const struct outline_block *outline = importer->blocks[block].outline;
    if (outline->kind == OUTLINE_HEADING)
        return true;
    if (outline->depth > 0 || outline->line_count != 1)
        return false;
    if (is_bold_line(importer, block) || is_table_title(at, block))
        return true;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (is_label(importer, block_passage(importer, block)->plain, parts[i]))
            return true;
    return false;
}

static size_t take_block(struct body *at, size_t block)
{
    struct importer *importer = at->importer;
    struct grid grid;
    size_t next;
    if (importer->blocks[block].is_taken || take_comment(at, block))
        return block + 1;
    if (read_grid(importer, block, &grid, &next)) {
        take_table(at, &grid);
        return next;
    }
    const struct outline_block *outline = importer->blocks[block].outline;
    const struct passage *whole = block_passage(importer, block);
    if (is_heading(at, block))
        take_heading(at, outline, whole);
    else if (!take_documents_label(at, whole) && !take_documents_line(at, whole) &&
             !(at->in_documents && add_documents(importer, at->item, block))) {
        at->in_documents = false;
        take_text(at, block);
    }
    return block + 1;
}

void read_body(struct importer *importer, size_t from, size_t to, enum body_part part)
{
    struct body at = {.importer = importer, .part = part};
    while (from < to)
        from = take_block(&at, from);
}
