/* Numbers, dates, times, symbols and notes that are in one text and not in another. */
#include "check/edition_figures.h"

#include "base/map.h"
#include "base/vec.h"

/* All that a unit says in figures or in words, by value. */
struct figures {
    struct map *numbers, *times, *symbols;
    bool has_times, has_dates, has_weekdays;
    bool weekdays[7];
    bool months[13]; /* from 1; also numbers beside dates, which may be months */
    bool months_with_year[13],
        months_without[13]; /* of dates that say their year or not */
};

static struct slice value_key(const int64_t *value)
{
    return (struct slice){(const char *)value, sizeof *value};
}

static void add_value(struct map *values, int64_t value)
{
    *map_place(values, value_key(&value)) = values;
}

static bool has_value(const struct map *values, int64_t value)
{
    return map_find(values, value_key(&value)) != NULL;
}

static int hour_of_twelve(int minutes)
{
    return (minutes / 60 + 11) % 12 + 1;
}

/* A time answers other forms of it, too. */
static void add_time(struct figures *figures, int minutes)
{
    if (minutes < 0)
        return;
    figures->has_times = true;
    add_value(figures->times, minutes);
    add_value(figures->numbers, (int64_t)(minutes / 60) * THOUSANDTHS);
    add_value(figures->numbers, (int64_t)hour_of_twelve(minutes) * THOUSANDTHS);
    add_value(figures->numbers, (int64_t)(minutes % 60) * THOUSANDTHS);
}

static struct slice token_text(const struct text *text, const struct token *token)
{
    return (struct slice){text->text.at + token->at, token->end - token->at};
}

static void add_month(struct figures *figures, int64_t month)
{
    if (month >= 1 && month <= 12)
        figures->months[month] = true;
}

static void add_number(struct figures *figures, const struct token *token)
{
    add_value(figures->numbers, token->value);
    add_value(figures->numbers, token->scaled);
    if (!token->is_in_date)
        add_month(figures, token->value / THOUSANDTHS);
}

static void add_token(struct figures *figures, const struct text *text,
                      const struct token *token)
{
    if (token->kind == TOKEN_NUMERAL || token->kind == TOKEN_WORDS) {
        add_number(figures, token);
    } else if (token->kind == TOKEN_DATE) {
        figures->has_dates = true;
        add_month(figures, token->date.month);
        (token->date.year == 0 ? figures->months_without
                               : figures->months_with_year)[token->date.month] = true;
    } else if (token->kind == TOKEN_WEEKDAY) {
        figures->has_weekdays = true;
        figures->weekdays[token->weekday] = true;
    } else if (token->kind == TOKEN_TIME) {
        add_time(figures, token->from);
        add_time(figures, token->to);
    } else if (token->kind == TOKEN_SYMBOL) {
        *map_place(figures->symbols, token_text(text, token)) = figures;
    }
}

static struct figures read_figures(struct arena *arena, const struct edition_text *unit)
{
    struct figures figures = {
        .numbers = new_map(arena), .times = new_map(arena), .symbols = new_map(arena)};
    for (size_t i = 0; i < unit->count; i++)
        for (size_t k = 0; k < unit->texts[i].tokens.count; k++)
            add_token(&figures, &unit->texts[i], &unit->texts[i].tokens.at[k]);
    return figures;
}

/* A time in words that the patterns do not know has its hour at least. */
static bool has_time(const struct figures *figures, int minutes)
{
    return minutes < 0 || has_value(figures->times, minutes) ||
           (!figures->has_times &&
            (has_value(figures->numbers, (int64_t)(minutes / 60) * THOUSANDTHS) ||
             has_value(figures->numbers,
                       (int64_t)hour_of_twelve(minutes) * THOUSANDTHS)));
}

static bool is_of_kind(const struct token *token, enum figure_kind kind)
{
    if (token->kind == TOKEN_NUMERAL)
        return kind == (token->is_in_date ? FIGURE_DATE : FIGURE_NUMERAL);
    return (token->kind == TOKEN_DATE && kind == FIGURE_DATE) ||
           (token->kind == TOKEN_WEEKDAY && kind == FIGURE_WEEKDAY) ||
           (token->kind == TOKEN_TIME && kind == FIGURE_TIME) ||
           (token->kind == TOKEN_SYMBOL && kind == FIGURE_SYMBOL);
}

/* The year of a date, where the other text has its days without one. */
static bool is_year_left_out(const struct figures *figures, const struct token *token)
{
    const struct token *date = token;
    while (date->is_in_date)
        date--;
    return token->is_in_date && token->value == (int64_t)date->date.year * THOUSANDTHS &&
           figures->months_without[date->date.month] &&
           !figures->months_with_year[date->date.month];
}

static bool has_figure(const struct figures *figures, const struct text *text,
                       const struct token *token)
{
    if (token->kind == TOKEN_SYMBOL)
        return map_find(figures->symbols, token_text(text, token)) != NULL;
    if (token->kind == TOKEN_DATE)
        return !figures->has_dates || figures->months[token->date.month];
    if (token->kind == TOKEN_WEEKDAY)
        return !figures->has_weekdays || figures->weekdays[token->weekday];
    if (token->kind == TOKEN_TIME)
        return has_time(figures, token->from) && has_time(figures, token->to);
    return has_value(figures->numbers, token->scaled) || is_year_left_out(figures, token);
}

/* Of a date no more than one thing is told. */
static size_t last_of_date(const struct text *text, size_t k)
{
    while (k + 1 < text->tokens.count && text->tokens.at[k + 1].is_in_date)
        k++;
    return k;
}

struct unmatched_list find_unmatched(struct arena *arena, enum figure_kind kind,
                                     const struct edition_text *unit,
                                     const struct edition_text *other)
{
    struct figures figures = read_figures(arena, other);
    struct unmatched_list found = {0};
    for (size_t i = 0; i < unit->count; i++) {
        const struct text *text = &unit->texts[i];
        for (size_t k = 0; k < text->tokens.count; k++) {
            if (!is_of_kind(&text->tokens.at[k], kind) ||
                has_figure(&figures, text, &text->tokens.at[k]))
                continue;
            vec_push(arena, &found, (struct unmatched){text, k});
            k = last_of_date(text, k);
        }
    }
    return found;
}

const struct token *whole_token(const struct unmatched *figure)
{
    const struct token *token = &figure->text->tokens.at[figure->token];
    while (token->is_in_date)
        token--;
    return token;
}

static bool marks_note(const struct edition_text *unit, struct slice note)
{
    for (size_t i = 0; i < unit->count; i++) {
        const struct spans *spans = unit->texts[i].spans;
        for (size_t k = 0; k < spans->count; k++)
            if (spans->at[k].kind == SPAN_NOTE && slice_same(spans->at[k].note, note))
                return true;
    }
    return false;
}

struct unmatched_marks find_unmatched_marks(struct arena *arena,
                                            const struct edition_text *unit,
                                            const struct edition_text *other)
{
    struct unmatched_marks found = {0};
    for (size_t i = 0; i < unit->count; i++) {
        const struct spans *spans = unit->texts[i].spans;
        for (size_t k = 0; k < spans->count; k++)
            if (spans->at[k].kind == SPAN_NOTE && !marks_note(other, spans->at[k].note))
                vec_push(arena, &found, &spans->at[k]);
    }
    return found;
}
