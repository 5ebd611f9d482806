/* A layout: geometry, costs, tables and notes; styles, furniture and flow have files of
 * their own. */
#include "read/read_layout.h"

#include "base/vec.h"
#include "read/layout_values.h"
#include "read/read_language.h"
#include "read/read_limits.h"

#define MEMBER(member) offsetof(struct layout, member)

static const struct key paper_keys[] = {
    {"width", &extent_value, MEMBER(paper_width), NULL, KEY_REQUIRED,
     "width of the paper"},
    {"height", &extent_value, MEMBER(paper_height), NULL, KEY_REQUIRED,
     "height of the paper"},
};
static const struct key_table paper_table = KEY_TABLE("“paper”", paper_keys);

static const struct key margin_keys[] = {
    {"left", &length_value, MEMBER(margin_left), NULL, KEY_REQUIRED,
     "from the paper's left edge to the text"},
    {"right", &length_value, MEMBER(margin_right), NULL, KEY_REQUIRED,
     "from the text to the paper's right edge"},
};
static const struct key_table margin_table = KEY_TABLE("“margins”", margin_keys);

static const struct key column_keys[] = {
    {"start", &length_value, MEMBER(column_start), NULL, KEY_REQUIRED,
     "where running text begins, from the left text margin"},
    {"width", &extent_value, MEMBER(column_width), NULL, KEY_REQUIRED,
     "how wide running text is"},
};
static const struct key_table column_table = KEY_TABLE("“column”", column_keys);

static const struct key page_keys[] = {
    {"top", &length_value, offsetof(struct page_geometry, top), NULL, KEY_REQUIRED,
     "where its text begins, from the top of the paper"},
    {"bottom", &length_value, offsetof(struct page_geometry, bottom), NULL, KEY_REQUIRED,
     "where its text ends, from the top of the paper"},
};
static const struct key_table page_table = KEY_TABLE("a page", page_keys);

static const struct key last_page_keys[] = {
    {"foot", &length_value, offsetof(struct last_page, foot), NULL, 0,
     "where the parts at its foot end, from the top of the paper; without it, where text "
     "does"},
    {"even", &flag_value, offsetof(struct last_page, is_even), NULL, 0,
     "true: its number is even; pages without text are put before it"},
};
static const struct key_table last_page_table =
    KEY_TABLE("the last page", last_page_keys);

static const struct key pages_keys[] = {
    {"first", &map_value, MEMBER(first_page), &page_table, KEY_REQUIRED,
     "the first page"},
    {"other", &map_value, MEMBER(other_pages), &page_table, KEY_REQUIRED,
     "all other pages"},
    {"last", &map_value, MEMBER(last_page), &last_page_table, 0,
     "what is so on the last page alone"},
};
static const struct key_table pages_table = KEY_TABLE("“pages”", pages_keys);

static const struct choice prohibitions[] = {{"basic", PROHIBIT_BASIC},
                                             {"gb", PROHIBIT_GB},
                                             {"strict", PROHIBIT_STRICT},
                                             {NULL, 0}};

#undef MEMBER
#define MEMBER(member) offsetof(struct line_costs, member)

static const struct key line_cost_keys[] = {
    {"line", &count_value, MEMBER(line), NULL, KEY_REQUIRED, "cost of each line"},
    {"loose-neighbour", &count_value, MEMBER(loose_neighbour), NULL, KEY_REQUIRED,
     "cost of neighbours that are unlike in tightness"},
    {"short-last", &count_value, MEMBER(short_last), NULL, KEY_REQUIRED,
     "cost of a last line of one character"},
    {"hyphen", &count_value, MEMBER(hyphen), NULL, KEY_REQUIRED, "cost of a hyphen"},
    {"tolerance", &count_value, MEMBER(tolerance), NULL, KEY_REQUIRED,
     "badness that a line may have at first"},
};
static const struct key_table line_cost_table = KEY_TABLE("“costs”", line_cost_keys);

#undef MEMBER
#define MEMBER(member) offsetof(struct layout, member)

