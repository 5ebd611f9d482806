/* Reading the agenda's list, in whatever pieces a converter has left it. */
#include "import/items.h"

#include <string.h>

enum { ITEM_LEVELS = 3, NO_STYLE = -1, BRACKETED = 16 };

/* A list at work. */
struct list_reading {
    struct importer *importer;
    struct draft_item *last; /* read last; NULL: none yet */
    bool is_numbered;        /* the first item was */
    bool is_text;            /* the last entry was no item but a point under one */
    int styles[ITEM_LEVELS]; /* of the numbers of each level */
    int level;               /* of the heading over the list */
};

static bool ends_with(struct slice text, const char *mark)
{
    size_t size = strlen(mark);
    return size > 0 && text.length > size &&
           memcmp(text.at + text.length - size, mark, size) == 0;
}

struct passage without_ending(struct importer *importer, struct passage title)
{
    const struct list_endings *list = &importer->language->list;
    const char *const marks[] = {list->parent, list->middle, list->last, ";",
                                 ":",          "；",         "：",       "。"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (ends_with(title.plain, marks[i]))
            return passage_before(importer, &title,
                                  title.plain.length - strlen(marks[i]));
    return title;
}

/* The parent of an entry at this depth of the list, or with this mark. */
static struct draft_item *parent_of(const struct list_reading *at, int depth)
{
    struct draft_item *parent = at->last;
    while (parent != NULL && parent->level >= depth - 1)
        parent = parent->parent;
    return parent;
}

static void check_number(struct list_reading *at, struct draft_item *item, int typed)
{
    if (typed < 0 || typed == item->number)
        return;
    tell_unsure(at->importer, &item->remarks, "import-number", item->place,
                "the number %d is typed here, and this is number %d of its row", typed,
                item->number);
}

/* A row of "1." only, as many write it, says nothing behind its first entry. */
static int typed_number(const struct outline_block *outline, const struct item_mark *mark,
                        int level)
{
    if (mark->count > 0) {
        int i = mark->count - 1;
        return level == 2 && mark->part[i].roman > 0 ? mark->part[i].roman
                                                     : mark->part[i].number;
    }
    if (!outline->begins_entry || (outline->number == 1 && !outline->begins_list))
        return -1;
    return outline->number;
}

static void take_item(struct list_reading *at, const struct outline_block *outline,
                      const struct passage *whole, const struct item_mark *mark,
                      int depth)
{
    struct importer *importer = at->importer;
    struct passage title = passage_from(importer, whole, mark->end);
    title = without_ending(importer, title);
    at->last = add_item(importer, parent_of(at, depth), &title);
    at->is_text = false;
    check_number(at, at->last, typed_number(outline, mark, at->last->level));
}

/* A point that is to be spoken of: with the annotation of its item. */
static void take_point(struct list_reading *at, const struct outline_block *outline,
                       const struct passage *whole)
{
    struct importer *importer = at->importer;
    add_entry(importer, &at->last->annotation, outline,
              outline->depth - 1 - at->last->level, whole);
    at->is_text = outline->begins_entry;
}

static bool is_item(const struct list_reading *at, const struct outline_block *outline,
                    const struct item_mark *mark)
{
    if (!outline->begins_entry)
        return false;
    if (at->last == NULL || mark->count > 0)
        return true;
    /* Points whose indent is too small for CommonMark stand beside the numbers. */
    if (outline->depth == 1)
        return outline->number >= 0 || !at->is_numbered;
    return outline->number >= 0 && !at->is_text;
}

/* What tells the levels apart where nothing is indented: "1.", "(a)", "（一）". */
static int style_of(const struct item_mark *mark, const struct outline_block *outline,
                    bool is_roman)
{
    if (mark->count == 0)
        return outline->number >= 0 ? MARK_DECIMAL : NO_STYLE;
    int form = is_roman ? (int)MARK_ROMAN : (int)mark->part[0].form;
    return form + (mark->is_bracketed ? BRACKETED : 0);
}

/* "(i)" behind "(h)" is a letter, behind "(a)" a Roman number. */
static bool is_roman(const struct list_reading *at, const struct item_mark *mark)
{
    if (mark->count == 0 || mark->part[0].roman == 0)
        return false;
    for (const struct draft_item *item = at->last; item != NULL; item = item->parent)
        if (at->styles[item->level] ==
                (int)MARK_LETTER + BRACKETED * mark->is_bracketed &&
            mark->part[0].number == item->number + 1)
            return false;
    return true;
}

/* The depth of an item: that of the list, or of the style that its number has. */
static int find_depth(struct list_reading *at, const struct item_mark *mark,
                      const struct outline_block *outline)
{
    int style = style_of(mark, outline, is_roman(at, mark));
    int depth = outline->depth > 1 ? outline->depth : 1;
    int last = at->last == NULL ? 0 : at->last->level + 1;
    if (mark->count > 1)
        depth = mark->count;
    else if (depth == 1 && last > 0 && style != NO_STYLE)
        for (depth = 1; depth <= last && at->styles[depth - 1] != style;)
            depth++;
    if (depth > last + 1)
        depth = last + 1;
    if (depth > ITEM_LEVELS)
        depth = ITEM_LEVELS;
    at->styles[depth - 1] = style;
    return depth;
}

static bool begins_sub_item(struct importer *importer, struct slice line)
{
    struct passage passage = read_passage(importer, &line, 1);
    struct item_mark mark = read_item_mark(importer, passage.plain);
    return mark.count == 1 && mark.is_bracketed;
}

/* "(a)" at the start of a line goes on in the paragraph of the item over it. */
static void take_lines(struct list_reading *at, const struct outline_block *outline)
{
    struct importer *importer = at->importer;
    for (size_t i = 0, end; i < outline->line_count; i = end) {
        end = i + 1;
        while (end < outline->line_count &&
               !begins_sub_item(importer, outline->lines[end]))
            end++;
        struct passage part = read_passage(importer, &outline->lines[i], end - i);
        struct item_mark mark = read_item_mark(importer, part.plain);
        take_item(at, outline, &part, &mark, find_depth(at, &mark, outline));
    }
}

static void take_entry(struct list_reading *at, size_t block)
{
    struct importer *importer = at->importer;
    const struct outline_block *outline = importer->blocks[block].outline;
    const struct passage *whole = block_passage(importer, block);
    struct item_mark mark = {0};
    if (outline->begins_entry)
        mark = read_item_mark(importer, whole->plain);
    if (whole->plain.length == 0)
        return;
    if (is_item(at, outline, &mark)) {
        at->is_numbered |= at->last == NULL && (outline->number >= 0 || mark.count > 0);
        take_lines(at, outline);
    } else if (at->last != NULL) {
        take_point(at, outline, whole);
    } else {
        leave_over(importer, whole);
    }
}

static bool may_be_title(const struct outline_block *outline)
{
    return outline->kind == OUTLINE_PARAGRAPH &&
           (outline->line_count == 1 || outline->is_numbered_line);
}

/* "(a) Opening of the meeting" as a paragraph between two pieces of the list. */
static bool take_paragraph(struct list_reading *at, size_t block)
{
    struct importer *importer = at->importer;
    const struct outline_block *outline = importer->blocks[block].outline;
    if (!may_be_title(outline))
        return false;
    const struct passage *whole = block_passage(importer, block);
    struct item_mark mark = read_item_mark(importer, whole->plain);
    if (mark.count == 0)
        return false;
    at->is_numbered |= at->last == NULL;
    take_item(at, outline, whole, &mark, find_depth(at, &mark, outline));
    return true;
}

static size_t next_block(const struct importer *importer, size_t block)
{
    do
        block++;
    while (block < importer->block_count && importer->blocks[block].is_taken);
    return block;
}

/* The number behind that of the last item, or of one that it is in. */
static bool is_next_number(const struct list_reading *at, const struct item_mark *mark,
                           const struct outline_block *outline)
{
    if (mark->count != 1)
        return false;
    int style = style_of(mark, outline, is_roman(at, mark));
    for (const struct draft_item *item = at->last; item != NULL; item = item->parent)
        if (at->styles[item->level] == style && mark->part[0].number == item->number + 1)
            return true;
    return false;
}

static bool stands_before_next(const struct list_reading *at, size_t block)
{
    struct importer *importer = at->importer;
    size_t next = next_block(importer, block);
    if (next >= importer->block_count ||
        importer->blocks[block].outline->kind != OUTLINE_PARAGRAPH)
        return false;
    const struct outline_block *outline = importer->blocks[next].outline;
    if (!may_be_title(outline) || outline->depth > 0)
        return false;
    struct item_mark mark =
        read_item_mark(importer, block_line(importer, next, 0)->plain);
    return is_next_number(at, &mark, outline);
}

/* What stands under a numbered line, or between two numbered paragraphs, is said of the
 * first. */
static bool take_between(struct list_reading *at, size_t block)
{
    struct importer *importer = at->importer;
    if (at->last == NULL || (!importer->blocks[block].outline->is_under_number &&
                             !stands_before_next(at, block)))
        return false;
    take_point(at, importer->blocks[block].outline, block_passage(importer, block));
    return true;
}

static bool begins_entry(const struct importer *importer, size_t block)
{
    return block < importer->block_count && importer->blocks[block].outline->depth > 0 &&
           importer->blocks[block].outline->begins_entry;
}

/* A heading inside the list: under the one over it, or between numbers that go on. */
static bool is_section(const struct list_reading *at, size_t block)
{
    const struct importer *importer = at->importer;
    const struct outline_block *outline = importer->blocks[block].outline;
    size_t next = next_block(importer, block);
    if (outline->kind != OUTLINE_HEADING || !begins_entry(importer, next))
        return false;
    int number = importer->blocks[next].outline->number;
    size_t count = importer->draft.items.count;
    return outline->level > at->level || (number > 1 && (size_t)number == count + 1);
}

/* A heading over some of the items. */
static size_t take_section(struct list_reading *at, size_t block)
{
    struct importer *importer = at->importer;
    const struct passage *title = block_passage(importer, block);
    size_t count = importer->draft.items.count;
    at->last = NULL;
    size_t next = next_block(importer, block);
    take_entry(at, next);
    if (importer->draft.items.count > count) {
        struct draft_item *item = importer->draft.items.at[count];
        item->section = without_emphasis(importer, *title).text;
        add_remarks(importer, &item->remarks, &title->remarks);
    }
    return next_block(importer, next);
}

size_t read_list(struct importer *importer, size_t block, int level)
{
    struct list_reading at = {.importer = importer, .level = level};
    while (block < importer->block_count) {
        const struct outline_block *outline = importer->blocks[block].outline;
        if (importer->blocks[block].is_taken)
            block = next_block(importer, block);
        else if (is_section(&at, block))
            block = take_section(&at, block);
        else if (outline->depth > 0 && outline->kind != OUTLINE_HEADING) {
            take_entry(&at, block);
            block = next_block(importer, block);
        } else if (take_paragraph(&at, block) || take_between(&at, block))
            block = next_block(importer, block);
        else
            break;
    }
    return block;
}
