/* Walking through two editions at once. */
#include "check/edition_pairs.h"

static bool same_items(const struct agenda_items *a, const struct agenda_items *b)
{
    if (a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (a->at[i].document_count != b->at[i].document_count ||
            !same_items(&a->at[i].items, &b->at[i].items))
            return false;
    return true;
}

static bool same_trees(const struct agenda *a, const struct agenda *b)
{
    return a->annex_count == b->annex_count && a->note_count == b->note_count &&
           same_items(&a->items, &b->items);
}

struct unit_key {
    uint32_t kind, owner, part;
};

static struct unit_key unit_key(const struct text *text)
{
    return (struct unit_key){(uint32_t)text->kind, text->owner, text->part};
}

static struct slice key_bytes(const struct unit_key *key)
{
    return (struct slice){(const char *)key, sizeof *key};
}

/* The first text of every unit. */
static struct map *index_units(struct checker *checker, const struct texts *texts)
{
    struct map *index = new_map(checker->arena);
    for (size_t i = 0; i < texts->count; i += unit_length(texts, i)) {
        struct unit_key key = unit_key(&texts->at[i]);
        *map_place(index, key_bytes(&key)) = &texts->at[i];
    }
    return index;
}

static struct edition_text unit_from(const struct checked_edition *edition,
                                     const struct text *first)
{
    size_t i = (size_t)(first - edition->texts.at);
    return (struct edition_text){edition, first, unit_length(&edition->texts, i)};
}

static void visit_whole(struct checker *checker, const struct text_pair *pair,
                        pair_visitor visit, const void *what)
{
    visit(checker, pair, what);
}

static void visit_by_paragraphs(struct checker *checker, const struct text_pair *pair,
                                pair_visitor visit, const void *what)
{
    struct text_pair one = *pair;
    if (pair->first.count != pair->second.count) {
        visit(checker, pair, what);
        return;
    }
    one.first.count = one.second.count = 1;
    for (size_t i = 0; i < pair->first.count; i++) {
        one.first.texts = &pair->first.texts[i];
        one.second.texts = &pair->second.texts[i];
        visit(checker, &one, what);
    }
}

typedef void unit_visitor(struct checker *, const struct text_pair *, pair_visitor,
                          const void *what);

static void visit_edition(struct checker *checker, const struct checked_edition *second,
                          unit_visitor by, pair_visitor visit, const void *what)
{
    const struct checked_edition *first = &checker->editions[0];
    if (!same_trees(first->agenda, second->agenda))
        return;
    const struct map *index = index_units(checker, &second->texts);
    const struct texts *texts = &first->texts;
    for (size_t i = 0; i < texts->count; i += unit_length(texts, i)) {
        struct unit_key key = unit_key(&texts->at[i]);
        const struct text *other = map_find(index, key_bytes(&key));
        if (other == NULL)
            continue;
        struct text_pair pair = {unit_from(first, &texts->at[i]),
                                 unit_from(second, other)};
        by(checker, &pair, visit, what);
    }
}

void visit_units(struct checker *checker, pair_visitor visit, const void *what)
{
    for (size_t i = 1; i < checker->edition_count; i++)
        visit_edition(checker, &checker->editions[i], visit_whole, visit, what);
}

void visit_paragraphs(struct checker *checker, pair_visitor visit, const void *what)
{
    for (size_t i = 1; i < checker->edition_count; i++)
        visit_edition(checker, &checker->editions[i], visit_by_paragraphs, visit, what);
}

static void visit_item_lists(struct checker *checker,
                             const struct checked_edition *second,
                             const struct agenda_items *a, const struct agenda_items *b,
                             item_visitor visit)
{
    visit(checker, second, a, b);
    for (size_t i = 0; i < a->count && i < b->count; i++)
        visit_item_lists(checker, second, &a->at[i].items, &b->at[i].items, visit);
}

void visit_items(struct checker *checker, item_visitor visit)
{
    for (size_t i = 1; i < checker->edition_count; i++)
        visit_item_lists(checker, &checker->editions[i],
                         &checker->editions[0].agenda->items,
                         &checker->editions[i].agenda->items, visit);
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
