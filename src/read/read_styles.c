/* The styles of a layout: each is its own keys laid over those of the style it is like.
 * Lengths are read behind that, so that an em is always the size of the style itself. */
#include "read/layout_values.h"

#include "base/map.h"
#include <string.h>

enum { MOST_LIKE = 64 }; /* styles in a row of “like” */

static void read_size(struct reader *reader, const struct node *node,
                      const struct key *key, void *to)
{
    reader->em = 0;
    extent_value.read(reader, node, key, to);
    reader->em = *(length *)to;
}

static void read_label_edge(struct reader *reader, const struct node *node,
                            const struct key *key, void *to)
{
    struct style *style = to;
    style->has_label = true;
    style->label_ends = strcmp(key->name, "end") == 0;
    length_value.read(reader, node, key, &style->label_at);
}

static const struct value_type size_value = {"a size (10.5pt)", read_size, &text_shape};
static const struct value_type label_edge_value = {"a length", read_label_edge,
                                                   &text_shape};

static const struct key label_keys[] = {
    {"start", &label_edge_value, 0, NULL, 0,
     "where the label begins, from the start indent"},
    {"end", &label_edge_value, 0, NULL, 0, "where the label ends, from the start indent"},
};
static const struct key_table label_table = KEY_TABLE("“label”", label_keys);

/* A style that is like another may hang its label at the other edge: what it says itself
 * stands last. */
static void read_label(struct reader *reader, const struct node *node,
                       const struct key *key, void *to)
{
    (void)key;
    struct style *style = to;
    read_fields(reader, node, &label_table, to);
    for (const struct node *edge = node->first; edge != NULL; edge = edge->next)
        if (slice_equals(edge->key, "start") || slice_equals(edge->key, "end"))
            label_edge_value.read(reader, edge,
                                  &label_keys[slice_equals(edge->key, "end")], style);
}

static const struct key superscript_keys[] = {
    {"size", &permille_value, offsetof(struct style, superscript_size), NULL,
     KEY_REQUIRED, "size of marks and superscripts, of the style's size"},
    {"rise", &permille_value, offsetof(struct style, superscript_rise), NULL,
     KEY_REQUIRED, "how far they stand above the baseline, of the style's size"},
};
static const struct key_table superscript_table =
    KEY_TABLE("“superscript”", superscript_keys);

static int hex_digit(char byte)
{
    const char *digits = "0123456789abcdef";
    const char *found = byte == '\0' ? NULL : strchr(digits, byte | 0x20);
    return found == NULL ? -1 : (int)(found - digits);
}

/* Two hexadecimal digits as permille; -1 when they are none. */
static int hex_permille(const char *digits)
{
    int high = hex_digit(digits[0]);
    int low = hex_digit(digits[1]);
    return high < 0 || low < 0 ? -1 : ((high * 16 + low) * 1000 + 127) / 255;
}

static bool colour_from_hex(struct slice text, struct colour *colour)
{
    if (text.length != 7 || text.at[0] != '#')
        return false;
    *colour = (struct colour){
        .red = hex_permille(text.at + 1),
        .green = hex_permille(text.at + 3),
        .blue = hex_permille(text.at + 5),
    };
    return colour->red >= 0 && colour->green >= 0 && colour->blue >= 0;
}

/* "grey 50%". */
static bool colour_from_grey(struct slice text, struct colour *colour)
{
    length percent;
    if (!slice_starts(text, "grey ") || text.at[text.length - 1] != '%')
        return false;
    struct slice number = {text.at + 5, text.length - 6};
    if (text.length < 7 || !length_from_text(number, 0, &percent) || percent < 0 ||
        percent > POINTS(100))
        return false;
    *colour =
        (struct colour){.is_grey = true, .grey = (int)length_scale(percent, 10, POINT)};
    return true;
}