static const struct key line_keys[] = {
    {"breaking", &choice_value, MEMBER(line_breaking), line_breakings, KEY_REQUIRED,
     "how the lines of a paragraph are chosen"},
    {"prohibition", &choice_value, MEMBER(prohibition), prohibitions, KEY_REQUIRED,
     "which marks cannot begin or end a line"},
    {"keep-slashes", &flag_value, MEMBER(keeps_slashes), NULL, 0,
     "symbols and addresses are parted at their hyphens only"},
    {"han-latin-gap", &permille_value, MEMBER(han_latin_gap), NULL, 0,
     "white space between ideographs and Latin letters, of an em"},
    {"costs", &map_value, MEMBER(line_costs), &line_cost_table, KEY_REQUIRED,
     "what the search for lines weighs"},
};
static const struct key_table line_table = KEY_TABLE("“lines”", line_keys);

#undef MEMBER
#define MEMBER(member) offsetof(struct page_costs, member)

static const struct key page_cost_keys[] = {
    {"widow-lines", &count_value, MEMBER(widow_lines), NULL, KEY_REQUIRED,
     "fewest lines of a paragraph at the top of a page"},
    {"orphan-lines", &count_value, MEMBER(orphan_lines), NULL, KEY_REQUIRED,
     "fewest lines of a paragraph at the foot of a page"},
    {"widow", &count_value, MEMBER(widow), NULL, KEY_REQUIRED,
     "cost of fewer at the top"},
    {"orphan", &count_value, MEMBER(orphan), NULL, KEY_REQUIRED,
     "cost of fewer at the foot"},
    {"heading-lines", &count_value, MEMBER(heading_lines), NULL, KEY_REQUIRED,
     "fewest lines under a heading at the foot of a page"},
    {"heading", &count_value, MEMBER(heading), NULL, KEY_REQUIRED, "cost of fewer"},
    {"split-slot", &count_value, MEMBER(split_slot), NULL, KEY_REQUIRED,
     "cost of a timetable slot on two pages"},
    {"split-list", &count_value, MEMBER(split_list), NULL, KEY_REQUIRED,
     "cost of a list on two pages"},
    {"fill", &count_value, MEMBER(fill), NULL, KEY_REQUIRED,
     "cost of each tenth of a page left white"},
    {"split-note", &count_value, MEMBER(split_note), NULL, KEY_REQUIRED,
     "cost of a note that goes on on the next page"},
};
static const struct key_table page_cost_table = KEY_TABLE("“page-costs”", page_cost_keys);

#undef MEMBER
#define MEMBER(member) offsetof(struct timetable_column, member)

static const struct key timetable_column_keys[] = {
    {"content", &choice_value, MEMBER(content), timetable_contents, KEY_REQUIRED,
     "what stands in it"},
    {"head", &pattern_value, MEMBER(head), NULL, KEY_REQUIRED, "its head"},
    {"width", &extent_value, MEMBER(width), NULL, 0,
     "its width with the gutter behind it; without one it is as wide as its cells ask "
     "for"},
    {"indent", &length_value, MEMBER(indent), NULL, 0, "indent inside its cells"},
    {"on-demand", &flag_value, MEMBER(on_demand), NULL, 0,
     "true: it is there only where the author names it"},
};
static const struct key_table timetable_column_table =
    KEY_TABLE("a column", timetable_column_keys);

static void read_columns(struct reader *reader, const struct node *node,
                         const struct key *key, void *to)
{
    struct timetable_form *form = to;
    if (!expect_list(reader, node, key->type->name))
        return;
    form->columns = arena_array(reader->arena, node->count, sizeof *form->columns);
    for (const struct node *column = node->first; column != NULL; column = column->next) {
        struct timetable_column *read = &form->columns[form->column_count++];
        read->head = "";
        read->place = node_place(column);
        read_fields(reader, column, &timetable_column_table, read);
    }
}

static const struct value_shape column_shape = {.kind = SHAPE_FIELDS,
                                                .table = &timetable_column_table};
static const struct value_shape columns_shape = {.kind = SHAPE_LIST, .of = &column_shape};
static const struct value_type columns_value = {"a list of columns", read_columns,
                                                &columns_shape};

#undef MEMBER
#define MEMBER(member) offsetof(struct timetable_form, member)

