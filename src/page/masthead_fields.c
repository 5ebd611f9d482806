/* What mastheads say in forms of their own: symbols, languages, days and places, job
 * numbers. */
#include "page/masthead_fields.h"

#include "base/vec.h"
#include "model/wording.h"
#include "page/field_words.h"
#include <string.h>

bool is_symbol_dash(const struct span *span)
{
    return span->kind == SPAN_TEXT && (span->form & SPAN_SYMBOL) == 0;
}

/* Of several symbols, between which dashes stand, the one at hand. */
static struct spans symbol_spans(const struct field_source *source)
{
    const struct field *field = agenda_field(source->agenda, "symbol");
    struct spans symbol = {0};
    size_t dashes = 0;
    for (size_t i = 0; field != NULL && i < field->spans.count; i++) {
        const struct span *span = &field->spans.at[i];
        if (is_symbol_dash(span))
            dashes++;
        else if (dashes == source->symbol)
            vec_push(source->arena, &symbol, *span);
    }
    return symbol;
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

static struct spans field_spans(const struct field_source *source, const char *name)
{
    return expand_scalar(source, slice_from_text(name));
}

/* Both by the pattern, or the one that there is. */
static struct spans join_fields(const struct field_source *source, const char *pattern,
                                struct named_spans first, struct named_spans second)
{
    if (second.spans.count == 0)
        return first.spans;
    if (first.spans.count == 0 || pattern == NULL)
        return second.spans;
    const struct named_spans names[] = {first, second, {NULL, {0}}};
    return fill_spans(source->arena, pattern, names);
}

static struct named_spans named_field(const struct field_source *source, const char *name,
                                      const char *field)
{
    return (struct named_spans){name, field_spans(source, field)};
}

static struct named_spans days_and_hours(const struct field_source *source)
{
    const char *pattern = language_label(source->language, "dates-and-time");
    struct named_spans dates = named_field(source, "dates", "meeting.dates");
    struct named_spans time = named_field(source, "time", "meeting.time");
    dates.spans = join_fields(source, pattern, dates, time);
    return dates;
}

static struct named_spans place_and_room(const struct field_source *source)
{
    const char *pattern = language_label(source->language, "place-and-room");
    struct named_spans place = named_field(source, "place", "meeting.place");
    struct named_spans room = named_field(source, "room", "meeting.room");
    place.spans = join_fields(source, pattern, place, room);
    return place;
}

static bool is_open_field(const struct field_source *source, const char *name)
{
    const struct field *field = agenda_field(source->agenda, name);
    return field != NULL && field->is_open;
}

/* What is not known yet of days and place, in words for both together. */
static struct spans expand_open(const struct field_source *source,
                                struct named_spans dates, struct named_spans place)
{
    const char *label = "open-dates-and-place";
    if (!is_open_field(source, "meeting.place"))
        label = place.spans.count > 0 ? "open-dates-with-place" : "open-dates";
    else if (!is_open_field(source, "meeting.dates"))
        label = dates.spans.count > 0 ? "open-place-with-dates" : "open-place";
    const struct named_spans names[] = {dates, place, {NULL, {0}}};
    const char *pattern = language_label(source->language, label);
    return fill_spans(source->arena, pattern != NULL ? pattern : "", names);
}

static struct spans expand_dates_place(const struct field_source *source)
{
    struct named_spans dates = days_and_hours(source), place = place_and_room(source);
    if (is_open_field(source, "meeting.dates") || is_open_field(source, "meeting.place"))
        return expand_open(source, dates, place);
    return join_fields(source, source->language->dates.place, dates, place);
}

static struct spans expand_distribution(const struct field_source *source)
{
    const struct field *field = agenda_field(source->agenda, "distribution");
    if (field == NULL || field->kind == FIELD_SPANS)
        return field == NULL ? (struct spans){0} : field->spans;
    return with_marks(source, field,
                      named_label(source, "distr", field->text, field->place));
}

/* Label with {languages} in it. */
static struct spans label_with_languages(const struct field_source *source,
                                         const char *label, const struct field *field)
{
    const char *pattern = language_label(source->language, label);
    return worded_spans(source,
                        fill_pattern(source->arena, pattern, "languages",
                                     language_names(source, field), NULL),
                        field->place);
}

/* In which languages it was written, or the only ones that it is issued in. */
static struct spans expand_original(const struct field_source *source)
{
    const struct field *only = agenda_field(source->agenda, "only");
    const struct field *original = agenda_field(source->agenda, "original");
    if (only != NULL)
        return with_marks(source, only, label_with_languages(source, "only", only));
    if (original == NULL || original->language_count == 0)
        return (struct spans){0};
    if (original->language_count > 1)
        return with_marks(source, original,
                          label_with_languages(source, "several-originals", original));
    const char *tag = short_tag(source->arena, original->languages[0]);
    return with_marks(source, original,
                      named_label(source, "original", tag, original->place));
}

static bool names_edition(const struct field_source *source, const char *name)
{
    const char *edition = short_tag(source->arena, source->agenda->language);
    const struct field *field = agenda_field(source->agenda, name);
    for (size_t i = 0; field != NULL && i < field->language_count; i++)
        if (strcmp(short_tag(source->arena, field->languages[i]), edition) == 0)
            return true;
    return false;
}

/* Only a translation names its language. */
static struct spans expand_language_line(const struct field_source *source)
{
    const char *edition = short_tag(source->arena, source->agenda->language);
    if (names_edition(source, "original") || names_edition(source, "only"))
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
    return neutral_spans(source->arena, buffer_string(&text));
}

static struct spans expand_job_digits(const struct field_source *source)
{
    const struct field *field = agenda_field(source->agenda, "job.number");
    struct buffer digits = new_buffer(source->arena);
    if (field != NULL)
        for (const char *at = spans_text(source->arena, &field->spans, ""); *at; at++)
            if (*at >= '0' && *at <= '9')
                buffer_byte(&digits, *at);
    return neutral_spans(source->arena, buffer_string(&digits));
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
    return neutral_spans(source->arena,
                         fill_address(source->arena, source->layout->address,
                                      source->agenda, symbol.at[0].text));
}

bool expand_masthead_name(const struct field_source *source, struct slice name,
                          struct spans *spans)
{
    static const struct {
        const char *name;
        struct spans (*expand)(const struct field_source *);
    } forms[] = {
        {"symbol-first", expand_symbol_first}, {"symbol-rest", expand_symbol_rest},
        {"dates-place", expand_dates_place},   {"distribution", expand_distribution},
        {"original", expand_original},         {"language-line", expand_language_line},
        {"job.letter", expand_job_letter},     {"job.dates", expand_job_dates},
        {"job.digits", expand_job_digits},     {"address", expand_address},
    };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        if (!slice_equals(name, forms[i].name))
            continue;
        *spans = forms[i].expand(source);
        return true;
    }
    return false;
}
