/* Walking through two aligned editions and noting what differs. */
#include "compare/differences.h"

#include "base/vec.h"
#include "check/edition_align.h"
#include "check/edition_figures.h"
#include "compare/name_part.h"
#include "compare/word_changes.h"
#include <string.h>

struct comparison {
    struct arena *arena;
    struct arena *scratch; /* for the words of a text */
    const struct checked_edition *first, *second;
    bool one_language;
    struct differences found;
};

static struct difference *add_difference(struct comparison *comparison,
                                         enum difference_kind kind,
                                         const struct edition_part *first,
                                         const struct edition_part *second)
{
    vec_push(comparison->arena, &comparison->found,
             (struct difference){.kind = kind, .first = first, .second = second});
    struct difference *difference = vec_last(&comparison->found);
    if (first != NULL)
        difference->first_place = first->place;
    if (second != NULL)
        difference->second_place = second->place;
    return difference;
}

/* A part that only one has: a difference, whatever is in it. */
static void add_lone(struct comparison *comparison, const struct edition_part *first,
                     const struct edition_part *second)
{
    const struct edition_part *part = first != NULL ? first : second;
    /* A text, or items where there were none: of a group each part is told. */
    if (part->kind == EDITION_GROUP) {
        for (size_t i = 0; i < part->children.count; i++)
            if (part->children.at[i]->other == NULL)
                add_lone(comparison, first != NULL ? part->children.at[i] : NULL,
                         second != NULL ? part->children.at[i] : NULL);
        return;
    }
    struct difference *difference = add_difference(
        comparison, first != NULL ? DIFFERENCE_REMOVED : DIFFERENCE_INSERTED, first,
        second);
    difference->shown = part_extract(comparison->arena, part);
}

static void compare_words(struct comparison *comparison, const struct edition_part *a,
                          const struct edition_part *b)
{
    struct arena *scratch = comparison->scratch;
    struct text_words some = split_words(scratch, a->text->spans);
    struct text_words others = split_words(scratch, b->text->spans);
    struct word_changes changes = find_word_changes(scratch, &some, &others);
    struct place first = a->place, second = b->place;
    if (find_first_change(&changes, &first, &second)) {
        struct difference *difference =
            add_difference(comparison, DIFFERENCE_CHANGED, a, b);
        difference->shown = show_changes(comparison->arena, &changes);
        difference->first_place = first;
        difference->second_place = second;
    }
    reset_arena(scratch);
}

/* Texts of two languages, by paragraphs or as wholes. */
struct unit_pair {
    const struct edition_part *first, *second;
    struct edition_text first_text, second_text;
};

/* The figure with the words around it, or the beginning of the text that lacks it. */
static const char *show_figure(struct comparison *comparison,
                               const struct unmatched *figure,
                               const struct edition_part *part,
                               const struct edition_text *unit, enum word_change change,
                               struct place *place)
{
    struct arena *arena = comparison->arena;
    if (figure == NULL) {
        *place = unit_place(unit);
        return part_extract(arena, part);
    }
    const struct token *token = whole_token(figure);
    struct text_words words = split_words(arena, figure->text->spans);
    struct word_changes marked = mark_words(arena, &words, token->at, token->end, change);
    *place = text_place(figure->text, token->at, token->end);
    return show_changes(arena, &marked);
}

static void add_figure(struct comparison *comparison, const struct unit_pair *pair,
                       const char *what, const struct unmatched *here,
                       const struct unmatched *there)
{
    struct difference *difference =
        add_difference(comparison, DIFFERENCE_CHANGED, pair->first, pair->second);
    difference->what = what;
    difference->from = show_figure(comparison, here, pair->first, &pair->first_text,
                                   WORD_REMOVED, &difference->first_place);
    difference->to = show_figure(comparison, there, pair->second, &pair->second_text,
                                 WORD_INSERTED, &difference->second_place);
}

static void compare_figures(struct comparison *comparison, const struct unit_pair *pair)
{
    static const struct {
        enum figure_kind kind;
        const char *what;
    } kinds[] = {{FIGURE_SYMBOL, "symbol"},
                 {FIGURE_DATE, "date"},
                 {FIGURE_WEEKDAY, "weekday"},
                 {FIGURE_TIME, "time"},
                 {FIGURE_NUMERAL, "number"}};
    struct arena *arena = comparison->arena;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct unmatched_list here =
            find_unmatched(arena, kinds[i].kind, &pair->first_text, &pair->second_text);
        struct unmatched_list there =
            find_unmatched(arena, kinds[i].kind, &pair->second_text, &pair->first_text);
        for (size_t k = 0; k < here.count || k < there.count; k++)
            add_figure(comparison, pair, kinds[i].what,
                       k < here.count ? &here.at[k] : NULL,
                       k < there.count ? &there.at[k] : NULL);
    }
}

/* Marks of notes that the other text has not. */
static void compare_marks(struct comparison *comparison, const struct unit_pair *pair,
                          bool is_of_first)
{
    const struct edition_text *unit =
        is_of_first ? &pair->first_text : &pair->second_text;
    const struct edition_text *other =
        is_of_first ? &pair->second_text : &pair->first_text;
    struct unmatched_marks marks = find_unmatched_marks(comparison->arena, unit, other);
    for (size_t i = 0; i < marks.count; i++) {
        struct difference *difference =
            add_difference(comparison, DIFFERENCE_CHANGED, pair->first, pair->second);
        const struct span *mark = marks.at[i];
        difference->what = arena_format(comparison->arena, "note “%.*s” only in “%s”",
                                        (int)mark->note.length, mark->note.at,
                                        unit->edition->language->short_tag);
        difference->first_place = is_of_first ? mark->place : unit_place(other);
        difference->second_place = is_of_first ? unit_place(other) : mark->place;
    }
}

