/* Aligning two editions: named parts by their names; items, documents, paragraphs and the
 * like so that most of what belongs together stands side by side in order, and what is
 * left by its likeness, wherever it has gone. */
#include "check/edition_align.h"

#include "base/vec.h"
#include "check/edition_likeness.h"

enum {
    LIKE_ENOUGH = 300, /* to be the same part in two versions ... */
    LIKE_MOVED = 600,  /* ... where it has gone elsewhere */
    MOST_PAIRS = 1 << 21
};

struct aligner {
    struct arena *arena;
    struct contents_reader reader;
    bool one_language;
};

static void align_children(struct aligner *, struct edition_part *,
                           struct edition_part *);

static void match(struct aligner *aligner, struct edition_part *a, struct edition_part *b)
{
    a->other = b;
    b->other = a;
    if (a->identity == 0)
        a->identity = ++aligner->reader.identities;
    b->identity = a->identity;
    align_children(aligner, a, b);
}

/* A part with what is in it. */
struct candidate {
    struct edition_part *part;
    struct contents contents;
};

struct candidates {
    struct candidate *at;
    size_t count, capacity;
};

static void add_candidate(struct aligner *aligner, struct candidates *candidates,
                          struct edition_part *part)
{
    struct contents contents = part_contents(&aligner->reader, part);
    vec_push(aligner->arena, candidates, (struct candidate){part, contents});
}

static struct candidates children_without_name(struct aligner *aligner,
                                               const struct edition_part *parent)
{
    struct candidates candidates = {0};
    for (size_t i = 0; i < parent->children.count; i++)
        if (parent->children.at[i]->name == NULL)
            add_candidate(aligner, &candidates, parent->children.at[i]);
    return candidates;
}

static void join(const struct candidate *a, const struct candidate *b)
{
    a->part->other = b->part;
    b->part->other = a->part;
}

/* What the two are worth as a pair, 0: nothing.  In two languages any two of a kind may
 * belong together: figures that one lacks may be words in it. */
static int pair_worth(const struct aligner *aligner, const struct candidate *a,
                      const struct candidate *b)
{
    bool both_known = a->part->key.length > 0 && b->part->key.length > 0;
    int likeness = contents_likeness(&a->contents, &b->contents);
    if (a->part->kind != b->part->kind)
        return 0;
    if (both_known && slice_same(a->part->key, b->part->key))
        return LIKENESS_KNOWN + likeness;
    if (!aligner->one_language)
        likeness = LIKENESS_FULL / 3 + likeness / 2;
    if (both_known)
        likeness = likeness * 2 / 3;
    return aligner->one_language && likeness < LIKE_ENOUGH ? 0 : likeness;
}

static bool are_equal(const struct candidate *a, const struct candidate *b)
{
    return a->part->kind == b->part->kind && slice_same(a->part->key, b->part->key) &&
           same_contents(&a->contents, &b->contents);
}

/* The best worth of the first i of one list and the first k of the other. */
struct worth_table {
    int *at;
    size_t width;
};

static int *worth_at(const struct worth_table *table, size_t i, size_t k)
{
    return &table->at[i * table->width + k];
}

static struct worth_table fill_worth(struct aligner *aligner, const struct candidates *a,
                                     const struct candidates *b)
{
    struct worth_table table = {
        arena_array(aligner->arena, (a->count + 1) * (b->count + 1), sizeof(int)),
        b->count + 1};
    for (size_t i = 1; i <= a->count; i++) {
        for (size_t k = 1; k <= b->count; k++) {
            int worth = pair_worth(aligner, &a->at[i - 1], &b->at[k - 1]);
            int best = *worth_at(&table, i - 1, k);
            int other = *worth_at(&table, i, k - 1);
            int paired = worth == 0 ? 0 : *worth_at(&table, i - 1, k - 1) + worth;
            best = other > best ? other : best;
            *worth_at(&table, i, k) = paired > best ? paired : best;
        }
    }
    return table;
}

/* Pairs are found from the end. */
static void pair_by_worth(struct aligner *aligner, const struct candidates *a,
                          const struct candidates *b)
{
    struct worth_table table = fill_worth(aligner, a, b);
    size_t i = a->count, k = b->count;
    while (i > 0 && k > 0) {
        int worth = *worth_at(&table, i, k);
        if (worth == *worth_at(&table, i - 1, k)) {
            i--;
        } else if (worth == *worth_at(&table, i, k - 1)) {
            k--;
        } else {
            i--;
            k--;
            join(&a->at[i], &b->at[k]);
        }
    }
}

static void pair_by_order(const struct candidates *a, const struct candidates *b)
{
    for (size_t i = 0; i < a->count && i < b->count; i++)
        if (a->at[i].part->kind == b->at[i].part->kind)
            join(&a->at[i], &b->at[i]);
}

static bool is_lone(const struct candidates *list, size_t at)
{
    return at < list->count && list->at[at].part->other == NULL &&
           (at + 1 == list->count || list->at[at + 1].part->other != NULL);
}

/* Days, rows and the like are short: one that stands alone where another stood is that
 * one, with other words. */
