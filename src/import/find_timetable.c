/* Reading timetables, row by row. */
#include "import/find_timetable.h"

#include "base/vec.h"
#include "import/items.h"
#include <string.h>

enum column {
    COLUMN_TIME,
    COLUMN_ITEM,
    COLUMN_TITLE,
    COLUMN_TEXTS, /* and ROW_PRESENTER ... behind it */
    COLUMN_OTHER = COLUMN_TEXTS + ROW_TEXTS,
    COLUMN_KINDS
};

enum { MOST_COLUMNS = 64 };

/* By their labels, and as agendas name them. */
static const struct {
    const char *label, *name;
} column_words[COLUMN_OTHER] = {{"date-and-time", "time"},
                                {"agenda-item", "item"},
                                {"title-or-description", "title"},
                                {"presenter", "presenter"},
                                {"chair", "chair"},
                                {"place", "place"},
                                {"documents", "documents"}};

/* A table at work. */
struct timetable_reading {
    struct importer *importer;
    const struct grid *grid;
    enum column columns[MOST_COLUMNS];
    int where[COLUMN_KINDS]; /* which column it is; -1: none */
    size_t first_row;        /* behind the heads */
    struct draft_annex *annex;
    struct draft_slot *slot; /* at hand */
    struct draft_item *item; /* named last */
};

static const struct passage nothing = {.text = ""};

static const struct passage *cell(const struct timetable_reading *at, size_t row,
                                  enum column column)
{
    int where = at->where[column];
    const struct grid_row *cells = &at->grid->at[row];
    return where < 0 || (size_t)where >= cells->count ? &nothing : &cells->at[where];
}

static enum column column_of_head(const struct importer *importer, struct slice head)
{
    for (int i = 0; i < COLUMN_OTHER; i++)
        if (is_label(importer, head, column_words[i].label))
            return (enum column)i;
    return COLUMN_OTHER;
}

static bool has_day_or_time(const struct importer *importer, struct slice text)
{
    return find_time(importer, text).end != 0 || find_dates(importer, text).end != 0;
}

static bool is_comma(codepoint c)
{
    return c == ',' || c == ';' || c == '&' || c == 0x3001 || c == 0xFF0C || c == 0xFF1B;
}

/* "1 (a), 2": the end of the number that begins at `from`. */
static size_t number_end(struct slice text, size_t from)
{
    while (from < text.length && !is_comma(character_at(text, from)))
        from = next_character(text, from);
    return from;
}

static bool has_only_numbers(const struct importer *importer, struct slice text)
{
    for (size_t from = 0, end; from < text.length; from = next_character(text, end)) {
        end = number_end(text, from);
        struct slice part = slice_trim((struct slice){text.at + from, end - from});
        if (read_item_number(importer, part).count == 0)
            return false;
    }
    return text.length > 0;
}

/* What most cells of a column are, where no head says it. */
static enum column column_of_cells(const struct timetable_reading *at, size_t column)
{
    size_t times = 0, numbers = 0, filled = 0;
    for (size_t row = at->first_row; row < at->grid->count; row++) {
        if (column >= at->grid->at[row].count)
            continue;
        struct slice plain = at->grid->at[row].at[column].plain;
        filled += plain.length > 0;
        times += has_day_or_time(at->importer, plain);
        numbers += has_only_numbers(at->importer, plain);
    }
    if (2 * times > filled)
        return COLUMN_TIME;
    return filled > 0 && 2 * numbers > filled ? COLUMN_ITEM : COLUMN_TITLE;
}

static void name_column(struct timetable_reading *at, size_t column, enum column kind)
{
    if (kind != COLUMN_OTHER && at->where[kind] >= 0)
        kind = COLUMN_OTHER;
    at->columns[column] = kind;
    if (at->where[kind] < 0)
        at->where[kind] = (int)column;
}