static const struct key timetable_style_keys[] = {
    {"head", &style_value, MEMBER(head), NULL, KEY_REQUIRED, "style of the heads"},
    {"spanner", &style_value, MEMBER(spanner), NULL, 0,
     "style of heads over several columns, if not that of heads"},
    {"day", &style_value, MEMBER(day), NULL, KEY_REQUIRED, "style of the days"},
    {"part", &style_value, MEMBER(part), NULL, 0,
     "style of parts of a day, if not that of days"},
    {"cell", &style_value, MEMBER(cell), NULL, KEY_REQUIRED, "style of all other cells"},
    {"across", &style_value, MEMBER(across), NULL, 0,
     "style of texts across the columns, if not that of cells"},
    {"continued", &style_value, MEMBER(continued), NULL, 0,
     "style of the title over a table that goes on; without one the title is not "
     "repeated"},
};
static const struct key_table timetable_style_table =
    KEY_TABLE("“styles” of a timetable", timetable_style_keys);

static const struct key timetable_rule_keys[] = {
    {"top", &length_value, MEMBER(top_rule), NULL, 0, "thickness of the rule at the top"},
    {"head", &length_value, MEMBER(head_rule), NULL, 0,
     "thickness of the rule under the heads"},
    {"end", &length_value, MEMBER(end_rule), NULL, 0, "thickness of the rule at the end"},
};
static const struct key_table timetable_rule_table =
    KEY_TABLE("“rules”", timetable_rule_keys);

static const struct key timetable_head_keys[] = {
    {"before", &length_value, MEMBER(head_before), NULL, 0, "white space over the heads"},
    {"after", &length_value, MEMBER(head_after), NULL, 0, "white space under the heads"},
    {"strip", &length_value, MEMBER(strip), NULL, 0, "white space under their rule"},
};
static const struct key_table timetable_head_table =
    KEY_TABLE("“head” of a timetable", timetable_head_keys);

static const struct key timetable_row_keys[] = {
    {"before", &length_value, MEMBER(row_before), NULL, 0,
     "white space over a row's lines"},
    {"after", &length_value, MEMBER(row_after), NULL, 0,
     "white space under a row's lines"},
};
static const struct key_table timetable_row_table =
    KEY_TABLE("“row”", timetable_row_keys);

static const struct key timetable_keys[] = {
    {"columns", &columns_value, 0, NULL, KEY_REQUIRED, "its columns"},
    {"gutter", &length_value, MEMBER(gutter), NULL, 0, "white space between columns"},
    {"styles", &map_value, 0, &timetable_style_table, KEY_REQUIRED,
     "styles of its cells"},
    {"rules", &map_value, 0, &timetable_rule_table, 0, "its rules"},
    {"head", &map_value, 0, &timetable_head_table, 0, "white space around the heads"},
    {"row", &map_value, 0, &timetable_row_table, 0, "white space around rows"},
};
static const struct key_table timetable_table = KEY_TABLE("“timetable”", timetable_keys);

#undef MEMBER
#define MEMBER(member) offsetof(struct note_rule, member)

static const struct key note_rule_keys[] = {
    {"start", &length_value, MEMBER(start), NULL, KEY_REQUIRED,
     "where it begins, from the left text margin"},
    {"width", &length_value, MEMBER(width), NULL, KEY_REQUIRED, "how long it is"},
    {"thickness", &length_value, MEMBER(thickness), NULL, KEY_REQUIRED,
     "how thick it is"},
};
static const struct key_table note_rule_table =
    KEY_TABLE("“rule” of the notes", note_rule_keys);

#undef MEMBER
#define MEMBER(member) offsetof(struct note_form, member)

static const struct key note_keys[] = {
    {"style", &style_value, MEMBER(style), NULL, KEY_REQUIRED, "style of a note"},
    {"mark", &string_value, MEMBER(mark), NULL, KEY_REQUIRED, "its mark: “{n}”"},
    {"rule", &map_value, MEMBER(rule), &note_rule_table, KEY_REQUIRED,
     "the rule over the notes"},
    {"continued-rule", &map_value, MEMBER(continued_rule), &note_rule_table, 0,
     "the rule over a note that goes on; without one it is the other"},
    {"before-rule", &length_value, MEMBER(before_rule), NULL, KEY_REQUIRED,
     "least white space over the rule"},
    {"after-rule", &length_value, MEMBER(after_rule), NULL, KEY_REQUIRED,
     "white space under the rule"},
    {"before-punctuation", &flag_value, MEMBER(before_punctuation), NULL, 0,
     "marks stand before a full stop or comma"},
};
static const struct key_table note_table = KEY_TABLE("“notes”", note_keys);

