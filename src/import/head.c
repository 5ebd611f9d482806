/* Lines of a head by their form: distribution, dates, languages, symbol, session. */
#include "import/head.h"

#include "base/vec.h"
#include "import/passage.h"
#include "import/words.h"
#include "model/symbols.h"
#include <string.h>

struct draft_field *find_field(struct importer *importer, const char *group,
                               const char *key)
{
    struct draft_fields *fields = &importer->draft.fields;
    for (size_t i = 0; i < fields->count; i++)
        if (strcmp(fields->at[i].group, group) == 0 &&
            strcmp(fields->at[i].key, key) == 0)
            return &fields->at[i];
    return NULL;
}

void set_field(struct importer *importer, const char *group, const char *key,
               const char *text, const struct remarks *remarks)
{
    struct draft_field field = {group, key, text, {0}};
    if (remarks != NULL)
        add_remarks(importer, &field.remarks, remarks);
    vec_push(importer->arena, &importer->draft.fields, field);
}

const char *write_dates(struct importer *importer, struct dates dates)
{
    struct buffer text = new_buffer(importer->arena);
    buffer_format(&text, "%04d-%02d-%02d", dates.first.year, dates.first.month,
                  dates.first.day);
    if (date_compare(dates.first, dates.last) != 0)
        buffer_format(&text, "/%04d-%02d-%02d", dates.last.year, dates.last.month,
                      dates.last.day);
    return buffer_string(&text);
}

static const char *write_time(struct importer *importer, struct found_time time)
{
    struct buffer text = new_buffer(importer->arena);
    buffer_format(&text, "%02d:%02d", time.from / 60, time.from % 60);
    if (time.to >= 0)
        buffer_format(&text, "-%02d:%02d", time.to / 60, time.to % 60);
    return buffer_string(&text);
}

/* False: it has been said already, and this line is not the place for it. */
static bool set_once(struct importer *importer, struct head_line *line, const char *group,
                     const char *key, const char *text)
{
    if (find_field(importer, group, key) != NULL)
        return false;
    set_field(importer, group, key, text, &line->passage.remarks);
    line->role = HEAD_PLACED;
    return true;
}

/* The label "PREFIX-WORD" of any language that the text is: its WORD, or NULL. */
static const char *word_of_label(struct importer *importer, struct slice text,
                                 const char *prefix)
{
    for (size_t i = 0; i < importer->lexicon_count; i++) {
        const struct map *labels = importer->lexicons[i]->language->labels;
        size_t count = map_count(labels);
        struct slice *names = arena_array(importer->arena, count, sizeof *names);
        map_names(labels, names);
        for (size_t k = 0; k < count; k++) {
            const char *name = arena_text(importer->arena, names[k].at, names[k].length);
            if (slice_starts(names[k], prefix) && is_label(importer, text, name))
                return name + strlen(prefix);
        }
    }
    return NULL;
}

static bool take_distribution(struct importer *importer, struct head *head,
                              struct head_line *line)
{
    const char *kind = word_of_label(importer, line->passage.plain, "distr-");
    if (kind == NULL)
        return false;
    head->distribution = (size_t)(line - head->at) + 1;
    return set_once(importer, line, "document", "distribution", kind);
}

static bool take_language(struct importer *importer, struct head_line *line)
{
    const char *original = word_of_label(importer, line->passage.plain, "original-");
    if (original != NULL)
        return set_once(importer, line, "document", "original", original);
    if (word_of_label(importer, line->passage.plain, "language-") == NULL)
        return false;
    line->role = HEAD_PLACED;
    return true;
}

static bool take_symbol(struct importer *importer, struct head *head,
                        struct head_line *line)
{
    struct slice plain = line->passage.plain;
    struct slice symbol = find_symbol(plain, 0);
    if (symbol.length == 0 || symbol.length != plain.length)
        return false;
    head->has_symbol = true;
    return set_once(importer, line, "document", "symbol",
                    arena_text(importer->arena, symbol.at, symbol.length));
}

static bool is_separator(codepoint c)
{
    return c == ',' || c == ';' || c == 0xFF0C || c == 0xFF1B || c == 0x3001 ||
           c == '(' || c == ')' || c == 0xFF08 || c == 0xFF09 || is_space(c);
}

static struct slice without_separators(struct slice text)
{
    while (text.length > 0 && is_separator(character_at(text, 0))) {
        size_t size = next_character(text, 0);
        text = (struct slice){text.at + size, text.length - size};
    }
    while (text.length > 0 && is_separator(character_before(text, text.length)))
        text.length = utf8_previous(text.at, text.length);
    return text;
}

/* What is left of a line beside the date: a weekday and a time say nothing new of a
 * place.
 */
