/* The parts of a document in their order, and the styles its items are set in. */
#include "read/layout_values.h"

#include <string.h>

static const struct choice part_kinds[] = {
    {"agenda", PART_AGENDA},           {"agenda-table", PART_AGENDA_TABLE},
    {"annotations", PART_ANNOTATIONS}, {"annexes", PART_ANNEXES},
    {"annex-list", PART_ANNEX_LIST},   {"contents", PART_CONTENTS},
    {"end-rule", PART_END_RULE},       {NULL, 0}};

static void read_text(struct reader *reader, const struct node *node,
                      const struct key *key, void *to)
{
    struct part *part = to;
    struct template_list lines = {arena_alloc(reader->arena, sizeof *lines.at), 1};
    if (strcmp(key->name, "lines") == 0)
        templates_value.read(reader, node, key, &lines);
    else
        template_value.read(reader, node, key, lines.at);
    part->kind = PART_TEXT;
    part->lines = lines.at;
    part->line_count = lines.count;
}

static void read_rule(struct reader *reader, const struct node *node,
                      const struct key *key, void *to)
{
    struct part *part = to;
    part->kind = PART_RULE;
    extent_value.read(reader, node, key, &part->thickness);
}

static const struct choice conditions[] = {
    {"annotations", PART_IF_ANNOTATIONS}, {"contents", PART_IF_CONTENTS}, {NULL, 0}};

static const struct value_type text_value = {"a text with {field} in it", read_text,
                                             &template_shape};
static const struct value_type lines_value = {"a list of texts", read_text,
                                              &templates_shape};
static const struct value_type rule_value = {"a length above 0 (12pt, 5mm)", read_rule,
                                             &text_shape};

#define MEMBER(member) offsetof(struct part, member)

static const struct choice repetitions[] = {
    {"meeting", PART_EACH_MEETING}, {"agenda", PART_EACH_AGENDA}, {NULL, 0}};
static const struct choice places[] = {{"foot", PART_FOOT}, {NULL, 0}};

static void read_repeated_parts(struct reader *, const struct node *, const struct key *,
                                void *);

static const struct key_table part_table;
static const struct value_shape part_shape = {.kind = SHAPE_FIELDS, .table = &part_table};
static const struct value_shape parts_shape = {.kind = SHAPE_LIST, .of = &part_shape};
static const struct value_type parts_value = {"a list of parts", read_repeated_parts,
                                              &parts_shape};

static const struct key part_keys[] = {
    {"part", &choice_value, MEMBER(kind), part_kinds, 0, "which part stands here"},
    {"each", &choice_value, MEMBER(kind), repetitions, 0,
     "or “parts” that stand here once for each meeting, or for each of separate agendas"},
    {"at", &choice_value, MEMBER(kind), places, 0,
     "or “parts” that stand at the foot of the last page"},
    {"parts", &parts_value, 0, NULL, 0, "what “each” repeats, or stands at a foot"},
    {"text", &text_value, 0, NULL, 0, "or a block of text with {field} in it"},
    {"lines", &lines_value, 0, NULL, 0, "or several blocks"},
    {"rule", &rule_value, 0, NULL, 0, "or a rule of this thickness across the column"},
    {"style", &style_value, MEMBER(style), NULL, 0,
     "style of the text; of a rule, its colour, indents and white space"},
    {"tag", &tag_value, MEMBER(tag), NULL, 0, "what the text is; without one P"},
    {"label", &pattern_value, MEMBER(label), NULL, 0,
     "number or words in front of the text, where its style hangs labels"},
    {"centred-on-last", &flag_value, MEMBER(centred_on_last), NULL, 0,
     "true: “lines” are one block, each centred on the last of them"},
    {"several", &style_value, MEMBER(several), NULL, 0,
     "of an “annex-list”: its style when there are several annexes"},
    {"number", &string_value, MEMBER(number), NULL, 0,
     "and what stands in front of each then, with {n}"},
    {"bookmark", &flag_value, MEMBER(bookmark), NULL, 0, "it has a bookmark"},
    {"new-page", &flag_value, MEMBER(new_page), NULL, 0, "it begins a page"},
    {"ends-page", &flag_value, MEMBER(ends_page), NULL, 0,
     "of “contents”: what follows begins a page"},
    {"if", &choice_value, MEMBER(condition), conditions, 0,
     "“annotations”: only when an item has an annotation or documents; “contents”: only "
     "when the document has a contents page"},
    {"with", &field_value, MEMBER(presence.with), NULL, 0,
     "only where this field has a text"},
    {"without", &field_value, MEMBER(presence.without), NULL, 0,
     "only where this field has none"},
};
static const struct key_table part_table = KEY_TABLE("a part of the flow", part_keys);