#undef MEMBER
#define MEMBER(member) offsetof(struct end_rule, member)

static const struct key end_rule_keys[] = {
    {"width", &length_value, MEMBER(width), NULL, KEY_REQUIRED, "how long it is"},
    {"thickness", &length_value, MEMBER(thickness), NULL, KEY_REQUIRED,
     "how thick it is"},
    {"before", &length_value, MEMBER(before), NULL, KEY_REQUIRED, "white space over it"},
};
static const struct key_table end_rule_table = KEY_TABLE("“end-rule”", end_rule_keys);

#undef MEMBER
#define MEMBER(member) offsetof(struct link_form, member)

static const struct key link_keys[] = {
    {"colour", &colour_value, MEMBER(colour), NULL, KEY_REQUIRED,
     "colour of their letters"},
    {"underline", &length_value, MEMBER(underline), NULL, 0,
     "thickness of the rule under them"},
};
static const struct key_table link_table = KEY_TABLE("“links”", link_keys);

static void read_links(struct reader *reader, const struct node *node,
                       const struct key *key, void *to)
{
    struct link_form *links = to;
    links->stand_out = true;
    map_value.read(reader, node, key, links);
}

static const struct value_shape links_shape = {.kind = SHAPE_FIELDS,
                                               .table = &link_table};
static const struct value_type links_value = {"a map", read_links, &links_shape};

static void read_own_fields(struct reader *reader, const struct node *node,
                            const struct key *key, void *to)
{
    struct layout *layout = to;
    if (!expect_map(reader, node, key->type->name))
        return;
    layout->own_fields =
        arena_array(reader->arena, node->count, sizeof *layout->own_fields);
    for (const struct node *field = node->first; field != NULL; field = field->next) {
        struct own_field *own = &layout->own_fields[layout->own_field_count++];
        own->name = arena_format(reader->arena, "fields.%.*s", (int)field->key.length,
                                 field->key.at);
        string_value.read(reader, field, key, &own->meaning);
    }
}

static const struct value_shape own_fields_shape = {.kind = SHAPE_NAMED,
                                                    .of = &text_shape};
static const struct value_type own_fields_value = {"a map of names and meanings",
                                                   read_own_fields, &own_fields_shape};

static void read_masthead_language(struct reader *reader, const struct node *node,
                                   const struct key *key, void *to)
{
    (void)to;
    struct layout_reading *reading = reader->target;
    string_value.read(reader, node, key, &reading->masthead_language);
}

static const struct value_type masthead_language_value = {
    "a language", read_masthead_language, &text_shape};

#undef MEMBER
#define MEMBER(member) offsetof(struct layout, member)

/* read_layout() lays the one of the edition over the rest. */
static void pass_over_overlays(struct reader *reader, const struct node *node,
                               const struct key *key, void *to)
{
    (void)key;
    (void)to;
    expect_map(reader, node, "a map from languages to keys of the layout");
}

static const struct value_shape layout_shape = {.kind = SHAPE_FIELDS,
                                                .table = &layout_table};
static const struct value_shape overlay_shape = {.kind = SHAPE_PART, .of = &layout_shape};
static const struct value_shape overlays_shape = {.kind = SHAPE_BY_LANGUAGE,
                                                  .of = &overlay_shape};
static const struct value_type overlays_value = {"a map of languages", pass_over_overlays,
                                                 &overlays_shape};

/* Styles and fields before all that names them, the masthead's language before the
 * furniture. */