/* The first row has heads when two of them are known, or its form says so. */
static void find_columns(struct timetable_reading *at)
{
    const struct grid_row *first = &at->grid->at[0];
    size_t known = 0;
    for (int i = 0; i < COLUMN_KINDS; i++)
        at->where[i] = -1;
    for (size_t i = 0; i < first->count; i++)
        known += column_of_head(at->importer, first->at[i].plain) != COLUMN_OTHER;
    at->first_row = at->grid->has_heads || known >= 2;
    for (size_t i = 0; i < at->grid->columns; i++) {
        enum column kind = COLUMN_OTHER, cells = column_of_cells(at, i);
        if (at->first_row == 1 && i < first->count)
            kind = column_of_head(at->importer, first->at[i].plain);
        if (kind == COLUMN_OTHER || (kind == COLUMN_ITEM && cells == COLUMN_TITLE))
            kind = at->first_row == 0 || at->where[COLUMN_TITLE] < 0 ? cells : kind;
        name_column(at, i, kind);
    }
}

static struct timetable_reading open_reading(struct importer *importer,
                                             const struct grid *grid)
{
    struct timetable_reading at = {.importer = importer, .grid = grid};
    find_columns(&at);
    return at;
}

bool is_timetable(struct importer *importer, const struct grid *grid)
{
    struct timetable_reading at = open_reading(importer, grid);
    if (at.where[COLUMN_TIME] < 0 ||
        (at.where[COLUMN_TITLE] < 0 && at.where[COLUMN_ITEM] < 0))
        return false;
    for (size_t row = at.first_row; row < grid->count; row++)
        if (find_time(importer, cell(&at, row, COLUMN_TIME)->plain).end != 0)
            return true;
    return false;
}

/* Without “（续）”. */
static struct slice without_continued(const struct importer *importer, struct slice title)
{
    static const char mark[] = "{title}";
    for (size_t i = 0; i < importer->lexicon_count; i++) {
        const struct language *language = importer->lexicons[i]->language;
        const char *found = strstr(language->continued, mark);
        if (found == NULL)
            continue;
        struct slice end = slice_trim(slice_from_text(found + strlen(mark)));
        size_t from = title.length < end.length ? 0 : title.length - end.length;
        if (end.length > 0 && match_literal(language, end, title, from) == title.length)
            return slice_trim((struct slice){title.at, from});
    }
    return title;
}

static const struct passage *only_cell(const struct grid_row *row)
{
    const struct passage *only = NULL;
    for (size_t i = 0; i < row->count; i++) {
        if (row->at[i].plain.length == 0)
            continue;
        if (only != NULL)
            return NULL;
        only = &row->at[i];
    }
    return only;
}

/* The year of a day that is said without it is the meeting's. */
static struct date full_date(struct timetable_reading *at,
                             const struct found_dates *found, struct draft_day *day,
                             struct place place)
{
    struct date date = found->dates.first;
    if (found->has_year)
        return date;
    date.year = at->importer->dates.first.year;
    if (date.year == 0)
        tell_unsure(at->importer, &day->remarks, "import-table", place,
                    "the year of this day is not known");
    else
        tell_found(
            at->importer, "import-table", place,
            "this day's year is not said: it is that of the meeting, %04d-%02d-%02d",
            date.year, date.month, date.day);
    return date;
}

/* `found` NULL: a day by its words only. */
static void add_day(struct timetable_reading *at, const struct passage *passage,
                    const struct found_dates *found)
{
    struct passage label = without_emphasis(at->importer, *passage);
    struct draft_day day = {.label = label.text};
    add_remarks(at->importer, &day.remarks, &passage->remarks);
    if (found != NULL)
        day.date = full_date(at, found, &day, passage->place);
    vec_push(at->importer->arena, &at->annex->days, day);
    at->slot = NULL;
}

