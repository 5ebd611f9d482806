/* Clusters, the cells of marks, and the white between two of them (CLREQ 3.1.6). */
#include "para/cluster.h"

#include "base/vec.h"

enum {
    NO_BREAK_SPACE = 0xA0,
    SOFT_HYPHEN = 0xAD,
    LINE_SEPARATOR = 0x2028,
    FIRST_FULL_WIDTH = 0x3000
};

size_t cluster_last_glyph(const struct run *run, size_t glyph)
{
    size_t last = glyph;
    while (last < run->glyph_count &&
           run->glyphs[last].cluster == run->glyphs[glyph].cluster)
        last++;
    return last;
}

static bool ends_with_separator(const struct passage *passage, size_t start, size_t end)
{
    return end - start > 3 &&
           utf8_decode(passage->text.at + end - 3, 3, &(size_t){0}) == LINE_SEPARATOR;
}

/* A line separator that got no glyph of its own belongs to no cluster. */
size_t cluster_end(const struct passage *passage, const struct run *run, size_t glyph)
{
    size_t last = cluster_last_glyph(run, glyph);
    size_t start = run->glyphs[glyph].cluster;
    size_t end = last < run->glyph_count ? run->glyphs[last].cluster : run->end;
    return ends_with_separator(passage, start, end) ? end - 3 : end;
}

static length glyphs_width(const struct run *run, size_t glyph, size_t count)
{
    length width = 0;
    for (size_t i = glyph; i < glyph + count; i++)
        width += run->glyphs[i].advance;
    return width;
}

/* Marks that Latin text uses as well are Chinese ones only in Chinese text. */
static bool is_chinese_mark(const struct run *run, codepoint c, struct punct_cell cell)
{
    return cell.class != PUNCT_NONE && (c >= FIRST_FULL_WIDTH || run->is_han);
}

/* Kana, full-width forms, ① of a Chinese face: what fills an em is set like an
 * ideograph. */
static bool fills_em(const struct run *run, codepoint c, length advance)
{
    return is_han(c) || (run->is_han && advance == run->size);
}

static enum cluster_kind
cluster_kind(const struct run *run, const struct cluster *cluster, struct punct_cell cell)
{
    codepoint c = cluster->character;
    if (c == LINE_SEPARATOR)
        return CLUSTER_LINE_END;
    if (cluster->count == 1 && (c == ' ' || c == NO_BREAK_SPACE))
        return CLUSTER_SPACE;
    if (is_chinese_mark(run, c, cell))
        return CLUSTER_MARK;
    return fills_em(run, c, cluster->width) ? CLUSTER_IDEOGRAPH : CLUSTER_LETTERS;
}

struct extent {
    length left, right;
    bool exists;
};

static struct extent ink_extent(const struct run *run, uint32_t glyph)
{
    struct ink ink;
    if (!face_ink(run->face, glyph, &ink))
        return (struct extent){0};
    length size = run->size;
    return (struct extent){face_length(run->face, ink.left, size),
                           face_length(run->face, ink.right, size), true};
}

/* Where the glyph of a half-em mark begins in its box.  A face that gives it a whole em
 * has the ink in the half where it belongs; of any other face, and of one that centres
 * its marks, the ink is put in the middle. */
static length half_offset(const struct run *run, const struct cluster *mark,
                          length advance)
{
    struct extent ink = ink_extent(run, run->glyphs[mark->glyph].id);
    length removed = advance - mark->width;
    if (!ink.exists)
        return 0;
    if (advance == mark->em && mark->after > 0 && ink.right <= mark->width)
        return 0;
    if (advance == mark->em && mark->before > 0 && ink.left >= removed)
        return -removed;
    return (mark->width - ink.left - ink.right) / 2;
}

static size_t character_count(const struct passage *passage,
                              const struct cluster *cluster)
{
    return utf8_count(
        (struct slice){passage->text.at + cluster->start, cluster->end - cluster->start});
}

/* Two dashes are one glyph in some faces: the cell is as wide as the characters are. */
static void fit_mark(struct cluster *mark, const struct passage *passage,
                     const struct run *run, struct punct_cell cell)
{
    length advance = mark->width;
    length em = mark->em * (length)character_count(passage, mark);
    mark->class = cell.class;
    mark->width = length_scale(em, cell.ink, 1000);
    mark->before = length_scale(em, cell.before, 1000);
    mark->after = length_scale(em, cell.after, 1000);
    mark->offset =
        cell.ink >= 1000 ? (mark->width - advance) / 2 : half_offset(run, mark, advance);
}

static struct cluster read_cluster(const struct passage *passage, const struct runs *runs,
                                   size_t number, size_t glyph)
{
    const struct run *run = &runs->at[number];
    size_t count = cluster_last_glyph(run, glyph) - glyph;
    struct cluster cluster = {.run = number,
                              .glyph = glyph,
                              .count = count,
                              .start = run->glyphs[glyph].cluster,
                              .end = cluster_end(passage, run, glyph),
                              .em = run->stretch->size,
                              .width = glyphs_width(run, glyph, count),
                              .stretch = run->stretch};
    size_t size;
    cluster.character = utf8_decode(passage->text.at + cluster.start,
                                    passage->text.length - cluster.start, &size);
    struct punct_cell cell = punct_cell(cluster.character);
    cluster.kind = cluster_kind(run, &cluster, cell);
    if (cluster.kind == CLUSTER_MARK)
        fit_mark(&cluster, passage, run, cell);
    return cluster;
}

static bool has_white_behind(enum punct_class class)
{
    return class == PUNCT_STOP || class == PUNCT_COMMA || class == PUNCT_QUESTION ||
           class == PUNCT_CLOSE;
}

/* ？！ is one em wide, and three of them are two. */
static void join_questions(struct cluster *left, struct cluster *right)
{
    if (left->after > 0)
        right->after = 0;
    left->after = 0;
}

/* Two neighbours take 1.5 em: one half goes, on the side where they face each other. */
static void join_marks(struct cluster *left, struct cluster *right)
{
    if (left->class == PUNCT_QUESTION && right->class == PUNCT_QUESTION)
        join_questions(left, right);
    else if (right->class == PUNCT_OPEN &&
             (left->class == PUNCT_OPEN || has_white_behind(left->class)))
        right->before = 0;
    else if (has_white_behind(right->class) && has_white_behind(left->class))
        left->after = 0;
}

/* The mark of a note stands in the white of the mark before it, so to speak: the white
 * moves behind it. */
static void join_call(struct cluster *left, struct cluster *call)
{
    call->class = left->class;
    call->after = left->after;
    left->after = 0;
}

static void join_clusters(struct cluster *left, struct cluster *right)
{
    if (right->stretch->call != NULL && left->class != PUNCT_NONE)
        join_call(left, right);
    else if (left->class != PUNCT_NONE && right->class != PUNCT_NONE)
        join_marks(left, right);
}

struct clusters find_clusters(struct arena *arena, const struct passage *passage,
                              const struct runs *runs)
{
    struct clusters found = {0};
    for (size_t i = 0; i < runs->count; i++)
        for (size_t g = 0; g < runs->at[i].glyph_count;) {
            struct cluster cluster = read_cluster(passage, runs, i, g);
            g += cluster.count;
            if (cluster.character == SOFT_HYPHEN)
                continue;
            if (found.count > 0)
                join_clusters(vec_last(&found), &cluster);
            vec_push(arena, &found, cluster);
        }
    return found;
}