static struct slice place_beside(const struct importer *importer, struct slice text)
{
    text = without_separators(text);
    size_t weekday = weekday_end(importer, text, 0);
    if (weekday != 0)
        text =
            without_separators((struct slice){text.at + weekday, text.length - weekday});
    struct found_time time = find_time(importer, text);
    if (time.end != 0 && time.at == 0)
        text = without_separators(
            (struct slice){text.at + time.end, text.length - time.end});
    return text;
}

/* `place` is a part of the line's plain text. */
static void set_place(struct importer *importer, struct head *head,
                      struct head_line *line, struct slice place)
{
    const struct passage *whole = &line->passage;
    size_t from = (size_t)(place.at - whole->plain.at);
    if (place.length == 0 || head->place != NULL)
        return;
    struct passage part = passage_before(importer, whole, from + place.length);
    part = passage_from(importer, &part, from);
    head->place = arena_text(importer->arena, place.at, place.length);
    set_field(importer, "meeting", "place", part.text, &whole->remarks);
}

/* A time of day behind the date: from when to when the meeting is. */
static void take_time(struct importer *importer, struct head_line *line, size_t from)
{
    struct slice plain = line->passage.plain;
    struct slice rest = {plain.at + from, plain.length - from};
    struct found_time time = find_time(importer, rest);
    if (time.end == 0)
        return;
    bool is_forward = time.to < 0 || time.from < time.to;
    if (is_forward && find_field(importer, "meeting", "time") == NULL)
        set_field(importer, "meeting", "time", write_time(importer, time), NULL);
    else
        tell_unsure(importer, &line->passage.remarks, "import-unplaced",
                    line->passage.place,
                    "“%.*s” cannot be the hours of the meeting: it is left out",
                    (int)(time.end - time.at), rest.at + time.at);
}

/* Longer ones are sentences that happen to say a day. */
enum { LONGEST_DATE_LINE = 120 };

static bool take_dates(struct importer *importer, struct head *head,
                       struct head_line *line, size_t from)
{
    struct slice plain = line->passage.plain;
    struct slice rest = {plain.at + from, plain.length - from};
    struct found_dates found = find_dates(importer, rest);
    if (found.end == 0 || !found.has_year || plain.length > LONGEST_DATE_LINE ||
        importer->dates.first.year != 0)
        return false;
    importer->dates = found.dates;
    take_time(importer, line, from + found.end);
    set_once(importer, line, "meeting", "dates", write_dates(importer, found.dates));
    line->role = HEAD_DATES;
    struct slice before = {rest.at, found.at};
    struct slice behind = {rest.at + found.end, rest.length - found.end};
    set_place(importer, head, line, place_beside(importer, before));
    set_place(importer, head, line, place_beside(importer, behind));
    return true;
}

/* "Time: 10:00–11:00" beside "Date: …" */
static bool take_hours(struct importer *importer, struct head_line *line, size_t from)
{
    struct slice plain = line->passage.plain;
    struct slice rest = {plain.at + from, plain.length - from};
    struct found_time time = find_time(importer, rest);
    if (time.at != 0 || time.end < rest.length ||
        find_field(importer, "meeting", "time") != NULL)
        return false;
    take_time(importer, line, from);
    line->role = HEAD_PLACED;
    return true;
}

/* "Date: …", "Place: …" */
static bool take_named(struct importer *importer, struct head *head,
                       struct head_line *line)
{
    struct slice plain = line->passage.plain;
    size_t value;
    if (label_value(importer, plain, "dates", &value) ||
        label_value(importer, plain, "date-and-time", &value))
        return take_dates(importer, head, line, value) ||
               take_hours(importer, line, value);
    if (!label_value(importer, plain, "place", &value) || head->place != NULL)
        return false;
    set_place(importer, head, line,
              (struct slice){plain.at + value, plain.length - value});
    line->role = HEAD_PLACED;
    return true;
}

/* The document's own day stands between distribution and original language. */
static bool take_document_date(struct importer *importer, struct head_line *line)
{
    struct slice plain = line->passage.plain;
    struct found_dates found = find_dates(importer, plain);
    if (found.end != plain.length || found.at != 0 || !found.has_year)
        return false;
    return set_once(
        importer, line, "document", "date",
        write_dates(importer, (struct dates){found.dates.first, found.dates.first}));
}

/* "Fourth session", over the title. */
static bool is_session(const struct importer *importer, const struct head *head,
                       const struct head_line *line)
{
    for (const struct head_line *before = head->at; before < line; before++)
        if (before->role == HEAD_SESSION ||
            (before->role == HEAD_TITLE && !before->is_front))
            return false;
    return !ends_sentence(line->passage.plain) &&
           has_label(importer, line->passage.plain, "session");
}

