/* The contents page: what an author wants it to list, and how a layout sets it. */
#include "read/agenda_values.h"
#include "read/layout_values.h"

static const struct choice heading_kinds[] = {{"parts", HEADING_PART},
                                              {"sections", HEADING_SECTION},
                                              {"items", HEADING_ITEM},
                                              {"annexes", HEADING_ANNEX},
                                              {NULL, 0}};

#define MEMBER(member) offsetof(struct contents_choice, member)

static const struct key contents_keys[] = {
    {"lists", &choices_value, MEMBER(kinds), heading_kinds, 0,
     "which headings it lists, if not those that the layout says"},
    {"depth", &count_value, MEMBER(depth), NULL, 0, "how many levels of them"},
};
static const struct key_table contents_table = KEY_TABLE("“contents”", contents_keys);

static void read_contents(struct reader *reader, const struct node *node,
                          const struct key *key, void *to)
{
    struct agenda *agenda = to;
    agenda->has_contents = true;
    if (node->kind == NODE_MAP)
        read_fields(reader, node, &contents_table, &agenda->contents);
    else
        flag_value.read(reader, node, key, &agenda->has_contents);
}

static const struct value_shape flag_shape = {.kind = SHAPE_FLAG};
static const struct value_shape fields_shape = {.kind = SHAPE_FIELDS,
                                                .table = &contents_table};
static const struct value_shape contents_shape = {
    .kind = SHAPE_EITHER, .of = &flag_shape, .other = &fields_shape};
const struct value_type contents_value = {"true, or a map of what it lists",
                                          read_contents, &contents_shape};

#undef MEMBER
#define MEMBER(member) offsetof(struct contents_form, member)

static const struct key leader_keys[] = {
    {"text", &string_value, MEMBER(leader), NULL, KEY_REQUIRED, "what is repeated"},
    {"pitch", &extent_value, MEMBER(leader_pitch), NULL, KEY_REQUIRED,
     "from one to the next"},
};
static const struct key_table leader_table = KEY_TABLE("“leader”", leader_keys);

static const struct key form_keys[] = {
    {"styles", &level_styles_value, MEMBER(level), NULL, KEY_REQUIRED,
     "styles of its lines by level; their “end” is where titles turn over"},
    {"leader", &map_value, 0, &leader_table, 0,
     "what leads from a title to the number of its page"},
    {"number-width", &extent_value, MEMBER(number_width), NULL, KEY_REQUIRED,
     "room for numbers, at the end of the column"},
    {"lists", &choices_value, MEMBER(lists.kinds), heading_kinds, KEY_REQUIRED,
     "which headings it lists: parts, sections, items, annexes"},
    {"depth", &count_value, MEMBER(lists.depth), NULL, KEY_REQUIRED,
     "how many levels of them"},
};
const struct key_table contents_form_table =
    KEY_TABLE("“contents” of a layout", form_keys);