static void pair_exchanged(const struct candidates *a, const struct candidates *b)
{
    size_t k = 0;
    for (size_t i = 0; i < a->count; i++) {
        enum edition_part_kind kind = a->at[i].part->kind;
        bool is_short = kind == EDITION_DAY || kind == EDITION_SLOT ||
                        kind == EDITION_ENTRY || kind == EDITION_ROW;
        bool follows_pair = i == 0 || a->at[i - 1].part->other != NULL;
        if (is_short && follows_pair && is_lone(a, i) && is_lone(b, k))
            join(&a->at[i], &b->at[k]);
        while (a->at[i].part->other != NULL && k < b->count &&
               b->at[k].part != a->at[i].part->other)
            k++;
        k += a->at[i].part->other != NULL;
    }
}

static struct candidates between(const struct candidates *all, size_t from, size_t to)
{
    return (struct candidates){all->at + from, to - from, 0};
}

/* What is equal at both ends needs no search. */
static void pair_lists(struct aligner *aligner, const struct candidates *a,
                       const struct candidates *b)
{
    size_t start = 0, end = 0, fewer = a->count < b->count ? a->count : b->count;
    while (start < fewer && are_equal(&a->at[start], &b->at[start]))
        start++;
    while (end < fewer - start &&
           are_equal(&a->at[a->count - 1 - end], &b->at[b->count - 1 - end]))
        end++;
    for (size_t i = 0; i < start; i++)
        join(&a->at[i], &b->at[i]);
    for (size_t i = 1; i <= end; i++)
        join(&a->at[a->count - i], &b->at[b->count - i]);
    struct candidates some = between(a, start, a->count - end);
    struct candidates others = between(b, start, b->count - end);
    if ((some.count + 1) > MOST_PAIRS / (others.count + 1))
        pair_by_order(&some, &others);
    else
        pair_by_worth(aligner, &some, &others);
    pair_exchanged(a, b);
}

static void align_children(struct aligner *aligner, struct edition_part *a,
                           struct edition_part *b)
{
    struct candidates some = children_without_name(aligner, a);
    struct candidates others = children_without_name(aligner, b);
    pair_lists(aligner, &some, &others);
    for (size_t i = 0; i < a->children.count; i++) {
        struct edition_part *child = a->children.at[i];
        struct edition_part *other =
            child->name == NULL ? child->other : part_named(b, child->name);
        if (other != NULL)
            match(aligner, child, other);
    }
}

static void gather_unmatched(struct aligner *aligner, struct candidates *into,
                             struct edition_part *part)
{
    if (part->other == NULL && part->name == NULL && part->kind != EDITION_WHOLE)
        add_candidate(aligner, into, part);
    for (size_t i = 0; i < part->children.count; i++)
        gather_unmatched(aligner, into, part->children.at[i]);
}

static bool is_moved_to(const struct candidate *a, const struct candidate *b)
{
    if (a->part->other != NULL || b->part->other != NULL ||
        a->part->kind != b->part->kind)
        return false;
    if (a->part->key.length > 0 && slice_same(a->part->key, b->part->key))
        return true;
    return a->contents.count > 0 &&
           contents_likeness(&a->contents, &b->contents) >= LIKE_MOVED;
}

/* In two languages only a key says so much. */
static bool may_be_moved(const struct aligner *aligner, const struct candidate *candidate)
{
    bool is_of_list = candidate->part->kind == EDITION_ITEM ||
                      candidate->part->kind == EDITION_DOCUMENT ||
                      candidate->part->kind == EDITION_NOTE ||
                      candidate->part->kind == EDITION_PARAGRAPH;
    return is_of_list && (aligner->one_language || candidate->part->key.length > 0);
}

static void find_moved(struct aligner *aligner, struct edition_part *a,
                       struct edition_part *b)
{
    struct candidates some = {0}, others = {0};
    gather_unmatched(aligner, &some, a);
    gather_unmatched(aligner, &others, b);
    if ((some.count + 1) > MOST_PAIRS / (others.count + 1))
        return;
    for (size_t i = 0; i < some.count; i++) {
        for (size_t k = 0; k < others.count; k++) {
            if (!may_be_moved(aligner, &some.at[i]) ||
                !is_moved_to(&some.at[i], &others.at[k]))
                continue;
            some.at[i].part->is_moved = others.at[k].part->is_moved = true;
            match(aligner, some.at[i].part, others.at[k].part);
        }
    }
}

/* The agenda comes before the annexes: rows of a timetable are known by their items. */
void align_editions(struct arena *arena, struct edition_part *first,
                    struct edition_part *second, bool one_language)
{
    struct aligner aligner = {
        arena, {arena, new_scratch(arena), one_language, 0}, one_language};
    first->other = second;
    second->other = first;
    for (size_t i = 0; i < first->children.count; i++) {
        struct edition_part *child = first->children.at[i];
        struct edition_part *other = part_named(second, child->name);
        if (other == NULL)
            continue;
        match(&aligner, child, other);
        find_moved(&aligner, child, other);
    }
}
