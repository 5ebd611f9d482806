/* What has a fixed place on the paper: masthead, running heads, feet. */
#include "read/layout_values.h"

#include "base/vec.h"
#include <string.h>

#define MEMBER(member) offsetof(struct furniture, member)

static const struct choice page_kinds[] = {
    {"first", PAGES_FIRST},
    {"even", PAGES_EVEN},
    {"odd", PAGES_ODD},
    {"empty", PAGES_EMPTY},
    {"all", PAGES_FIRST | PAGES_EVEN | PAGES_ODD | PAGES_EMPTY},
    {NULL, 0}};

/* The length from one of the edges; the key's value is the edge. */
static void read_edge(struct reader *reader, const struct node *node,
                      const struct key *key, void *to)
{
    struct furniture *piece = to;
    piece->side = ((const struct choice *)key->of)->value;
    length_value.read(reader, node, key, &piece->x);
}

/* What the piece consists of; the key's value says which kind that is. */
static void read_content(struct reader *reader, const struct node *node,
                         const struct key *key, void *to)
{
    struct furniture *piece = to;
    piece->kind = ((const struct choice *)key->of)->value;
    if (piece->kind == FURNITURE_RULE) {
        extent_value.read(reader, node, key, &piece->thickness);
        return;
    }
    struct template_list lines = {arena_alloc(reader->arena, sizeof *lines.at), 1};
    if (strcmp(key->name, "lines") == 0)
        templates_value.read(reader, node, key, &lines);
    else
        template_value.read(reader, node, key, lines.at);
    piece->lines = lines.at;
    piece->line_count = lines.count;
}

static const struct choice artifacts[] = {
    {"header", 0}, {"footer", 1}, {"layout", 2}, {NULL, 0}};

static void read_artifact(struct reader *reader, const struct node *node,
                          const struct key *key, void *to)
{
    static const char *const names[] = {"Header", "Footer", "Layout"};
    struct furniture *piece = to;
    int artifact = 2;
    choice_value.read(reader, node, key, &artifact);
    piece->is_artifact = true;
    piece->artifact = names[artifact];
}

static const struct choice wordings[] = {{"masthead", 0}, {NULL, 0}};

static void read_words(struct reader *reader, const struct node *node,
                       const struct key *key, void *to)
{
    const struct layout_reading *reading = reader->target;
    int wording = -1;
    choice_value.read(reader, node, key, &wording);
    if (wording == 0)
        *(const char **)to = reading->masthead_language;
}

static const struct value_shape word_shape = {.kind = SHAPE_WORD};
static const struct value_type edge_value = {"a length", read_edge, &text_shape};
static const struct value_type content_value = {"a text with {field} in it", read_content,
                                                &template_shape};
static const struct value_type lines_value = {"a list of texts", read_content,
                                              &templates_shape};
static const struct value_type artifact_value = {"header, footer or layout",
                                                 read_artifact, &word_shape};
static const struct value_type words_value = {"masthead", read_words, &word_shape};

static const struct choice text_content = {"text", FURNITURE_TEXT};
static const struct choice rule_content = {"rule", FURNITURE_RULE};
static const struct choice image_content = {"image", FURNITURE_IMAGE};
static const struct choice code39_content = {"code39", FURNITURE_CODE39};
static const struct choice qr_content = {"qr", FURNITURE_QR};
static const struct choice left_edge = {"left", SIDE_LEFT};
static const struct choice right_edge = {"right", SIDE_RIGHT};
static const struct choice centre_edge = {"centre", SIDE_CENTRE};

/* The contents come first: check_content() counts them. */
enum { CONTENT_KEYS = 6 };

