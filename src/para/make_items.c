/* From clusters to boxes, glue and penalties.  All the white between two boxes stands
 * behind one penalty, or is glue right behind a box, and so vanishes whole at a line end:
 * marks are half an em wide there without a rule of their own (GB/T 15834 5.1.10). */
#include "para/make_items.h"

#include "base/vec.h"
#include "para/cluster.h"
#include "para/hyphen.h"
#include "text/breaks.h"
#include <string.h>

enum {
    IDEOGRAPH_STRETCH = 50, /* permille of an em: beyond it lines look spaced */
    IDEOGRAPH_SHRINK = 16,  /* half an em in a line of 33: one mark more goes on it */
    SPACE_LEAST = 250,      /* of a word space among ideographs (CLREQ 3.2.4) */
    SPACE_MOST = 500,
    SPACE_SHRINK = 300 /* permille of the space, in Western text */
};

struct maker {
    const struct typesetter *setter;
    const struct passage *passage;
    const struct runs *runs;
    const int *price;
    bool is_chinese;  /* ideographs stand in the paragraph */
    bool box_is_open; /* more letters may join the last box */
    struct items items;
};

static void push_item(struct maker *m, struct item item)
{
    vec_push(m->setter->arena, &m->items, item);
    m->box_is_open = false;
}

static void push_penalty(struct maker *m, int price, size_t text)
{
    push_item(m, (struct item){.kind = ITEM_PENALTY, .penalty = price, .text = text});
}

/* What stands between two letters of a word; a line may end there with a hyphen. */
static void push_hyphen(struct maker *m, size_t run, size_t text)
{
    push_item(m, (struct item){.kind = ITEM_PENALTY,
                               .flagged = true,
                               .width = hyphen_width(&m->runs->at[run]),
                               .run = run,
                               .text = text});
}

static bool is_letter(codepoint c)
{
    if (c < 0x80)
        return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    bool is_sign = c == 0xD7 || c == 0xF7 || (c >= 0x2000 && c < 0x2C00);
    return c >= 0xC0 && !is_sign;
}

static int letter_count(const struct cluster *cluster)
{
    if (cluster->kind == CLUSTER_IDEOGRAPH)
        return 2;
    return cluster->kind == CLUSTER_LETTERS && cluster->stretch->call == NULL &&
           is_letter(cluster->character);
}

/* Letters between which nothing can happen are one box. */
static bool joins_last_box(const struct maker *m, const struct cluster *cluster)
{
    const struct item *last = m->items.count > 0 ? vec_last(&m->items) : NULL;
    return m->box_is_open && cluster->kind == CLUSTER_LETTERS &&
           last->run == cluster->run && last->glyph + last->count == cluster->glyph;
}

static void push_box(struct maker *m, const struct cluster *cluster)
{
    if (joins_last_box(m, cluster)) {
        struct item *box = vec_last(&m->items);
        box->count += cluster->count;
        box->width += cluster->width;
        box->letters += letter_count(cluster);
        return;
    }
    push_item(m, (struct item){.kind = ITEM_BOX,
                               .width = cluster->width,
                               .letters = letter_count(cluster),
                               .run = cluster->run,
                               .glyph = cluster->glyph,
                               .count = cluster->count,
                               .offset = cluster->offset,
                               .text = cluster->start});
    m->box_is_open = cluster->kind == CLUSTER_LETTERS;
}

/* A Latin letter or figure keeps its distance from an ideograph, and so do the brackets
 * and marks that belong to it. */
static bool takes_gap_before(const struct cluster *cluster)
{
    codepoint c = cluster->character;
    return cluster->kind == CLUSTER_LETTERS && cluster->stretch->call == NULL &&
           (is_letter(c) || (c != 0 && c < 0x80 && strchr("([{$+#", (int)c) != NULL));
}

static bool takes_gap_after(const struct cluster *cluster)
{
    codepoint c = cluster->character;
    return cluster->kind == CLUSTER_LETTERS && cluster->stretch->call == NULL &&
           (is_letter(c) || (c != 0 && c < 0x80 && strchr(")]}%.,;:!?", (int)c) != NULL));
}

static bool is_full(const struct cluster *cluster)
{
    return cluster->kind == CLUSTER_IDEOGRAPH || cluster->kind == CLUSTER_MARK;
}

static bool same_symbol(const struct cluster *left, const struct cluster *right)
{
    return left->stretch == right->stretch && left->stretch->is_symbol;
}

/* One dash alone connects; two are a dash. */
static bool is_connector(const struct cluster *cluster, const struct cluster *other)
{
    if (cluster->kind != CLUSTER_MARK)
        return false;
    return cluster->class == PUNCT_CONNECTOR || cluster->class == PUNCT_SOLIDUS ||
           (cluster->class == PUNCT_DASH && cluster->width == cluster->em &&
            other->class != PUNCT_DASH);
}

/* Nothing stretches inside dashes, dots and words, nor around connectors and solidi, nor
 * before a note's mark. */
static bool is_rigid(const struct cluster *left, const struct cluster *right)
{
    bool is_row = left->class == right->class && left->kind == right->kind &&
                  (left->class == PUNCT_DASH || left->class == PUNCT_ELLIPSIS);
    return is_row || (!is_full(left) && !is_full(right)) || same_symbol(left, right) ||
           is_connector(left, right) || is_connector(right, left) ||
           right->stretch->call != NULL;
}

static enum glue_kind mark_glue(enum punct_class class)
{
    switch (class) {
    case PUNCT_STOP:
    case PUNCT_QUESTION:
        return GLUE_STOP;
    case PUNCT_COMMA:
        return GLUE_COMMA;
    case PUNCT_OPEN:
    case PUNCT_CLOSE:
        return GLUE_BRACKET;
    default:
        return GLUE_MIDDLE;
    }
}