static bool needs_style(const struct part *part)
{
    return part->lines != NULL || part->kind == PART_RULE ||
           part->kind == PART_ANNEX_LIST;
}

static void check_part(struct reader *reader, const struct node *node,
                       const struct part *part)
{
    static const char *const contents[] = {"part", "each", "at", "text", "lines", "rule"};
    size_t found = 0;
    for (size_t i = 0; i < sizeof contents / sizeof *contents; i++)
        found += node_member(node, contents[i]) != NULL;
    if (found != 1)
        report(reader->d, "bad-part", node_place(node),
               "a part of the flow needs exactly one of part, each, at, text, lines, "
               "rule");
    else if (needs_style(part) && node_member(node, "style") == NULL)
        report(reader->d, "missing-field", node_place(node),
               "this part needs the key “style”");
}

static struct part read_part(struct reader *reader, const struct node *node)
{
    struct part part = {.tag = TAG_P};
    if (!expect_map(reader, node, part_table.name))
        return part;
    read_fields(reader, node, &part_table, &part);
    check_part(reader, node, &part);
    return part;
}

static void read_repeated_parts(struct reader *reader, const struct node *node,
                                const struct key *key, void *to)
{
    struct part *part = to;
    if (!expect_list(reader, node, key->type->name))
        return;
    part->parts = arena_array(reader->arena, node->count, sizeof *part->parts);
    for (const struct node *child = node->first; child != NULL; child = child->next)
        part->parts[part->part_count++] = read_part(reader, child);
}

static void read_flow(struct reader *reader, const struct node *node,
                      const struct key *key, void *to)
{
    struct layout *layout = to;
    if (!expect_list(reader, node, key->type->name))
        return;
    layout->parts = arena_array(reader->arena, node->count, sizeof *layout->parts);
    for (const struct node *part = node->first; part != NULL; part = part->next)
        layout->parts[layout->part_count++] = read_part(reader, part);
}

enum { STYLE_LEVELS = 4 };

static bool check_levels(struct reader *reader, const struct node *node,
                         const struct key *key)
{
    if (!expect_list(reader, node, key->type->name))
        return false;
    if (node->count >= 1 && node->count <= STYLE_LEVELS)
        return true;
    report(reader->d, "bad-count", node_place(node), "expected 1 to %d levels, found %zu",
           STYLE_LEVELS, node->count);
    return false;
}

static void read_level_styles(struct reader *reader, const struct node *node,
                              const struct key *key, void *to)
{
    const struct style **styles = to;
    if (!check_levels(reader, node, key))
        return;
    const struct node *style = node->first;
    for (size_t i = 0; i < STYLE_LEVELS; i++) {
        style_value.read(reader, style, key, &styles[i]);
        style = style->next == NULL ? style : style->next;
    }
}

struct tagged_style {
    const struct style *style;
    enum tag_kind tag;
    const char *label;
};

static const struct key tagged_keys[] = {
    {"style", &style_value, offsetof(struct tagged_style, style), NULL, KEY_REQUIRED,
     "its style"},
    {"tag", &tag_value, offsetof(struct tagged_style, tag), NULL, KEY_REQUIRED,
     "what it is: P, H1 ... H6"},
    {"label", &pattern_value, offsetof(struct tagged_style, label), "number", 0,
     "what stands for the item's {number} in front of it"},
};
static const struct key_table tagged_table =
    KEY_TABLE("a style with its tag", tagged_keys);

