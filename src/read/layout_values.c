/* Names of styles, names of tags, and templates in a layout. */
#include "read/layout_values.h"

#include "read/field_names.h"
#include <string.h>

const struct choice line_breakings[] = {
    {"total-fit", BREAKING_TOTAL_FIT}, {"first-fit", BREAKING_FIRST_FIT}, {NULL, 0}};

static struct layout *reader_layout(const struct reader *reader)
{
    return ((const struct layout_reading *)reader->target)->layout;
}

static void report_unknown_style(struct reader *reader, const struct node *node,
                                 const struct styles *styles)
{
    const char **names = arena_array(reader->arena, styles->count, sizeof *names);
    for (size_t i = 0; i < styles->count; i++)
        names[i] = styles->at[i].name;
    report(reader->d, "unknown-style", node->place, "there is no style “%.*s”",
           (int)node->text.length, node->text.at);
    report_mend_nearest(reader->d, node->text, names, styles->count, "the styles are");
}

static void read_style_name(struct reader *reader, const struct node *node,
                            const struct key *key, void *to)
{
    if (!expect_scalar(reader, node, key->type->name))
        return;
    const struct layout *layout = reader_layout(reader);
    const struct style *style = layout_style(layout, node_string(reader->arena, node));
    if (style == NULL)
        report_unknown_style(reader, node, &layout->styles);
    else
        *(const struct style **)to = style;
}

static const struct choice tags[] = {
    {"P", TAG_P},   {"H1", TAG_H1},   {"H2", TAG_H2},
    {"H3", TAG_H3}, {"H4", TAG_H4},   {"H5", TAG_H5},
    {"H6", TAG_H6}, {"Div", TAG_DIV}, {"Caption", TAG_CAPTION},
    {NULL, 0},
};

static void read_tag(struct reader *reader, const struct node *node,
                     const struct key *key, void *to)
{
    struct key with_choices = *key;
    with_choices.of = tags;
    choice_value.read(reader, node, &with_choices, to);
}

/* A text with {field} in it; the key's `of` is a name that it alone knows. */
static void read_pattern(struct reader *reader, const struct node *node,
                         const struct key *key, void *to)
{
    if (!expect_scalar(reader, node, key->type->name))
        return;
    check_field_names(reader, node, reader_layout(reader), key->of);
    *(const char **)to = node_string(reader->arena, node);
}

/* A piece that is a map. */
struct named_piece {
    const char *text;
    const struct style *style;
};

static const struct key piece_keys[] = {
    {"text", &pattern_value, offsetof(struct named_piece, text), NULL, KEY_REQUIRED,
     "text with {field} in it"},
    {"style", &style_value, offsetof(struct named_piece, style), NULL, 0,
     "style of its letters"},
};
static const struct key_table piece_table = KEY_TABLE("a piece of text", piece_keys);

static struct template_piece read_piece(struct reader *reader, const struct node *node)
{
    if (node->kind == NODE_SCALAR) {
        check_field_names(reader, node, reader_layout(reader), NULL);
        return (struct template_piece){node_string(reader->arena, node), NULL};
    }
    struct named_piece piece = {"", NULL};
    read_fields(reader, node, &piece_table, &piece);
    return (struct template_piece){piece.text,
                                   piece.style == NULL ? NULL : piece.style->name};
}

static void read_template(struct reader *reader, const struct node *node,
                          const struct key *key, void *to)
{
    (void)key;
    struct template *template = to;
    size_t most = node->kind == NODE_LIST ? node->count : 1;
    template->pieces = arena_array(reader->arena, most, sizeof *template->pieces);
    template->count = 0;
    if (node->kind == NODE_LIST)
        node = node->first;
    for (size_t i = 0; i < most; i++, node = node->next)
        template->pieces[template->count++] = read_piece(reader, node);
}

static void read_templates(struct reader *reader, const struct node *node,
                           const struct key *key, void *to)
{
    struct template_list *list = to;
    if (!expect_list(reader, node, key->type->name))
        return;
    list->at = arena_array(reader->arena, node->count, sizeof *list->at);
    list->count = 0;
    for (const struct node *line = node->first; line != NULL; line = line->next)
        read_template(reader, line, key, &list->at[list->count++]);
}

static void read_field_name(struct reader *reader, const struct node *node,
                            const struct key *key, void *to)
{
    if (!expect_scalar(reader, node, key->type->name))
        return;
    check_field_name(reader, node, reader_layout(reader), node->text);
    *(const char **)to =
        arena_format(reader->arena, "{%.*s}", (int)node->text.length, node->text.at);
}

static const struct value_shape tag_shape = {.kind = SHAPE_WORD, .words = tags};
static const struct value_shape named_piece_shape = {.kind = SHAPE_FIELDS,
                                                     .table = &piece_table};
static const struct value_shape piece_shape = {
    .kind = SHAPE_EITHER, .of = &text_shape, .other = &named_piece_shape};
static const struct value_shape pieces_shape = {.kind = SHAPE_LIST, .of = &piece_shape};
const struct value_shape template_shape = {
    .kind = SHAPE_EITHER, .of = &piece_shape, .other = &pieces_shape};
const struct value_shape templates_shape = {.kind = SHAPE_LIST, .of = &template_shape};

const struct value_type style_value = {"the name of a style", read_style_name,
                                       &text_shape};
const struct value_type tag_value = {"the name of a tag", read_tag, &tag_shape};
const struct value_type pattern_value = {"a text with {field} in it", read_pattern,
                                         &text_shape};
const struct value_type field_value = {"the name of a field", read_field_name,
                                       &text_shape};
const struct value_type template_value = {"a text with {field} in it, or a list of such",
                                          read_template, &template_shape};
const struct value_type templates_value = {"a list of texts with {field} in them",
                                           read_templates, &templates_shape};