static void read_colour(struct reader *reader, const struct node *node,
                        const struct key *key, void *to)
{
    struct colour *colour = to;
    if (!expect_scalar(reader, node, key->type->name))
        return;
    struct colour read = {.is_grey = true};
    if (slice_equals(node->text, "white"))
        read.grey = 1000;
    else if (!slice_equals(node->text, "black") && !colour_from_grey(node->text, &read) &&
             !colour_from_hex(node->text, &read)) {
        report(reader->d, "bad-colour", node->place, "“%.*s” is not %s",
               (int)node->text.length, node->text.at, key->type->name);
        return;
    }
    *colour = read;
}

const struct choice alignments[] = {
    {"justify", ALIGN_JUSTIFY},
    {"start", ALIGN_START},
    {"end", ALIGN_END},
    {"centre", ALIGN_CENTRE},
    {NULL, 0},
};

static const struct value_shape label_shape = {.kind = SHAPE_FIELDS,
                                               .table = &label_table};
static const struct value_shape colour_shape = {
    .kind = SHAPE_TEXT, .pattern = "^(black|white|grey [0-9.]+%|#[0-9A-Fa-f]{6})$"};
static const struct value_type label_value = {"a map", read_label, &label_shape};
const struct value_type colour_value = {"a colour (black, white, grey 50%, \"#0072bc\")",
                                        read_colour, &colour_shape};

#define MEMBER(member) offsetof(struct style, member)

static const struct key style_keys[] = {
    {"like", &any_value, 0, NULL, 0, "the style whose keys are taken over"},
    {"face", &string_value, MEMBER(face), NULL, KEY_REQUIRED,
     "role of its letters in the font catalogue"},
    {"emphasis", &string_value, MEMBER(emphasis), NULL, 0,
     "role of emphasized text in it; without one its own"},
    {"strong", &string_value, MEMBER(strong), NULL, 0,
     "role of strongly emphasized text in it; without one its own"},
    {"size", &size_value, MEMBER(size), NULL, KEY_REQUIRED,
     "size of its letters, its em"},
    {"leading", &extent_value, MEMBER(leading), NULL, KEY_REQUIRED,
     "from one baseline to the next"},
    {"scale", &permille_value, MEMBER(scale), NULL, 0,
     "width of Latin, Greek and Cyrillic letters; without it 100%"},
    {"tracking", &length_value, MEMBER(tracking), NULL, 0,
     "white space behind each of those letters"},
    {"no-kerning", &flag_value, MEMBER(no_kerning), NULL, 0,
     "no two letters come closer than others"},
    {"before", &length_value, MEMBER(before), NULL, 0, "white space over the block"},
    {"after", &length_value, MEMBER(after), NULL, 0, "white space under the block"},
    {"start", &length_value, MEMBER(start), NULL, 0,
     "indent from the edge of the column where lines begin"},
    {"end", &length_value, MEMBER(end), NULL, 0, "indent from the other edge"},
    {"first", &length_value, MEMBER(first), NULL, 0, "further indent of the first line"},
    {"label", &label_value, 0, NULL, 0,
     "where a number hangs in front of the first line"},
    {"align", &choice_value, MEMBER(align), alignments, 0,
     "how lines fill their width; without it “start”"},
    {"colour", &colour_value, MEMBER(colour), NULL, 0,
     "colour of its letters; without one black"},
    {"rise", &length_value, MEMBER(rise), NULL, 0,
     "how far it stands above the baseline"},
    {"keep-next", &flag_value, MEMBER(keep_next), NULL, 0, "no page ends behind it"},
    {"keep-previous", &flag_value, MEMBER(keep_previous), NULL, 0,
     "no page ends before it"},
    {"keep-lines", &flag_value, MEMBER(keep_lines), NULL, 0, "no page ends inside it"},
    {"breaking", &choice_value, MEMBER(breaking), line_breakings, 0,
     "how its lines are chosen; without it as the layout says"},
    {"hyphenate", &flag_value, MEMBER(hyphenate), NULL, 0, "words may be hyphenated"},
    {"superscript", &map_value, 0, &superscript_table, 0,
     "marks of notes, and ^…^; without it 65% of the size, raised by 35%"},
};
static const struct key_table style_table = KEY_TABLE("a style", style_keys);

/* A style of the file, and what it becomes with all it is like. */
struct raw_style {
    const struct node *node;
    const struct node *merged; /* NULL: not known */
    bool is_merged;            /* it has been tried */
    bool is_open;              /* its “like” is being followed */
};