static const struct key layout_keys[] = {
    {"layout", &string_value, MEMBER(name), NULL, KEY_REQUIRED, "its name"},
    {"like", &any_value, 0, NULL, KEY_BRINGS_REST,
     "the layout whose keys are taken over"},
    {"title", &any_value, 0, NULL, 0, "what it is, for people"},
    {"paper", &map_value, 0, &paper_table, KEY_REQUIRED, "the paper"},
    {"margins", &map_value, 0, &margin_table, KEY_REQUIRED, "the edges of all text"},
    {"column", &map_value, 0, &column_table, KEY_REQUIRED, "the column of running text"},
    {"pages", &map_value, 0, &pages_table, KEY_REQUIRED, "where text stands on pages"},
    {"address", &string_value, MEMBER(address), NULL, 0,
     "pattern of a document's public address"},
    {"symbol-address", &string_value, MEMBER(symbol_address), NULL, 0,
     "pattern of the addresses of cited documents"},
    {"lines", &map_value, 0, &line_table, KEY_REQUIRED, "how lines are chosen"},
    {"page-costs", &map_value, MEMBER(page_costs), &page_cost_table, KEY_REQUIRED,
     "what the search for page ends weighs"},
    {"styles", &styles_value, 0, NULL, KEY_REQUIRED, "the styles by their names"},
    {"fields", &own_fields_value, 0, NULL, 0,
     "texts that an agenda may have for this layout, with what they are"},
    {"masthead-language", &masthead_language_value, 0, NULL, 0,
     "language of “words: masthead”"},
    {"furniture", &furniture_value, 0, NULL, KEY_REQUIRED,
     "masthead, running heads and feet"},
    {"flow", &flow_value, 0, NULL, KEY_REQUIRED, "the parts of the document in order"},
    {"agenda", &agenda_value, MEMBER(agenda), NULL, KEY_REQUIRED,
     "the styles that items are set in"},
    {"timetable", &map_value, MEMBER(timetable), &timetable_table, KEY_REQUIRED,
     "the form of timetables"},
    {"agenda-table", &map_value, MEMBER(agenda_table), &timetable_table, 0,
     "the form of the agenda as a table: columns item, title, documents"},
    {"contents", &map_value, MEMBER(contents), &contents_form_table, 0,
     "the form of the contents page"},
    {"notes", &map_value, MEMBER(notes), &note_table, KEY_REQUIRED, "the form of notes"},
    {"links", &links_value, MEMBER(links), &link_table, 0,
     "how links out of the document look; without it as the text around them"},
    {"limits", &map_value, MEMBER(limits), &limits_table, 0,
     "how much a document of this kind may have"},
    {"end-rule", &map_value, MEMBER(end_rule), &end_rule_table, KEY_REQUIRED,
     "the rule at the document's end"},
    {"places", &any_value, 0, NULL, 0,
     "cities: “agendaset import” takes this layout for documents of meetings there"},
    {"words", &words_value, 0, NULL, 0,
     "what this layout says differently from the language"},
    {"languages", &overlays_value, 0, NULL, 0,
     "what is different in an edition, by language"},
};
const struct key_table layout_table = KEY_TABLE("a layout", layout_keys);

/* What the layout says for this language, or NULL. */
static const struct node *find_overlay(const struct node *root,
                                       const struct language *language)
{
    const struct node *languages = node_member(root, "languages");
    const struct node *overlay = node_member(languages, language->tag);
    return overlay != NULL ? overlay : node_member(languages, language->short_tag);
}

const struct node *layout_in_language(struct arena *arena, const struct node *root,
                                      const struct language *language)
{
    const struct node *overlay = find_overlay(root, language);
    if (overlay == NULL || overlay->kind != NODE_MAP)
        return root;
    return overlay_node(arena, root, overlay);
}

/* A part without its form: a table would be without columns, contents without styles. */
static void check_parts(struct reader *reader, const struct layout *layout,
                        const struct node *root)
{
    if (layout_has_part(layout, PART_AGENDA_TABLE) &&
        layout->agenda_table.column_count == 0)
        report(reader->d, "missing-field", node_place(root),
               "the part “agenda-table” needs the key “agenda-table”");
    if (layout_has_part(layout, PART_CONTENTS) && layout->contents.level[0] == NULL)
        report(reader->d, "missing-field", node_place(root),
               "the part “contents” needs the key “contents”");
}

struct layout *read_layout(struct arena *arena, const struct node *root,
                           const struct source *source, const struct language *language,
                           struct diagnostics *d)
{
    struct layout_reading reading = {arena_alloc(arena, sizeof *reading.layout), NULL};
    struct reader reader = {.arena = arena, .source = source, .d = d, .target = &reading};
    const struct node *overlay = find_overlay(root, language);
    reading.layout->name = "";
    reading.layout->source = source;
    if (overlay != NULL)
        expect_map(&reader, overlay, "a map");
    read_fields(&reader, layout_in_language(arena, root, language), &layout_table,
                reading.layout);
    check_parts(&reader, reading.layout, root);
    return reading.layout;
}
