/* Dates, times, numerals and symbols that one edition has and another has not. */
#include "check/edition_pairs.h"

#include "base/vec.h"

/* What may differ. */
enum figure_kind { FIGURE_NUMERAL, FIGURE_DATE, FIGURE_TIME, FIGURE_SYMBOL };

/* All that a unit says in figures or in words, by value. */
struct figures {
    struct map *numbers, *times, *symbols;
    bool has_times, has_dates;
    bool months[13]; /* from 1; also numbers beside dates, which may be months */
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
    } else if (token->kind == TOKEN_TIME) {
        add_time(figures, token->from);
        add_time(figures, token->to);
    } else if (token->kind == TOKEN_SYMBOL) {
        *map_place(figures->symbols, token_text(text, token)) = figures;
    }
}

static struct figures read_figures(struct checker *checker,
                                   const struct edition_text *unit)
{
    struct figures figures = {.numbers = new_map(checker->arena),
                              .times = new_map(checker->arena),
                              .symbols = new_map(checker->arena)};
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
           (token->kind == TOKEN_TIME && kind == FIGURE_TIME) ||
           (token->kind == TOKEN_SYMBOL && kind == FIGURE_SYMBOL);
}

static bool has_figure(const struct figures *figures, const struct text *text,
                       const struct token *token)
{
    if (token->kind == TOKEN_SYMBOL)
        return map_find(figures->symbols, token_text(text, token)) != NULL;
    if (token->kind == TOKEN_DATE)
        return !figures->has_dates || figures->months[token->date.month];
    if (token->kind == TOKEN_TIME)
        return has_time(figures, token->from) && has_time(figures, token->to);
    return has_value(figures->numbers, token->scaled);
}

/* The date that numeral k belongs to, or the token itself. */
static const struct token *whole_token(const struct text *text, size_t k)
{
    const struct token *token = &text->tokens.at[k];
    while (token->is_in_date)
        token--;
    return token;
}

/* A figure that the other text has not. */
struct unmatched {
    const struct text *text;
    size_t token;
};

struct unmatched_list {
    struct unmatched *at;
    size_t count, capacity;
};

/* Of a date no more than one thing is told. */
static size_t last_of_date(const struct text *text, size_t k)
{
    while (k + 1 < text->tokens.count && text->tokens.at[k + 1].is_in_date)
        k++;
    return k;
}

static struct unmatched_list find_unmatched(struct checker *checker,
                                            enum figure_kind kind,
                                            const struct edition_text *unit,
                                            const struct edition_text *other)
{
    struct figures figures = read_figures(checker, other);
    struct unmatched_list found = {0};
    for (size_t i = 0; i < unit->count; i++) {
        const struct text *text = &unit->texts[i];
        for (size_t k = 0; k < text->tokens.count; k++) {
            if (!is_of_kind(&text->tokens.at[k], kind) ||
                has_figure(&figures, text, &text->tokens.at[k]))
                continue;
            vec_push(checker->arena, &found, (struct unmatched){text, k});
            k = last_of_date(text, k);
        }
    }
    return found;
}

static void tell_figure(struct checker *checker, const struct unmatched *figure,
                        const struct edition_text *other)
{
    const struct text *text = figure->text;
    const struct token *token = &text->tokens.at[figure->token];
    const struct token *whole = whole_token(text, figure->token);
    const char *tag = other->edition->language->short_tag;
    struct place place = text_place(text, whole->at, whole->end);
    if (token->kind == TOKEN_DATE)
        tell(checker, place, "no date of the text in “%s” is of the month of “%.*s”", tag,
             TEXT_PART(text, whole->at, whole->end));
    else if (whole == token)
        tell(checker, place, "“%.*s” is not in the text in “%s”",
             TEXT_PART(text, whole->at, whole->end), tag);
    else
        tell(checker, place, "the text in “%s” has no “%.*s” as in “%.*s”", tag,
             TEXT_PART(text, token->at, token->end),
             TEXT_PART(text, whole->at, whole->end));
}

static void tell_counterpart(struct checker *checker, const struct unmatched *figure,
                             const struct edition_text *unit)
{
    const struct token *whole = whole_token(figure->text, figure->token);
    tell_related(checker, text_place(figure->text, whole->at, whole->end),
                 "in “%s” there is “%.*s”", unit->edition->language->short_tag,
                 TEXT_PART(figure->text, whole->at, whole->end));
}

/* What differs stands in both texts: the first figure that one lacks mostly belongs to
 * the first one that the other lacks.  `what` is the kind of figures that are compared.
 */
static void compare_texts(struct checker *checker, const struct text_pair *pair,
                          const void *what)
{
    enum figure_kind kind = *(const enum figure_kind *)what;
    const struct edition_text *first = &pair->first, *second = &pair->second;
    struct unmatched_list here = find_unmatched(checker, kind, first, second);
    struct unmatched_list there = find_unmatched(checker, kind, second, first);
    for (size_t i = 0; i < here.count; i++) {
        tell_figure(checker, &here.at[i], second);
        if (i < there.count)
            tell_counterpart(checker, &there.at[i], second);
        else
            tell_other_text(checker, second);
    }
    for (size_t i = here.count; i < there.count; i++) {
        tell_figure(checker, &there.at[i], first);
        tell_other_text(checker, first);
    }
}

static void compare_kind(struct checker *checker, enum figure_kind kind)
{
    visit_paragraphs(checker, compare_texts, &kind);
}

/* A field of the masthead that is given by language. */
static void compare_field(struct checker *checker, const char *name,
                          bool are_same(struct arena *, const struct field *,
                                        const struct field *))
{
    const struct checked_edition *first = &checker->editions[0];
    const struct field *one = agenda_field(first->agenda, name);
    for (size_t i = 1; one != NULL && i < checker->edition_count; i++) {
        const struct checked_edition *second = &checker->editions[i];
        const struct field *other = agenda_field(second->agenda, name);
        if (other == NULL || are_same(checker->arena, one, other))
            continue;
        tell(checker, one->place, "this differs from what stands in “%s”",
             second->language->short_tag);
        tell_related(checker, other->place, "that stands here");
    }
}

static bool same_dates(struct arena *arena, const struct field *a, const struct field *b)
{
    (void)arena;
    return date_compare(a->dates.first, b->dates.first) == 0 &&
           date_compare(a->dates.last, b->dates.last) == 0;
}

static bool same_text(struct arena *arena, const struct field *a, const struct field *b)
{
    return slice_equals(slice_from_text(spans_text(arena, &a->spans, " ")),
                        spans_text(arena, &b->spans, " "));
}

void find_different_symbols(struct checker *checker)
{
    compare_field(checker, "symbol", same_text);
    compare_kind(checker, FIGURE_SYMBOL);
}

void find_different_dates(struct checker *checker)
{
    compare_field(checker, "date", same_dates);
    compare_field(checker, "meeting.dates", same_dates);
    compare_kind(checker, FIGURE_DATE);
}

void find_different_times(struct checker *checker)
{
    compare_kind(checker, FIGURE_TIME);
}

void find_different_numerals(struct checker *checker)
{
    compare_kind(checker, FIGURE_NUMERAL);
}