static void read_headings(struct reader *reader, const struct node *node,
                          const struct key *key, void *to)
{
    struct agenda_styles *styles = to;
    if (!check_levels(reader, node, key))
        return;
    const struct node *level = node->first;
    for (size_t i = 0; i < STYLE_LEVELS; i++) {
        struct tagged_style heading = {NULL, TAG_P, NULL};
        read_fields(reader, level, &tagged_table, &heading);
        styles->heading[i] = heading.style;
        styles->heading_tag[i] = heading.tag;
        styles->heading_label[i] = heading.label;
        level = level->next == NULL ? level : level->next;
    }
}

const struct value_type level_styles_value = {"a list of styles", read_level_styles,
                                              &texts_shape};
static const struct value_shape tagged_shape = {.kind = SHAPE_FIELDS,
                                                .table = &tagged_table};
static const struct value_shape headings_shape = {.kind = SHAPE_LIST,
                                                  .of = &tagged_shape};
static const struct value_type headings_value = {"a list of styles and tags",
                                                 read_headings, &headings_shape};

#undef MEMBER
#define MEMBER(member) offsetof(struct agenda_styles, member)

static const struct choice documents_forms[] = {
    {"list", DOCUMENTS_LIST},
    {"table", DOCUMENTS_TABLE},
    {"after-title", DOCUMENTS_AFTER_TITLE},
    {"after-heading", DOCUMENTS_AFTER_HEADING},
    {NULL, 0},
};

static const struct choice document_contents[] = {
    {"title", DOCUMENT_TITLE},
    {"symbol", DOCUMENT_SYMBOL},
    {"action", DOCUMENT_ACTION},
    {"item", DOCUMENT_ITEM},
    {NULL, 0},
};

static const struct key document_column_keys[] = {
    {"content", &choice_value, offsetof(struct document_column, content),
     document_contents, KEY_REQUIRED, "what stands in it"},
    {"head", &pattern_value, offsetof(struct document_column, head), NULL, KEY_REQUIRED,
     "its head"},
};
static const struct key_table document_column_table =
    KEY_TABLE("a column of documents", document_column_keys);

static void read_document_columns(struct reader *reader, const struct node *node,
                                  const struct key *key, void *to)
{
    struct document_columns *columns = to;
    if (!expect_list(reader, node, key->type->name))
        return;
    columns->at = arena_array(reader->arena, node->count, sizeof *columns->at);
    for (const struct node *child = node->first; child != NULL; child = child->next) {
        struct document_column *column = &columns->at[columns->count++];
        column->head = "";
        read_fields(reader, child, &document_column_table, column);
    }
}

static const struct value_shape document_column_shape = {.kind = SHAPE_FIELDS,
                                                         .table = &document_column_table};
static const struct value_shape document_columns_shape = {.kind = SHAPE_LIST,
                                                          .of = &document_column_shape};
static const struct value_type document_columns_value = {
    "a list of columns", read_document_columns, &document_columns_shape};

static const struct key documents_keys[] = {
    {"form", &choice_value, MEMBER(documents_form), documents_forms, 0,
     "where the documents of an item stand: as a list or a table under its annotation, "
     "or "
     "behind its title in the agenda or over the annotation"},
    {"style", &style_value, MEMBER(documents_heading), NULL, KEY_REQUIRED,
     "style of the heading over an item's documents"},
    {"tag", &tag_value, MEMBER(documents_tag), NULL, KEY_REQUIRED,
     "what that heading is"},
    {"table", &document_columns_value, MEMBER(documents_table), NULL, 0,
     "columns of the table; those that are empty are left out"},
    {"annex", &document_columns_value, MEMBER(documents_annex), NULL, 0,
     "columns of an annex that lists the documents of all items"},
    {"after", &string_value, MEMBER(documents_after), NULL, 0,
     "an item's {title} with its {documents}"},
    {"joined", &string_value, MEMBER(documents_joined), NULL, 0,
     "what stands between two of these"},
};
static const struct key_table documents_table = KEY_TABLE("“documents”", documents_keys);