static void compare_units(struct comparison *comparison, const struct unit_pair *pair)
{
    compare_figures(comparison, pair);
    compare_marks(comparison, pair, true);
    compare_marks(comparison, pair, false);
}

static void compare_texts(struct comparison *comparison, const struct edition_part *a,
                          const struct edition_part *b)
{
    if (comparison->one_language) {
        compare_words(comparison, a, b);
    } else if (!a->is_wording) {
        compare_units(comparison, &(struct unit_pair){a,
                                                      b,
                                                      {comparison->first, a->text, 1},
                                                      {comparison->second, b->text, 1}});
    }
}

static const char *count_paragraphs(struct comparison *comparison, size_t count)
{
    return arena_format(comparison->arena, "%zu paragraph%s", count,
                        count == 1 ? "" : "s");
}

/* In two languages nothing says which paragraphs belong together when one has more. */
static bool compare_as_wholes(struct comparison *comparison, const struct edition_part *a,
                              const struct edition_part *b)
{
    size_t some = a->children.count, others = b->children.count;
    if (comparison->one_language || a->kind != EDITION_GROUP || some == others ||
        some == 0 || others == 0 || a->children.at[0]->kind != EDITION_PARAGRAPH)
        return false;
    struct difference *difference = add_difference(comparison, DIFFERENCE_CHANGED, a, b);
    difference->from = count_paragraphs(comparison, some);
    difference->to = count_paragraphs(comparison, others);
    compare_units(comparison, &(struct unit_pair){
                                  a,
                                  b,
                                  {comparison->first, a->children.at[0]->text, some},
                                  {comparison->second, b->children.at[0]->text, others},
                              });
    return true;
}

/* Days that are not known yet are a text. */
static const char *value_of(struct comparison *comparison,
                            const struct edition_part *part)
{
    return part->value != NULL ? part->value : part_extract(comparison->arena, part);
}

static void compare_values(struct comparison *comparison, const struct edition_part *a,
                           const struct edition_part *b)
{
    const char *from = value_of(comparison, a), *to = value_of(comparison, b);
    if (strcmp(from, to) == 0 || (a->is_wording && !comparison->one_language))
        return;
    struct difference *difference = add_difference(comparison, DIFFERENCE_CHANGED, a, b);
    difference->shown = arena_format(comparison->arena, "%s → %s", from, to);
}

/* A row of the timetable is for another item. */
static void compare_entries(struct comparison *comparison, const struct edition_part *a,
                            const struct edition_part *b)
{
    const struct edition_part *item = a->item_part, *other = b->item_part;
    if (item == other || (item != NULL && item->other == other))
        return;
    struct difference *difference = add_difference(comparison, DIFFERENCE_CHANGED, a, b);
    difference->shown = arena_format(comparison->arena, "item %s → item %s",
                                     item == NULL ? "none" : item->item->reference,
                                     other == NULL ? "none" : other->item->reference);
}

/* Numbers follow from the order: they are told together. */
static void note_number(struct comparison *comparison, const struct edition_part *a,
                        const struct edition_part *b)
{
    struct buffer *numbers = &comparison->found.numbers;
    if (!a->item->listed || !b->item->listed || a->item->number == b->item->number)
        return;
    buffer_format(numbers, "%s%s → %s", numbers->count == 0 ? "" : ", ",
                  a->item->reference, b->item->reference);
}

static void compare_parts(struct comparison *, const struct edition_part *,
                          const struct edition_part *);

/* In the order of the first; what only the second has stands where it has it. */
static void compare_children(struct comparison *comparison, const struct edition_part *a,
                             const struct edition_part *b)
{
    size_t next = 0;
    for (size_t i = 0; i < a->children.count; i++) {
        const struct edition_part *child = a->children.at[i];
        const struct edition_part *other = child->other;
        if (other == NULL) {
            add_lone(comparison, child, NULL);
            continue;
        }
        for (; other->parent == b && next < other->index; next++)
            if (b->children.at[next]->other == NULL)
                add_lone(comparison, NULL, b->children.at[next]);
        compare_parts(comparison, child, other);
    }
    for (; next < b->children.count; next++)
        if (b->children.at[next]->other == NULL)
            add_lone(comparison, NULL, b->children.at[next]);
}

static void compare_parts(struct comparison *comparison, const struct edition_part *a,
                          const struct edition_part *b)
{
    if (a->is_moved && a->kind != EDITION_NOTE)
        add_difference(comparison, DIFFERENCE_MOVED, a, b);
    if (a->text != NULL && b->text != NULL)
        compare_texts(comparison, a, b);
    if (a->value != NULL || b->value != NULL)
        compare_values(comparison, a, b);
    if (a->kind == EDITION_ENTRY)
        compare_entries(comparison, a, b);
    if (a->kind == EDITION_ITEM)
        note_number(comparison, a, b);
    if (!compare_as_wholes(comparison, a, b))
        compare_children(comparison, a, b);
}

struct differences find_differences(struct arena *arena,
                                    const struct checked_edition *first,
                                    const struct checked_edition *second)
{
    struct comparison comparison = {
        .arena = arena,
        .scratch = new_scratch(arena),
        .first = first,
        .second = second,
        .one_language = strcmp(first->language->tag, second->language->tag) == 0,
        .found.numbers = new_buffer(arena),
    };
    struct edition_part *a = edition_parts(arena, first),
                        *b = edition_parts(arena, second);
    align_editions(arena, a, b, comparison.one_language);
    compare_parts(&comparison, a, b);
    return comparison.found;
}
