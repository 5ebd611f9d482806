/* Walking through two editions at once. */
#include "check/edition_pairs.h"

#include "check/edition_align.h"

static struct edition_pair align_pair(struct arena *arena,
                                      const struct checked_edition *first,
                                      const struct checked_edition *second)
{
    struct edition_part *a = edition_parts(arena, first);
    struct edition_part *b = edition_parts(arena, second);
    align_editions(arena, a, b, false);
    return (struct edition_pair){first, second, a, b};
}

/* For all rules. */
static const struct edition_pair *aligned_pairs(struct checker *checker)
{
    size_t count = checker->edition_count - 1;
    if (checker->pairs != NULL)
        return checker->pairs;
    struct edition_pair *pairs = arena_array(checker->arena, count, sizeof *pairs);
    for (size_t i = 0; i < count; i++)
        pairs[i] =
            align_pair(checker->arena, &checker->editions[0], &checker->editions[i + 1]);
    checker->pairs = pairs;
    return pairs;
}

static void visit_from(struct checker *checker, const struct edition_pair *pair,
                       const struct edition_part *part, part_visitor visit)
{
    if (part->other == NULL)
        return;
    visit(checker, pair, part, part->other);
    for (size_t i = 0; i < part->children.count; i++)
        visit_from(checker, pair, part->children.at[i], visit);
}

void visit_parts(struct checker *checker, part_visitor visit)
{
    const struct edition_pair *pairs = aligned_pairs(checker);
    for (size_t i = 0; i + 1 < checker->edition_count; i++)
        visit_from(checker, &pairs[i], pairs[i].first_whole, visit);
}

/* A text of paragraphs, or one alone; count 0: it is none. */
static struct edition_text unit_of(const struct checked_edition *edition,
                                   const struct edition_part *part)
{
    if (part->kind == EDITION_FIELD && part->text != NULL && !part->is_wording)
        return (struct edition_text){edition, part->text, 1};
    if (part->kind != EDITION_GROUP || part->children.count == 0 ||
        part->children.at[0]->kind != EDITION_PARAGRAPH)
        return (struct edition_text){edition, NULL, 0};
    return (struct edition_text){edition, part->children.at[0]->text,
                                 part->children.count};
}

struct unit_visit {
    pair_visitor *visit;
    const void *what;
    bool by_paragraphs;
};

static void visit_unit(struct checker *checker, const struct text_pair *pair,
                       const struct unit_visit *how)
{
    struct text_pair one = *pair;
    if (!how->by_paragraphs || pair->first.count != pair->second.count) {
        how->visit(checker, pair, how->what);
        return;
    }
    one.first.count = one.second.count = 1;
    for (size_t i = 0; i < pair->first.count; i++) {
        one.first.texts = &pair->first.texts[i];
        one.second.texts = &pair->second.texts[i];
        how->visit(checker, &one, how->what);
    }
}

static void visit_units_from(struct checker *checker, const struct edition_pair *pair,
                             const struct edition_part *part,
                             const struct unit_visit *how)
{
    if (part->other == NULL)
        return;
    struct text_pair units = {unit_of(pair->first, part),
                              unit_of(pair->second, part->other)};
    if (units.first.count > 0 && units.second.count > 0)
        visit_unit(checker, &units, how);
    for (size_t i = 0; i < part->children.count; i++)
        visit_units_from(checker, pair, part->children.at[i], how);
}

static void visit_all_units(struct checker *checker, const struct unit_visit *how)
{
    const struct edition_pair *pairs = aligned_pairs(checker);
    for (size_t i = 0; i + 1 < checker->edition_count; i++)
        visit_units_from(checker, &pairs[i], pairs[i].first_whole, how);
}

void visit_units(struct checker *checker, pair_visitor visit, const void *what)
{
    visit_all_units(checker, &(struct unit_visit){visit, what, false});
}

void visit_paragraphs(struct checker *checker, pair_visitor visit, const void *what)
{
    visit_all_units(checker, &(struct unit_visit){visit, what, true});
}

struct place unit_place(const struct edition_text *unit)
{
    struct slice text = unit->texts->text;
    return text_place(unit->texts, 0, text.length == 0 ? 0 : next_character(text, 0));
}

void tell_other_text(struct checker *checker, const struct edition_text *other)
{
    tell_related(checker, unit_place(other), "the text in “%s” stands here",
                 other->edition->language->short_tag);
}
