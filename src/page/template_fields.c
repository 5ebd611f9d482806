/* Templates of a layout become spans: literal text, and what {field}s name. */
#include "page/template_fields.h"

#include "base/vec.h"
#include "model/wording.h"
#include <string.h>

/* A pattern is literal text and {names} in turn. */
struct pattern_piece {
    struct slice text;
    bool is_name;
};

static struct pattern_piece next_piece(const char **at)
{
    const char *start = *at;
    const char *close = *start == '{' ? strchr(start, '}') : NULL;
    if (close != NULL) {
        *at = close + 1;
        return (struct pattern_piece){{start + 1, (size_t)(close - start - 1)}, true};
    }
    size_t literal = 1 + strcspn(start + 1, "{");
    *at = start + literal;
    return (struct pattern_piece){{start, literal}, false};
}

static void add_spans(struct arena *arena, struct spans *all, const struct spans *more)
{
    for (size_t i = 0; i < more->count; i++)
        vec_push(arena, all, more->at[i]);
}

static void add_literal(struct arena *arena, struct spans *all, struct slice text)
{
    struct spans spans = plain_spans(arena, text, (struct place){0});
    add_spans(arena, all, &spans);
}

static const struct named_spans *find_spans(const struct named_spans *names,
                                            struct slice name)
{
    for (; names->name != NULL; names++)
        if (slice_equals(name, names->name))
            return names;
    return NULL;
}

struct spans fill_spans(struct arena *arena, const char *pattern,
                        const struct named_spans *names)
{
    struct spans all = {0};
    while (*pattern != '\0') {
        const char *start = pattern;
        struct pattern_piece piece = next_piece(&pattern);
        const struct named_spans *value =
            piece.is_name ? find_spans(names, piece.text) : NULL;
        if (value != NULL)
            add_spans(arena, &all, &value->spans);
        else
            add_literal(arena, &all, (struct slice){start, (size_t)(pattern - start)});
    }
    return all;
}

/* Words of the source's language; they say so where it is not the document's. */
static struct spans words(const struct field_source *source, const char *text,
                          struct place place)
{
    struct spans spans = plain_spans(source->arena, slice_from_text(text), place);
    if (spans.count > 0 && strcmp(source->language->tag, source->agenda->language) != 0)
        spans.at[0].language = source->language->tag;
    return spans;
}

static struct spans plain_words(struct arena *arena, const char *text)
{
    return plain_spans(arena, slice_from_text(text), (struct place){0});
}

static struct spans label_spans(const struct field_source *source, const char *name,
                                struct place place)
{
    return words(source, language_label(source->language, name), place);
}

/* "zh" of "zh-Hans": labels and addresses are named by it. */
static const char *short_tag(struct arena *arena, const char *tag)
{
    return arena_text(arena, tag, strcspn(tag, "-"));
}

/* Label PREFIX-WORD. */
static struct spans named_label(const struct field_source *source, const char *prefix,
                                const char *word, struct place place)
{
    return label_spans(source, arena_format(source->arena, "%s-%s", prefix, word), place);
}

static struct spans symbol_spans(const struct field_source *source)
{
    const struct field *field = agenda_field(source->agenda, "symbol");
    return field == NULL ? (struct spans){0} : field->spans;
}

/* Bytes [from, to) of the symbol, which is one span; marks of notes may follow. */
static struct spans part_of_symbol(const struct spans *symbol, size_t from, size_t to,
                                   struct arena *arena)
{
    struct spans part = {0};
    if (from < to)
        vec_push(arena, &part, symbol->at[0]);
    if (part.count > 0) {
        part.at[0].text = (struct slice){symbol->at[0].text.at + from, to - from};
        part.at[0].place.at += from;
    }
    return part;
}

static size_t first_slash(const struct spans *symbol)
{
    if (symbol->count == 0)
        return 0;
    struct slice text = symbol->at[0].text;
    const char *slash = memchr(text.at, '/', text.length);
    return slash == NULL ? text.length : (size_t)(slash - text.at);
}