static void find_role(struct importer *importer, struct head *head,
                      struct head_line *line)
{
    bool in_distribution =
        head->distribution != 0 && find_field(importer, "document", "original") == NULL;
    if (line->role == HEAD_TITLE || take_distribution(importer, head, line) ||
        take_language(importer, line) || take_symbol(importer, head, line))
        return;
    if (in_distribution && take_document_date(importer, line))
        return;
    if (take_named(importer, head, line) || take_dates(importer, head, line, 0))
        return;
    if (is_label(importer, line->passage.plain, "united-nations"))
        line->role = HEAD_PLACED;
    else if (is_session(importer, head, line))
        line->role = HEAD_SESSION;
    if (line->is_front && line->role == HEAD_OPEN) {
        leave_over(importer, &line->passage);
        line->role = HEAD_PLACED;
    }
}

static void add_line(struct importer *importer, struct head *head, size_t block,
                     struct passage passage, bool is_title)
{
    passage = without_emphasis(importer, passage);
    if (passage.plain.length > 0)
        vec_push(importer->arena, head,
                 (struct head_line){
                     .passage = passage,
                     .block = block,
                     .is_front = importer->blocks[block].outline->is_front,
                     .role = is_title ? HEAD_TITLE : HEAD_OPEN,
                 });
}

/* "Distr.: General · 30 January 2020", and lines of ideographs that were run together. */
static void split_line(struct importer *importer, struct head *head, size_t block,
                       struct passage passage, bool is_title)
{
    enum { LONGEST_SPLIT = 600 };
    static const char dot[] = " · ";
    struct slice plain = passage.plain;
    if (plain.length > LONGEST_SPLIT) {
        add_line(importer, head, block, passage, is_title);
        return;
    }
    const char *found = memmem(plain.at, plain.length, dot, strlen(dot));
    size_t joint = is_title ? 0 : find_joint(plain);
    size_t end = found != NULL ? (size_t)(found - plain.at) : joint;
    if (end == 0) {
        add_line(importer, head, block, passage, is_title);
        return;
    }
    if (found == NULL)
        tell_unsure(importer, &passage.remarks, "import-lines", passage.place,
                    "two lines seem to be run together here: they are parted at the "
                    "space");
    size_t next = end + (found != NULL ? strlen(dot) : 1);
    add_line(importer, head, block, passage_before(importer, &passage, end), is_title);
    split_line(importer, head, block, passage_from(importer, &passage, next), is_title);
}

static void split_block(struct importer *importer, struct head *head, size_t block,
                        bool is_title)
{
    const struct import_block *of = &importer->blocks[block];
    if (of->is_taken || of->outline->kind == OUTLINE_HTML)
        return;
    for (size_t i = 0; i < of->outline->line_count; i++)
        split_line(importer, head, block, *block_line(importer, block, i), is_title);
}

void read_named_lines(struct importer *importer, struct head *head, size_t block)
{
    struct head lines = {.place = head->place};
    bool is_named = false;
    split_block(importer, &lines, block, false);
    for (size_t i = 0; i < lines.count; i++)
        is_named |= take_named(importer, &lines, &lines.at[i]);
    if (!is_named)
        return;
    for (size_t i = 0; i < lines.count; i++)
        vec_push(importer->arena, head, lines.at[i]);
    head->place = lines.place;
    importer->blocks[block].is_taken = true;
}

/* What stands before the distribution is the organ's name. */
static void find_organ(struct head *head)
{
    for (size_t i = 0; i + 1 < head->distribution; i++)
        if (head->at[i].role == HEAD_OPEN)
            head->at[i].role = HEAD_ORGAN;
}

/* A title that was said in front of everything stands behind the days. */
static void move_title(struct head *head)
{
    size_t title = 0, dates = 0;
    for (size_t i = 0; i < head->count; i++) {
        if (head->at[i].role == HEAD_TITLE && head->at[i].is_front)
            title = i + 1;
        if (head->at[i].role == HEAD_DATES)
            dates = i + 1;
    }
    if (title == 0 || dates <= title)
        return;
    struct head_line line = head->at[title - 1];
    memmove(&head->at[title - 1], &head->at[title], (dates - title) * sizeof *head->at);
    head->at[dates - 1] = line;
}

struct head read_head(struct importer *importer, size_t title, size_t end)
{
    struct head head = {0};
    for (size_t i = 0; i < end; i++)
        split_block(importer, &head, i, i == title);
    for (size_t i = 0; i < head.count; i++)
        find_role(importer, &head, &head.at[i]);
    find_organ(&head);
    move_title(&head);
    head.is_official = head.distribution != 0 || head.has_symbol;
    return head;
}
