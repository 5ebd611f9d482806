/* Dates, times, numerals and symbols that one edition has and another has not. */
#include "check/edition_figures.h"

static void tell_figure(struct checker *checker, const struct unmatched *figure,
                        const struct edition_text *other)
{
    const struct text *text = figure->text;
    const struct token *token = &text->tokens.at[figure->token];
    const struct token *whole = whole_token(figure);
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
    const struct token *whole = whole_token(figure);
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
    struct unmatched_list here = find_unmatched(checker->arena, kind, first, second);
    struct unmatched_list there = find_unmatched(checker->arena, kind, second, first);
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
           date_compare(a->dates.last, b->dates.last) == 0 &&
           a->row_count == b->row_count;
}

/* Without what a language sets between several. */
static struct slice joined_symbols(struct arena *arena, const struct field *field)
{
    struct buffer text = new_buffer(arena);
    for (size_t i = 0; i < field->spans.count; i++)
        if (field->spans.at[i].form & SPAN_SYMBOL) {
            buffer_slice(&text, field->spans.at[i].text);
            buffer_byte(&text, ' ');
        }
    return buffer_as_slice(&text);
}

static bool same_symbols(struct arena *arena, const struct field *a,
                         const struct field *b)
{
    return slice_same(joined_symbols(arena, a), joined_symbols(arena, b));
}

void find_different_symbols(struct checker *checker)
{
    compare_field(checker, "symbol", same_symbols);
    compare_kind(checker, FIGURE_SYMBOL);
}

void find_different_dates(struct checker *checker)
{
    compare_field(checker, "date", same_dates);
    compare_field(checker, "meeting.dates", same_dates);
    compare_kind(checker, FIGURE_DATE);
    compare_kind(checker, FIGURE_WEEKDAY);
}

void find_different_times(struct checker *checker)
{
    compare_kind(checker, FIGURE_TIME);
}

void find_different_numerals(struct checker *checker)
{
    compare_kind(checker, FIGURE_NUMERAL);
}
