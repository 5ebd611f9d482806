/* Naming parts by what an editor sees: numbers, titles, symbols, days. */
#include "compare/name_part.h"

#include "base/utf8.h"
#include <string.h>

enum { TITLE_CELLS = 50, EXTRACT_CELLS = 80 };

/* The text as far as so many cells, and "…" when that is not all. */
static const char *shorten(struct arena *arena, const char *text, size_t cells)
{
    struct slice all = slice_from_text(text);
    size_t size;
    for (size_t at = 0; at < all.length; at += size) {
        size_t width =
            (size_t)utf8_display_width(utf8_decode(all.at + at, all.length - at, &size));
        if (width > cells)
            return arena_format(arena, "%.*s…", (int)at, text);
        cells -= width;
    }
    return text;
}

const struct edition_part *heading_part(const struct edition_part *part)
{
    while (part->parent != NULL && part->parent->parent != NULL &&
           part->kind != EDITION_ITEM && part->kind != EDITION_SECTION &&
           part->kind != EDITION_ANNEX && part->kind != EDITION_NOTE)
        part = part->parent;
    return part;
}

static const char *quote_child(struct arena *arena, const struct edition_part *part,
                               const char *name)
{
    const struct edition_part *child = part_named(part, name);
    if (child == NULL || child->text == NULL)
        return "";
    const char *text = spans_text(arena, child->text->spans, " ");
    return arena_format(arena, " “%s”", shorten(arena, text, TITLE_CELLS));
}

static bool have_same_number(const struct agenda_item *a, const struct agenda_item *b)
{
    for (; a != NULL && b != NULL; a = a->parent, b = b->parent)
        if (a->number != b->number)
            return false;
    return a == b;
}

static const char *name_item_part(struct arena *arena, const struct edition_part *part)
{
    const struct agenda_item *item = part->item;
    const char *title = quote_child(arena, part, "title");
    if (!item->listed || item->reference[0] == '\0')
        return arena_format(arena, "heading%s", title);
    if (part->other == NULL || have_same_number(item, part->other->item))
        return arena_format(arena, "item %s%s", item->reference, title);
    return arena_format(arena, "item %s → %s%s", item->reference,
                        part->other->item->reference, title);
}

static bool is_alone(const struct edition_part *part)
{
    return part->parent->children.count == 1;
}

const char *name_heading(struct arena *arena, const struct edition_part *part)
{
    switch (part->kind) {
    case EDITION_ITEM:
        return name_item_part(arena, part);
    case EDITION_SECTION:
        return arena_format(arena, "section%s", quote_child(arena, part, "title"));
    case EDITION_ANNEX:
        return arena_format(arena, "annex%s%s",
                            is_alone(part) ? ""
                                           : arena_format(arena, " %zu", part->index + 1),
                            quote_child(arena, part, "title"));
    case EDITION_NOTE:
        return arena_format(arena, "note “%.*s”", (int)part->key.length, part->key.at);
    default:
        return part->name;
    }
}

static const char *name_document(struct arena *arena, const struct edition_part *part)
{
    if (part->key.length == 0)
        return arena_format(arena, "document%s", quote_child(arena, part, "title"));
    return arena_format(arena, "document %.*s", (int)part->key.length, part->key.at);
}

static const char *name_entry(struct arena *arena, const struct edition_part *part)
{
    if (part->name != NULL)
        return part->name;
    if (part->item != NULL)
        return arena_format(arena, "item %s", part->item->reference);
    return arena_format(arena, "row%s", quote_child(arena, part, "title"));
}

/* What is in such a group says itself what it is. */
static bool is_silent(const char *group)
{
    return strcmp(group, "documents") == 0 || strcmp(group, "items") == 0 ||
           strcmp(group, "rows") == 0;
}

/* Of the meeting's fields the heading says so. */
#define MEETING "meeting."

/* One step of the way; "" where another one says enough. */
static const char *name_step(struct arena *arena, const struct edition_part *part)
{
    switch (part->kind) {
    case EDITION_GROUP:
        return is_silent(part->name) ? "" : part->name;
    case EDITION_PARAGRAPH:
        return is_alone(part) ? ""
                              : arena_format(arena, "paragraph %zu", part->index + 1);
    case EDITION_DOCUMENT:
        return name_document(arena, part);
    case EDITION_DAY:
        return part->key.length > 0
                   ? part->key.at
                   : arena_format(arena, "day%s", quote_child(arena, part, "label"));
    case EDITION_SLOT:
        return part->key.length > 0
                   ? part->key.at
                   : arena_format(arena, "slot%s", quote_child(arena, part, "label"));
    case EDITION_ENTRY:
        return name_entry(arena, part);
    case EDITION_ROW:
        return arena_format(arena, "row %zu", part->index + 1);
    default:
        return slice_starts(slice_from_text(part->name), MEETING)
                   ? part->name + sizeof MEETING - 1
                   : part->name;
    }
}

const char *name_within(struct arena *arena, const struct edition_part *part)
{
    const struct edition_part *heading = heading_part(part);
    const char *way = "";
    for (; part != heading; part = part->parent) {
        const char *step = name_step(arena, part);
        if (way[0] == '\0')
            way = step;
        else if (step[0] != '\0')
            way = arena_format(arena, "%s, %s", step, way);
    }
    return way;
}

static void join_texts(struct buffer *joined, const struct edition_part *part)
{
    if (part->text != NULL)
        buffer_format(joined, "%s%s", joined->count == 0 ? "" : " | ",
                      spans_text(joined->arena, part->text->spans, " "));
    for (size_t i = 0; i < part->children.count; i++)
        join_texts(joined, part->children.at[i]);
}

const char *part_extract(struct arena *arena, const struct edition_part *part)
{
    bool has_own_heading = part->kind == EDITION_ITEM || part->kind == EDITION_SECTION ||
                           part->kind == EDITION_ANNEX;
    if (has_own_heading || part->kind == EDITION_DAY || part->kind == EDITION_SLOT)
        return "";
    struct buffer joined = new_buffer(arena);
    join_texts(&joined, part);
    if (joined.count == 0 && part->value != NULL)
        return part->value;
    return shorten(arena, buffer_string(&joined), EXTRACT_CELLS);
}