static const struct key furniture_keys[] = {
    {"text", &content_value, 0, &text_content, 0, "a line of text with {field} in it"},
    {"lines", &lines_value, 0, &text_content, 0, "several lines"},
    {"rule", &content_value, 0, &rule_content, 0, "a rule of this thickness"},
    {"image", &content_value, 0, &image_content, 0, "the file of a picture"},
    {"code39", &content_value, 0, &code39_content, 0,
     "the content of a Code 39 bar code"},
    {"qr", &content_value, 0, &qr_content, 0, "the content of a QR code"},
    {"pages", &choices_value, MEMBER(pages), page_kinds, KEY_REQUIRED,
     "on which pages it stands; later pages without running text are “empty” alone"},
    {"style", &style_value, MEMBER(style), NULL, 0, "style of its text"},
    {"smaller", &style_value, MEMBER(smaller), NULL, 0,
     "style of its text where there is no room for it in the first"},
    {"left", &edge_value, 0, &left_edge, 0, "where it begins, from the left text margin"},
    {"right", &edge_value, 0, &right_edge, 0,
     "where it ends, from the right text margin"},
    {"centre", &edge_value, 0, &centre_edge, 0,
     "its middle, from that of the text width"},
    {"baseline", &length_value, MEMBER(y), NULL, 0,
     "first baseline of its text, from the top of the paper"},
    {"y", &length_value, MEMBER(y), NULL, 0,
     "middle of a rule, top of anything else, from the top of the paper"},
    {"width", &extent_value, MEMBER(width), NULL, 0,
     "its width; lines of a text break inside it"},
    {"colour", &colour_value, MEMBER(colour), NULL, 0,
     "colour of a rule; black without one"},
    {"height", &extent_value, MEMBER(height), NULL, 0,
     "height of a picture or code; of a text, from its first baseline to the last that "
     "has room"},
    {"words", &words_value, MEMBER(language), wordings, 0,
     "“masthead”: labels and dates in the masthead's language"},
    {"artifact", &artifact_value, 0, artifacts, 0,
     "it is no part of the document but repeated or decoration"},
    {"alt", &string_value, MEMBER(alt), NULL, 0,
     "label that says in words what a picture or code is"},
    {"keep-empty-lines", &flag_value, MEMBER(blank_when_empty), NULL, 0,
     "a line without text keeps its place"},
    {"with", &field_value, MEMBER(presence.with), NULL, 0,
     "it stands there only where this field has a text"},
    {"without", &field_value, MEMBER(presence.without), NULL, 0,
     "it stands there only where this field has none"},
};
static const struct key_table furniture_table =
    KEY_TABLE("a piece of furniture", furniture_keys);

static void check_content(struct reader *reader, const struct node *node)
{
    size_t count = 0;
    for (size_t i = 0; i < CONTENT_KEYS; i++)
        count += node_member(node, furniture_keys[i].name) != NULL;
    if (count == 1)
        return;
    report(
        reader->d, "bad-furniture", node_place(node),
        "a piece of furniture needs exactly one of text, lines, rule, image, code39, qr");
}

static void check_style(struct reader *reader, const struct node *node,
                        const struct furniture *piece)
{
    if (piece->kind != FURNITURE_TEXT || node_member(node, "style") != NULL)
        return;
    report(reader->d, "missing-field", node_place(node), "text needs the key “style”");
}

static struct furniture read_piece(struct reader *reader, const struct node *node)
{
    struct furniture piece = {.kind = FURNITURE_TEXT, .colour = {.is_grey = true}};
    if (!expect_map(reader, node, furniture_table.name))
        return piece;
    read_fields(reader, node, &furniture_table, &piece);
    check_content(reader, node);
    check_style(reader, node, &piece);
    if (piece.kind == FURNITURE_RULE && !piece.is_artifact) {
        piece.is_artifact = true;
        piece.artifact = "Layout";
    }
    return piece;
}

static void read_furniture(struct reader *reader, const struct node *node,
                           const struct key *key, void *to)
{
    struct layout *layout = to;
    if (!expect_list(reader, node, key->type->name))
        return;
    layout->furniture =
        arena_array(reader->arena, node->count, sizeof *layout->furniture);
    for (const struct node *piece = node->first; piece != NULL; piece = piece->next)
        layout->furniture[layout->furniture_count++] = read_piece(reader, piece);
}

static const struct value_shape piece_shape = {.kind = SHAPE_FIELDS,
                                               .table = &furniture_table};
static const struct value_shape furniture_shape = {.kind = SHAPE_LIST,
                                                   .of = &piece_shape};
const struct value_type furniture_value = {"a list of pieces", read_furniture,
                                           &furniture_shape};