static struct item mark_white(const struct cluster *cluster, length width)
{
    return (struct item){.kind = ITEM_GLUE,
                         .glue = mark_glue(cluster->class),
                         .width = width,
                         .shrink = width};
}

static length not_below_zero(length value)
{
    return value > 0 ? value : 0;
}

static struct item word_space(const struct maker *m, const struct cluster *space)
{
    length least = length_scale(space->em, SPACE_LEAST, 1000);
    length most = length_scale(space->em, SPACE_MOST, 1000);
    length shrink = m->is_chinese ? not_below_zero(space->width - least)
                                  : length_scale(space->width, SPACE_SHRINK, 1000);
    return (struct item){.kind = ITEM_GLUE,
                         .glue = GLUE_WORD,
                         .width = space->width,
                         .shrink = shrink,
                         .stretch = not_below_zero(most - space->width),
                         .run = space->run,
                         .glyph = space->glyph,
                         .count = space->count,
                         .text = space->start};
}

static struct item ideograph_white(length em)
{
    return (struct item){.kind = ITEM_GLUE,
                         .glue = GLUE_IDEOGRAPH,
                         .stretch = length_scale(em, IDEOGRAPH_STRETCH, 1000),
                         .shrink = length_scale(em, IDEOGRAPH_SHRINK, 1000)};
}

/* A quarter em shrinks to an eighth and stretches to a third: CLREQ 3.2.4 allows a half,
 * which looks like a word space to the eye; many houses stop at a third. */
static struct item gap_white(length em, int permille)
{
    length gap = length_scale(em, permille, 1000);
    return (struct item){.kind = ITEM_GLUE,
                         .glue = GLUE_HAN_LATIN,
                         .width = gap,
                         .shrink = gap / 2,
                         .stretch = gap / 3};
}

static struct item between_white(const struct maker *m, const struct cluster *left,
                                 const struct cluster *right)
{
    int gap = m->setter->layout->han_latin_gap;
    if (gap > 0 && left->kind == CLUSTER_IDEOGRAPH && takes_gap_before(right))
        return gap_white(left->em, gap);
    if (gap > 0 && right->kind == CLUSTER_IDEOGRAPH && takes_gap_after(left))
        return gap_white(right->em, gap);
    return ideograph_white(is_full(left) ? left->em : right->em);
}

/* White without a glyph belongs to the box before it. */
static void push_white(struct maker *m, struct item white, const struct cluster *left,
                       const struct cluster *right)
{
    white.run = left->run;
    white.text = right->start;
    push_item(m, white);
}

static void push_spaces(struct maker *m, const struct cluster *spaces, size_t count)
{
    for (size_t i = 0; i < count; i++)
        push_item(m, word_space(m, &spaces[i]));
}

/* What stands between two boxes; the clusters between them are word spaces. */
static void push_joint(struct maker *m, const struct cluster *left,
                       const struct cluster *right)
{
    size_t spaces = (size_t)(right - left - 1);
    bool stretches = spaces == 0 && !is_rigid(left, right);
    bool is_white = spaces > 0 || stretches || left->after > 0 || right->before > 0;
    int price = m->price[right->start];
    if (price == BREAK_HYPHEN)
        push_hyphen(m, left->run, right->start);
    else if (is_white ? price != BREAK_FREE : price < BREAK_FORBIDDEN)
        push_penalty(m, price, right->start);
    if (left->after > 0)
        push_white(m, mark_white(left, left->after), left, right);
    push_spaces(m, left + 1, spaces);
    if (stretches)
        push_white(m, between_white(m, left, right), left, right);
    if (right->before > 0)
        push_white(m, mark_white(right, right->before), left, right);
}

/* Spaces before a forced line end hang out of the line, and no line ends at them. */
static void push_line_end(struct maker *m, const struct cluster *left,
                          const struct cluster *behind, size_t text)
{
    if (left != NULL && behind - left > 1) {
        push_penalty(m, BREAK_FORBIDDEN, left[1].start);
        push_spaces(m, left + 1, (size_t)(behind - left - 1));
    }
    push_penalty(m, BREAK_MUST, text);
}

/* A line separator need not have a glyph: then only the price tells of it. */
static void push_all(struct maker *m, const struct clusters *clusters)
{
    const struct cluster *left = NULL, *end = clusters->at + clusters->count;
    bool is_line_start = true;
    for (const struct cluster *at = clusters->at; at < end; at++) {
        bool is_separator = at->kind == CLUSTER_LINE_END;
        if (is_separator || (!is_line_start && m->price[at->start] <= BREAK_MUST)) {
            push_line_end(m, left, at, at->start);
            left = NULL;
        }
        is_line_start = is_separator;
        if (is_separator || at->kind == CLUSTER_SPACE)
            continue;
        if (left != NULL)
            push_joint(m, left, at);
        push_box(m, at);
        left = at;
    }
    if (!is_line_start || clusters->count == 0)
        push_line_end(m, left, end, m->passage->text.length);
}

static bool has_ideographs(const struct clusters *clusters)
{
    for (size_t i = 0; i < clusters->count; i++)
        if (clusters->at[i].kind == CLUSTER_IDEOGRAPH)
            return true;
    return false;
}

struct items make_items(const struct typesetter *setter, const struct passage *passage,
                        const struct runs *runs, const int *price)
{
    struct clusters clusters = find_clusters(setter->arena, passage, runs);
    struct maker m = {.setter = setter,
                      .passage = passage,
                      .runs = runs,
                      .price = price,
                      .is_chinese = has_ideographs(&clusters)};
    push_all(&m, &clusters);
    return m.items;
}