static void report_circle(struct reader *reader, const struct node *like)
{
    report(reader->d, "style-circle", like->place,
           "this style is like itself, by way of “%.*s”", (int)like->text.length,
           like->text.at);
}

static void report_unknown_like(struct reader *reader, const struct node *like,
                                const struct node *styles)
{
    const char **names = arena_array(reader->arena, styles->count, sizeof *names);
    size_t count = 0;
    for (const struct node *style = styles->first; style != NULL; style = style->next)
        names[count++] = arena_text(reader->arena, style->key.at, style->key.length);
    report(reader->d, "unknown-style", like->place, "there is no style “%.*s”",
           (int)like->text.length, like->text.at);
    report_mend_nearest(reader->d, like->text, names, count, "the styles are");
}

/* Its keys with those it is like, NULL when that cannot be known (told); at most
 * MOST_LIKE calls deep. */
static const struct node *merge_style(struct reader *reader, struct map *raw_styles,
                                      const struct node *styles, struct raw_style *raw,
                                      int depth)
{
    const struct node *like = node_member(raw->node, "like");
    if (like == NULL)
        return raw->node;
    if (raw->is_merged || !expect_scalar(reader, like, "the name of a style"))
        return raw->merged;
    raw->is_merged = true;
    struct raw_style *other = map_find(raw_styles, like->text);
    if (other == NULL) {
        report_unknown_like(reader, like, styles);
    } else if (other->is_open || other == raw || depth == MOST_LIKE) {
        report_circle(reader, like);
    } else {
        raw->is_open = true;
        const struct node *base =
            merge_style(reader, raw_styles, styles, other, depth + 1);
        if (base != NULL)
            raw->merged = overlay_node(reader->arena, base, raw->node);
        raw->is_open = false;
    }
    return raw->merged;
}

static struct map *index_styles(struct reader *reader, const struct node *styles)
{
    struct map *index = new_map(reader->arena);
    for (const struct node *node = styles->first; node != NULL; node = node->next) {
        struct raw_style *raw = arena_alloc(reader->arena, sizeof *raw);
        raw->node = node;
        *map_place(index, node->key) = raw;
    }
    return index;
}

/* `node` is merged; NULL: nothing is known of the style but its name. */
static struct style read_style(struct reader *reader, const char *name,
                               const struct node *node)
{
    struct style style = {
        .name = name,
        .face = "",
        .size = POINTS(10),
        .leading = POINTS(12),
        .scale = 1000,
        .align = ALIGN_START,
        .colour = {.is_grey = true},
        .superscript_size = 650,
        .superscript_rise = 350,
    };
    reader->em = style.size;
    if (node != NULL)
        read_fields(reader, node, &style_table, &style);
    reader->em = 0;
    if (style.emphasis == NULL)
        style.emphasis = style.face;
    if (style.strong == NULL)
        style.strong = style.face;
    return style;
}

static void read_styles(struct reader *reader, const struct node *node,
                        const struct key *key, void *to)
{
    struct styles *styles = &((struct layout *)to)->styles;
    if (!expect_map(reader, node, key->type->name))
        return;
    struct map *raw_styles = index_styles(reader, node);
    styles->at = arena_array(reader->arena, node->count, sizeof *styles->at);
    styles->capacity = node->count;
    for (const struct node *child = node->first; child != NULL; child = child->next) {
        const struct node *merged =
            merge_style(reader, raw_styles, node, map_find(raw_styles, child->key), 0);
        const char *name = arena_text(reader->arena, child->key.at, child->key.length);
        styles->at[styles->count++] = read_style(reader, name, merged);
    }
}

static const struct value_shape style_shape = {.kind = SHAPE_FIELDS,
                                               .table = &style_table};
static const struct value_shape own_keys_shape = {.kind = SHAPE_PART, .of = &style_shape};
static const struct value_shape styles_shape = {.kind = SHAPE_NAMED,
                                                .of = &own_keys_shape};
const struct value_type styles_value = {"a map of styles", read_styles, &styles_shape};