static struct spans expand_symbol_first(const struct field_source *source)
{
    struct spans symbol = symbol_spans(source);
    return part_of_symbol(&symbol, 0, first_slash(&symbol), source->arena);
}

static struct spans expand_symbol_rest(const struct field_source *source)
{
    struct spans symbol = symbol_spans(source);
    size_t end = symbol.count == 0 ? 0 : symbol.at[0].text.length;
    struct spans rest = part_of_symbol(&symbol, first_slash(&symbol), end, source->arena);
    for (size_t i = 1; i < symbol.count; i++)
        vec_push(source->arena, &rest, symbol.at[i]);
    return rest;
}

/* With the marks of notes that stand behind what is no text. */
static struct spans with_marks(const struct field_source *source,
                               const struct field *field, struct spans spans)
{
    struct spans all = {0};
    add_spans(source->arena, &all, &spans);
    add_spans(source->arena, &all, &field->marks);
    return all;
}

static struct spans date_spans(const struct field_source *source,
                               const struct field *field)
{
    struct dates dates = field->dates;
    if (field->kind == FIELD_DATE)
        dates.last = dates.first;
    const char *text = word_dates(source->arena, source->language, dates);
    return with_marks(source, field, words(source, text, field->place));
}

static struct spans expand_dates_place(const struct field_source *source)
{
    const struct field *dates = agenda_field(source->agenda, "meeting.dates");
    const struct field *place = agenda_field(source->agenda, "meeting.place");
    struct spans days = {0};
    if (dates != NULL && dates->kind == FIELD_SPANS)
        days = dates->spans;
    else if (dates != NULL)
        days = date_spans(source, dates);
    if (place == NULL || place->spans.count == 0)
        return days;
    if (days.count == 0)
        return place->spans;
    const struct named_spans names[] = {
        {"dates", days}, {"place", place->spans}, {NULL, {0}}};
    return fill_spans(source->arena, source->language->dates.place, names);
}

static struct spans expand_distribution(const struct field_source *source)
{
    const struct field *field = agenda_field(source->agenda, "distribution");
    if (field == NULL)
        return (struct spans){0};
    return with_marks(source, field,
                      named_label(source, "distr", field->text, field->place));
}

static struct spans expand_original(const struct field_source *source)
{
    const struct field *field = agenda_field(source->agenda, "original");
    if (field == NULL)
        return (struct spans){0};
    return with_marks(source, field,
                      named_label(source, "original",
                                  short_tag(source->arena, field->text), field->place));
}

/* Only a translation names its language. */
static struct spans expand_language_line(const struct field_source *source)
{
    const char *edition = short_tag(source->arena, source->agenda->language);
    const struct field *original = agenda_field(source->agenda, "original");
    if (original != NULL &&
        strcmp(short_tag(source->arena, original->text), edition) == 0)
        return (struct spans){0};
    return named_label(source, "language", edition, (struct place){0});
}

static struct spans expand_job_letter(const struct field_source *source)
{
    return label_spans(source, "job-letter", (struct place){0});
}

/* Each processing date as six digits, day first, set apart as the job number is. */
static struct spans expand_job_dates(const struct field_source *source)
{
    struct buffer text = new_buffer(source->arena);
    for (size_t i = 0; i < source->agenda->job_date_count; i++) {
        struct date date = source->agenda->job_dates[i].first;
        buffer_format(&text, "%s%02d%02d%02d", i == 0 ? "" : "\u00A0\u00A0\u00A0\u00A0",
                      date.day, date.month, date.year % 100);
    }
    return plain_words(source->arena, buffer_string(&text));
}

static struct spans expand_job_digits(const struct field_source *source)
{
    const struct field *field = agenda_field(source->agenda, "job.number");
    struct buffer digits = new_buffer(source->arena);
    if (field != NULL)
        for (const char *at = spans_text(source->arena, &field->spans, ""); *at; at++)
            if (*at >= '0' && *at <= '9')
                buffer_byte(&digits, *at);
    return plain_words(source->arena, buffer_string(&digits));
}

char *fill_address(struct arena *arena, const char *pattern, const struct agenda *agenda,
                   struct slice symbol)
{
    return fill_pattern(arena, pattern, "language", short_tag(arena, agenda->language),
                        "symbol", arena_text(arena, symbol.at, symbol.length), NULL);
}

