/* "10:00-10:05 Welcome (Ada Okafor)": time and presenter are the timetable's. */
#include "import/slots.h"

#include "base/vec.h"
#include "import/find_timetable.h"
#include "import/passage.h"
#include <string.h>

static bool is_between(codepoint c)
{
    return is_space(c) || c == ',' || c == ';' || c == ':' || c == '-' || c == '|' ||
           c == 0x2013 || c == 0x2014 || c == 0xFF0C || c == 0xFF1A || c == 0xFF1B;
}

static bool is_open(codepoint c)
{
    return c == '(' || c == '[' || c == 0xFF08;
}

static bool is_close(codepoint c)
{
    return c == ')' || c == ']' || c == 0xFF09;
}

/* Without marks that only parted it from what was there. */
static struct slice trim_marks(struct slice text)
{
    while (text.length > 0 && is_between(character_at(text, 0))) {
        size_t size = next_character(text, 0);
        text = (struct slice){text.at + size, text.length - size};
    }
    while (text.length > 0 && is_between(character_before(text, text.length)))
        text.length = utf8_previous(text.at, text.length);
    return text;
}

/* Widens [at, end) over brackets that have nothing else in them. */
static void take_brackets(struct slice text, struct found_time *time)
{
    size_t before = skip_spaces_back(text, time->at);
    size_t behind = skip_spaces(text, time->end);
    if (!is_open(character_before(text, before)) || !is_close(character_at(text, behind)))
        return;
    time->at = utf8_previous(text.at, before);
    time->end = next_character(text, behind);
}

/* The part [from, to) without marks at its ends. */
static struct passage cut(struct importer *importer, const struct passage *whole,
                          size_t from, size_t to)
{
    struct slice part = trim_marks((struct slice){whole->plain.at + from, to - from});
    from = (size_t)(part.at - whole->plain.at);
    struct passage first = passage_before(importer, whole, from + part.length);
    return passage_from(importer, &first, from);
}

/* What is left of a title without its time. */
static struct passage cut_time(struct importer *importer, const struct passage *title,
                               struct found_time time)
{
    take_brackets(title->plain, &time);
    struct passage before = cut(importer, title, 0, time.at);
    struct passage behind = cut(importer, title, time.end, title->plain.length);
    if (before.plain.length == 0)
        return behind;
    if (behind.plain.length == 0)
        return before;
    const char *space = is_close(character_at(behind.plain, 0)) ? "" : " ";
    before.text =
        arena_format(importer->arena, "%s%s%s", before.text, space, behind.text);
    before.plain = slice_from_text(
        arena_format(importer->arena, "%.*s%s%.*s", (int)before.plain.length,
                     before.plain.at, space, (int)behind.plain.length, behind.plain.at));
    return before;
}

/* "(Ada Okafor)" at the end of a title with a time. */
static const char *cut_presenter(struct importer *importer, struct passage *title)
{
    struct slice text = title->plain;
    codepoint last = character_before(text, text.length);
    size_t open = text.length;
    if (last != ')' && last != 0xFF09)
        return NULL;
    while (open > 0 && !is_open(character_at(text, open)))
        open = utf8_previous(text.at, open);
    struct passage name = cut(importer, title, next_character(text, open),
                              utf8_previous(text.at, text.length));
    if (open == 0 || name.plain.length == 0)
        return NULL;
    *title = cut(importer, title, 0, open);
    return name.text;
}

static struct found_time time_of_item(const struct importer *importer,
                                      const struct draft_item *item)
{
    struct found_time time = find_time(importer, slice_from_text(item->plain));
    if (time.to < 0)
        time.end = 0;
    return time;
}

static void add_item_slot(struct importer *importer, struct draft_annex *annex,
                          struct draft_item *item, bool *has_presenters)
{
    struct found_time time = time_of_item(importer, item);
    struct draft_row row = {.item = item};
    if (time.end == 0)
        return;
    struct passage title = {.text = item->title, .plain = slice_from_text(item->plain)};
    title = cut_time(importer, &title, time);
    row.texts[ROW_PRESENTER] = cut_presenter(importer, &title);
    *has_presenters |= row.texts[ROW_PRESENTER] != NULL;
    if (title.plain.length > 0) {
        item->title = title.text;
        item->plain = arena_text(importer->arena, title.plain.at, title.plain.length);
    }
    struct draft_slot *slot =
        add_draft_slot(importer, day_at_hand(importer, annex), &time, "");
    vec_push(importer->arena, &slot->rows, row);
}

void find_slots_of_items(struct importer *importer)
{
    static const char *columns[] = {"time", "item", "title", "presenter"};
    const struct draft_items *items = &importer->draft.items;
    size_t times = 0;
    bool has_presenters = false;
    for (size_t i = 0; i < items->count; i++)
        times += time_of_item(importer, items->at[i]).end != 0;
    if (times < 2)
        return;
    struct draft_annex *annex = arena_alloc(importer->arena, sizeof *annex);
    annex->title = language_label(importer->language, "timetable");
    for (size_t i = 0; i < items->count; i++)
        add_item_slot(importer, annex, items->at[i], &has_presenters);
    if (has_presenters) {
        annex->columns = columns;
        annex->column_count = sizeof columns / sizeof *columns;
    }
    tell_unsure(importer, &annex->remarks, "import-table", items->at[0]->place,
                "the times that stand with the items become a timetable");
    vec_push(importer->arena, &importer->draft.annexes, annex);
}