struct draft_day *day_at_hand(struct importer *importer, struct draft_annex *annex)
{
    if (annex->days.count > 0)
        return vec_last(&annex->days);
    struct draft_day day = {.date = importer->dates.first};
    if (day.date.year == 0) {
        day.label = language_label(importer->language, "to-be-determined");
        add_remark(importer, &day.remarks, "the day is not known");
    }
    vec_push(importer->arena, &annex->days, day);
    return vec_last(&annex->days);
}

struct draft_slot *add_draft_slot(struct importer *importer, struct draft_day *day,
                                  const struct found_time *time, const char *label)
{
    const char *open = language_label(importer->language, "to-be-determined");
    struct draft_slot slot = {
        .from = -1, .to = -1, .label = label[0] != '\0' ? label : open};
    bool is_forward = time != NULL && (time->to < 0 || time->from < time->to);
    if (is_forward) {
        slot.from = time->from;
        slot.to = time->to;
    }
    vec_push(importer->arena, &day->slots, slot);
    return vec_last(&day->slots);
}

/* "Tuesday, 7 July" and no time beside it. */
static bool take_day(struct timetable_reading *at, const struct passage *passage)
{
    struct found_dates found = find_dates(at->importer, passage->plain);
    if (found.end == 0 || find_time(at->importer, passage->plain).end != 0)
        return false;
    add_day(at, passage, &found);
    return true;
}

/* The item of a number, or NULL. */
static struct draft_item *item_of_number(struct timetable_reading *at,
                                         const struct passage *passage,
                                         struct slice title)
{
    struct item_mark mark = read_item_number(at->importer, passage->plain);
    if (mark.count == 0)
        return NULL;
    at->item = find_meant_item(at->importer, at->item, &mark, title);
    return at->item;
}

static void add_row_texts(struct timetable_reading *at, size_t row,
                          struct draft_row *entry)
{
    for (int i = 0; i < ROW_TEXTS; i++) {
        const struct passage *text = cell(at, row, (enum column)(COLUMN_TEXTS + i));
        if (text->plain.length == 0)
            continue;
        entry->texts[i] = text->text;
        add_remarks(at->importer, &entry->remarks, &text->remarks);
    }
    for (size_t i = 0; i < at->grid->at[row].count; i++)
        if (at->columns[i] == COLUMN_OTHER)
            leave_over(at->importer, &at->grid->at[row].at[i]);
}

/* Those of "1, 2" before the last one, each in a row of its own. */
static struct passage take_first_numbers(struct timetable_reading *at, size_t row)
{
    struct importer *importer = at->importer;
    struct passage rest = *cell(at, row, COLUMN_ITEM);
    while (has_only_numbers(importer, rest.plain)) {
        size_t end = number_end(rest.plain, 0);
        if (end == rest.plain.length)
            break;
        struct passage number = passage_before(importer, &rest, end);
        struct draft_row entry = {.item = item_of_number(at, &number, (struct slice){0})};
        if (entry.item == NULL || entry.item->reference == NULL)
            break;
        vec_push(importer->arena, &at->slot->rows, entry);
        rest = passage_from(importer, &rest, next_character(rest.plain, end));
    }
    return rest;
}

/* What a row is about: an item by its number, or by its title, or a text. */
static struct draft_row read_entry(struct timetable_reading *at, size_t row)
{
    struct importer *importer = at->importer;
    struct passage last = take_first_numbers(at, row);
    const struct passage *number = &last;
    struct passage title = without_emphasis(importer, *cell(at, row, COLUMN_TITLE));
    struct item_mark mark = read_item_mark(importer, title.plain);
    struct passage bare = passage_from(importer, &title, mark.end);
    struct slice words = without_continued(importer, bare.plain);
    struct draft_row entry = {0};
    add_remarks(importer, &entry.remarks, &title.remarks);
    entry.item = item_of_number(at, number, words);
    if (entry.item == NULL)
        entry.item = find_titled_item(importer, words);
    bool is_text = at->where[COLUMN_TITLE] < 0 &&
                   read_item_number(importer, number->plain).count == 0;
    if (entry.item == NULL && is_text)
        entry.item = find_titled_item(importer, number->plain);
    if (entry.item == NULL && number->plain.length > 0 && !is_text)
        tell_unsure(importer, &entry.remarks, "import-table", number->place,
                    "the agenda has no item “%.*s”", (int)number->plain.length,
                    number->plain.at);
    bool is_same = entry.item != NULL &&
                   (words.length == 0 || same_words(without_end_marks(words),
                                                    slice_from_text(entry.item->plain)));
    if (entry.item != NULL && entry.item->reference == NULL)
        entry.item = NULL;
    if (!is_same || entry.item == NULL)
        entry.title = title.plain.length > 0 ? title.text : number->text;
    add_row_texts(at, row, &entry);
    return entry;
}