static struct spans expand_address(const struct field_source *source)
{
    struct spans symbol = symbol_spans(source);
    if (source->layout->address == NULL || symbol.count == 0)
        return (struct spans){0};
    return plain_words(source->arena, fill_address(source->arena, source->layout->address,
                                                   source->agenda, symbol.at[0].text));
}

static struct spans number_spans(const struct field_source *source, size_t number)
{
    if (number == 0)
        return (struct spans){0};
    return plain_words(source->arena, arena_format(source->arena, "%zu", number));
}

static struct spans expand_page(const struct field_source *source)
{
    return number_spans(source, source->page);
}

static struct spans expand_pages(const struct field_source *source)
{
    return number_spans(source, source->pages);
}

/* Any scalar of the agenda that has no form of its own here. */
static struct spans expand_scalar(const struct field_source *source, struct slice name)
{
    const struct field *field =
        agenda_field(source->agenda, arena_text(source->arena, name.at, name.length));
    if (field == NULL)
        return (struct spans){0};
    switch (field->kind) {
    case FIELD_SPANS:
        return field->spans;
    case FIELD_DATE:
    case FIELD_DATES:
        return date_spans(source, field);
    case FIELD_LANGUAGE:
        return named_label(source, "language", short_tag(source->arena, field->text),
                           field->place);
    case FIELD_NAME:
        break;
    }
    return plain_spans(source->arena, slice_from_text(field->text), field->place);
}

static struct spans expand_name(const struct field_source *source, struct slice name)
{
    static const struct {
        const char *name;
        struct spans (*expand)(const struct field_source *);
    } forms[] = {
        {"symbol-first", expand_symbol_first},
        {"symbol-rest", expand_symbol_rest},
        {"dates-place", expand_dates_place},
        {"distribution", expand_distribution},
        {"original", expand_original},
        {"language-line", expand_language_line},
        {"job.letter", expand_job_letter},
        {"job.dates", expand_job_dates},
        {"job.digits", expand_job_digits},
        {"address", expand_address},
        {"page", expand_page},
        {"pages", expand_pages},
    };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (slice_equals(name, forms[i].name))
            return forms[i].expand(source);
    if (slice_starts(name, "label:")) {
        char *label = arena_text(source->arena, name.at + 6, name.length - 6);
        return label_spans(source, label, (struct place){0});
    }
    return expand_scalar(source, name);
}

/* A symbol without a slash has no rest, which is no reason to leave it out. */
static bool may_be_empty(const struct field_source *source, struct slice name)
{
    return slice_equals(name, "symbol-rest") && symbol_spans(source).count > 0;
}

static bool add_pattern(const struct field_source *source, const char *pattern,
                        struct spans *all)
{
    while (*pattern != '\0') {
        struct pattern_piece piece = next_piece(&pattern);
        if (!piece.is_name) {
            add_literal(source->arena, all, piece.text);
            continue;
        }
        struct spans value = expand_name(source, piece.text);
        if (value.count == 0 && !may_be_empty(source, piece.text))
            return false;
        add_spans(source->arena, all, &value);
    }
    return true;
}

struct spans expand_pattern(const struct field_source *source, const char *pattern)
{
    struct spans all = {0};
    return add_pattern(source, pattern, &all) ? all : (struct spans){0};
}

bool is_present(const struct field_source *source, const struct presence *presence)
{
    if (presence->with != NULL && expand_pattern(source, presence->with).count == 0)
        return false;
    return presence->without == NULL ||
           expand_pattern(source, presence->without).count == 0;
}

struct spans expand_template(const struct field_source *source,
                             const struct template *template)
{
    struct spans all = {0};
    for (size_t i = 0; i < template->count; i++) {
        size_t first = all.count;
        if (!add_pattern(source, template->pieces[i].text, &all))
            return (struct spans){0};
        for (size_t k = first; k < all.count; k++)
            if (all.at[k].style == NULL)
                all.at[k].style = template->pieces[i].style;
    }
    return all;
}