static const struct key document_keys[] = {
    {"style", &style_value, MEMBER(document), NULL, KEY_REQUIRED, "style of a document"},
    {"pattern", &string_value, MEMBER(document_pattern), NULL, KEY_REQUIRED,
     "{title} and {symbol} of a document"},
    {"symbol-pattern", &string_value, MEMBER(document_pattern_symbol), NULL, KEY_REQUIRED,
     "a document without a title: {symbol}"},
    {"action-pattern", &string_value, MEMBER(document_action), NULL, 0,
     "a document with what is to be done with it: {document} and {action}"},
};
static const struct key_table document_table = KEY_TABLE("“document”", document_keys);

static const struct key section_keys[] = {
    {"style", &style_value, MEMBER(section), NULL, KEY_REQUIRED, "its style"},
    {"tag", &tag_value, MEMBER(section_tag), NULL, KEY_REQUIRED, "what it is"},
};
static const struct key_table section_table =
    KEY_TABLE("“section” of an agenda", section_keys);

static const struct key annex_keys[] = {
    {"label", &pattern_value, MEMBER(annex_label), NULL, KEY_REQUIRED,
     "“Annex” in words"},
    {"heading", &style_value, MEMBER(annex_heading), NULL, KEY_REQUIRED,
     "style of that label"},
    {"title", &style_value, MEMBER(annex_title), NULL, KEY_REQUIRED,
     "style of its title"},
    {"note", &style_value, MEMBER(annex_note), NULL, 0,
     "style of the note on its language, under the heading; without one that of the "
     "body"},
    {"note-pattern", &string_value, MEMBER(annex_note_pattern), NULL, 0,
     "what stands around that {note}"},
    {"tag", &tag_value, MEMBER(annex_tag), NULL, KEY_REQUIRED, "what its heading is"},
};
static const struct key_table annex_table = KEY_TABLE("“annex”", annex_keys);

static const struct key agenda_keys[] = {
    {"list", &level_styles_value, MEMBER(list), NULL, KEY_REQUIRED,
     "styles of the agenda's entries by level"},
    {"headings", &headings_value, 0, NULL, KEY_REQUIRED,
     "styles and tags of the headings over annotations by level"},
    {"body", &style_value, MEMBER(body), NULL, KEY_REQUIRED, "style of paragraphs"},
    {"body-list", &style_value, MEMBER(body_list), NULL, KEY_REQUIRED,
     "style of lists in texts"},
    {"action-pattern", &string_value, MEMBER(item_action), NULL, 0,
     "an item's {title} with what is to be done: {action}"},
    {"presenter-pattern", &string_value, MEMBER(item_presenter), NULL, 0,
     "its {title} in the agenda with its {presenter}"},
    {"time-pattern", &string_value, MEMBER(item_time), NULL, 0,
     "its {title} in the agenda with its {time}, which is its minutes, too"},
    {"presenter-time-pattern", &string_value, MEMBER(item_presenter_time), NULL, 0,
     "its {title} with {presenter} and {time}, where it has both"},
    {"documents", &map_value, 0, &documents_table, KEY_REQUIRED,
     "the documents of items, and the heading over them"},
    {"document", &map_value, 0, &document_table, KEY_REQUIRED, "a document of an item"},
    {"annex", &map_value, 0, &annex_table, KEY_REQUIRED, "the head of an annex"},
    {"section", &map_value, 0, &section_table, 0,
     "the heading over the items of a section"},
};
static const struct key_table agenda_table = KEY_TABLE("“agenda”", agenda_keys);

static void read_agenda_styles(struct reader *reader, const struct node *node,
                               const struct key *key, void *to)
{
    (void)key;
    read_fields(reader, node, &agenda_table, to);
}

static const struct value_shape agenda_shape = {.kind = SHAPE_FIELDS,
                                                .table = &agenda_table};
const struct value_type flow_value = {"a list of parts", read_flow, &parts_shape};
const struct value_type agenda_value = {"a map", read_agenda_styles, &agenda_shape};