static void take_row(struct timetable_reading *at, size_t row)
{
    struct importer *importer = at->importer;
    const struct passage *when = cell(at, row, COLUMN_TIME);
    const struct passage *only = only_cell(&at->grid->at[row]);
    struct found_dates date = find_dates(importer, when->plain);
    struct found_time time = find_time(importer, when->plain);
    if (only != NULL && take_day(at, only))
        return;
    if (only == when && time.end == 0) {
        add_day(at, only, NULL);
        return;
    }
    if (date.end != 0)
        add_day(at, when, &date);
    struct draft_day *day = day_at_hand(importer, at->annex);
    if (time.end != 0)
        at->slot = add_draft_slot(importer, day, &time, when->text);
    else if (at->slot == NULL || (when->plain.length > 0 && date.end == 0))
        at->slot = add_draft_slot(importer, day, NULL, when->text);
    struct draft_row entry = read_entry(at, row);
    if (entry.item != NULL || (entry.title != NULL && entry.title[0] != '\0'))
        vec_push(importer->arena, &at->slot->rows, entry);
}

/* The layout's own columns are time, item and title. */
static void write_columns(struct timetable_reading *at)
{
    bool is_usual = at->where[COLUMN_ITEM] >= 0;
    for (int i = COLUMN_TEXTS; i < COLUMN_OTHER; i++)
        is_usual &= at->where[i] < 0;
    if (is_usual)
        return;
    struct {
        const char **at;
        size_t count, capacity;
    } names = {0};
    for (size_t i = 0; i < at->grid->columns; i++) {
        enum column kind = at->columns[i];
        if (kind < COLUMN_OTHER)
            vec_push(at->importer->arena, &names, column_words[kind].name);
        if (kind == COLUMN_ITEM && at->where[COLUMN_TITLE] < 0)
            vec_push(at->importer->arena, &names, column_words[COLUMN_TITLE].name);
    }
    at->annex->columns = names.at;
    at->annex->column_count = names.count;
}

void read_timetable(struct importer *importer, const struct grid *grid,
                    struct draft_annex *annex)
{
    struct timetable_reading at = open_reading(importer, grid);
    at.annex = annex;
    for (size_t row = at.first_row; row < grid->count; row++)
        if (grid->at[row].count > 0)
            take_row(&at, row);
    write_columns(&at);
}

void read_items_of_timetable(struct importer *importer, const struct grid *grid)
{
    struct timetable_reading at = open_reading(importer, grid);
    for (size_t row = at.first_row; row < grid->count; row++) {
        struct passage title = without_emphasis(importer, *cell(&at, row, COLUMN_TITLE));
        struct item_mark mark = read_item_mark(importer, title.plain);
        title = passage_from(importer, &title, mark.end);
        const struct passage *only = only_cell(&grid->at[row]);
        bool is_item = title.plain.length > 0 && only == NULL &&
                       !has_label(importer, title.plain, "intermission") &&
                       find_titled_item(importer, title.plain) == NULL;
        if (is_item)
            add_item(importer, NULL, &title);
    }
}
