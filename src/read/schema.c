/* A table of keys becomes a definition, and what it refers to the next ones. */
#include "read/schema.h"

#include "base/vec.h"
#include <string.h>

/* A table as it is, or with all of its keys optional. */
struct definition {
    const struct key_table *table;
    bool is_part;
    const char *name;
};

struct schema {
    struct buffer *out;
    struct {
        struct definition *at;
        size_t count, capacity;
    } definitions;
};

/* Only what JSON wants escaped in texts of one's own. */
static void write_text(struct schema *schema, const char *text)
{
    buffer_byte(schema->out, '"');
    for (; *text != '\0'; text++) {
        if (*text == '"' || *text == '\\')
            buffer_byte(schema->out, '\\');
        buffer_byte(schema->out, *text);
    }
    buffer_byte(schema->out, '"');
}

/* "an item of the agenda" is "item-of-the-agenda". */
static char *name_of_table(struct arena *arena, const struct key_table *table)
{
    struct buffer name = new_buffer(arena);
    const char *at = table->name;
    if (strncmp(at, "a ", 2) == 0 || strncmp(at, "an ", 3) == 0)
        at = strchr(at, ' ') + 1;
    for (; *at != '\0'; at++)
        if (*at == ' ' || *at == '-')
            buffer_byte(&name, '-');
        else if (*at >= 'a' && *at <= 'z')
            buffer_byte(&name, *at);
    return buffer_string(&name);
}

static bool name_is_taken(const struct schema *schema, const char *name)
{
    for (size_t i = 0; i < schema->definitions.count; i++)
        if (strcmp(schema->definitions.at[i].name, name) == 0)
            return true;
    return false;
}

/* The name of a definition that will be written behind those known already. */
static const char *refer_to_table(struct schema *schema, const struct key_table *table,
                                  bool is_part)
{
    struct arena *arena = schema->out->arena;
    for (size_t i = 0; i < schema->definitions.count; i++) {
        const struct definition *known = &schema->definitions.at[i];
        if (known->table == table && known->is_part == is_part)
            return known->name;
    }
    const char *stem = arena_format(arena, "%s%s", is_part ? "part-of-" : "",
                                    name_of_table(arena, table));
    const char *name = stem;
    for (int i = 2; name_is_taken(schema, name); i++)
        name = arena_format(arena, "%s-%d", stem, i);
    vec_push(arena, &schema->definitions, (struct definition){table, is_part, name});
    return name;
}

static void write_words(struct schema *schema, const struct choice *words)
{
    buffer_text(schema->out, "\"enum\": [");
    for (const struct choice *word = words; word->name != NULL; word++) {
        buffer_text(schema->out, word == words ? "" : ", ");
        write_text(schema, word->name);
    }
    buffer_byte(schema->out, ']');
}

static void write_scalar(struct schema *schema, const struct value_shape *shape)
{
    buffer_text(schema->out, "\"type\": [\"string\", \"number\"]");
    if (shape->pattern == NULL)
        return;
    buffer_text(schema->out, ", \"pattern\": ");
    write_text(schema, shape->pattern);
}

#define LANGUAGE_TAG "^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$"

static void write_shape(struct schema *schema, const struct value_shape *shape,
                        const struct key *key, bool is_part);

/* Between braces. */
static void write_inner(struct schema *schema, const char *before,
                        const struct value_shape *shape, const struct key *key,
                        bool is_part)
{
    buffer_format(schema->out, "%s{", before);
    write_shape(schema, shape, key, is_part);
    buffer_byte(schema->out, '}');
}

static void write_either(struct schema *schema, const struct value_shape *shape,
                         const struct key *key, bool is_part)
{
    write_inner(schema, "\"anyOf\": [", shape->of, key, is_part);
    write_inner(schema, ", ", shape->other, key, is_part);
    buffer_byte(schema->out, ']');
}

static void write_by_language(struct schema *schema, const struct value_shape *shape,
                              const struct key *key, bool is_part)
{
    buffer_text(schema->out, "\"type\": \"object\", \"additionalProperties\": false, "
                             "\"minProperties\": 1, \"patternProperties\": {");
    write_text(schema, LANGUAGE_TAG);
    write_inner(schema, ": ", shape, key, is_part);
    buffer_byte(schema->out, '}');
}

static void write_table_reference(struct schema *schema, const struct value_shape *shape,
                                  const struct key *key, bool is_part)
{
    const struct key_table *table = shape->table != NULL ? shape->table : key->of;
    buffer_format(schema->out, "\"$ref\": \"#/definitions/%s\"",
                  refer_to_table(schema, table, is_part));
}

/* What is laid over a list takes its place: the entries of a list are always whole. */
static void write_shape(struct schema *schema, const struct value_shape *shape,
                        const struct key *key, bool is_part)
{
    switch (shape->kind) {
    case SHAPE_TEXT:
        write_scalar(schema, shape);
        break;
    case SHAPE_FLAG:
        buffer_text(schema->out, "\"type\": \"boolean\"");
        break;
    case SHAPE_COUNT:
        buffer_text(schema->out, "\"type\": \"integer\", \"minimum\": 0");
        break;
    case SHAPE_WORD:
        write_words(schema, shape->words != NULL ? shape->words : key->of);
        break;
    case SHAPE_FIELDS:
        write_table_reference(schema, shape, key, is_part);
        break;
    case SHAPE_LIST:
        write_inner(schema, "\"type\": \"array\", \"items\": ", shape->of, key, false);
        break;
    case SHAPE_NAMED:
        write_inner(schema, "\"type\": \"object\", \"additionalProperties\": ", shape->of,
                    key, is_part);
        break;
    case SHAPE_EITHER:
        write_either(schema, shape, key, is_part);
        break;
    case SHAPE_PART:
        write_shape(schema, shape->of, key, true);
        break;
    case SHAPE_BY_LANGUAGE:
        write_by_language(schema, shape->of, key, is_part);
        break;
    case SHAPE_ANY:
        break;
    }
}

/* A reference drops what stands beside it (draft-07, 8.3): it is put into an anyOf, as a
 * value or a map of values by language is. */
static void write_key(struct schema *schema, const struct key *key, bool is_part)
{
    const struct value_shape *shape = key->type->shape;
    buffer_text(schema->out, "        ");
    write_text(schema, key->name);
    buffer_text(schema->out, ": {\"description\": ");
    write_text(schema, key->meaning);
    if (shape->kind != SHAPE_ANY) {
        write_inner(schema, ", \"anyOf\": [", shape, key, is_part);
        if (key->flags & KEY_BY_LANGUAGE) {
            buffer_text(schema->out, ", {");
            write_by_language(schema, shape, key, is_part);
            buffer_byte(schema->out, '}');
        }
        buffer_byte(schema->out, ']');
    }
    buffer_byte(schema->out, '}');
}

/* The key that may bring the required ones, or NULL. */
static const struct key *key_that_brings_rest(const struct key_table *table)
{
    for (size_t i = 0; i < table->count; i++)
        if (table->at[i].flags & KEY_BRINGS_REST)
            return &table->at[i];
    return NULL;
}

static void write_required(struct schema *schema, const struct key_table *table)
{
    const char *before = ",\n      \"required\": [";
    for (size_t i = 0; i < table->count; i++) {
        if (!(table->at[i].flags & KEY_REQUIRED))
            continue;
        buffer_text(schema->out, before);
        write_text(schema, table->at[i].name);
        before = ", ";
    }
    if (strcmp(before, ", ") == 0)
        buffer_byte(schema->out, ']');
}

static void write_definition(struct schema *schema, const struct definition *definition)
{
    const struct key_table *table = definition->table;
    buffer_format(schema->out, "    \"%s\": {\n", definition->name);
    buffer_text(schema->out, "      \"type\": \"object\",\n"
                             "      \"additionalProperties\": ");
    if (table->other == NULL)
        buffer_text(schema->out, "false");
    else
        write_inner(schema, "", table->other->type->shape, table->other, false);
    if (!definition->is_part)
        write_required(schema, table);
    buffer_text(schema->out, ",\n      \"properties\": {\n");
    for (size_t i = 0; i < table->count; i++) {
        write_key(schema, &table->at[i], definition->is_part);
        buffer_text(schema->out, i + 1 < table->count ? ",\n" : "\n");
    }
    buffer_text(schema->out, "      }\n    }");
}

/* Where another file brings the rest, this one may leave out anything. */
static void write_root(struct schema *schema, const struct key_table *table)
{
    const struct key *other = key_that_brings_rest(table);
    const char *whole = refer_to_table(schema, table, false);
    if (other == NULL) {
        buffer_format(schema->out, "  \"$ref\": \"#/definitions/%s\",\n", whole);
        return;
    }
    buffer_format(schema->out,
                  "  \"if\": {\"required\": [\"%s\"]},\n"
                  "  \"then\": {\"$ref\": \"#/definitions/%s\"},\n"
                  "  \"else\": {\"$ref\": \"#/definitions/%s\"},\n",
                  other->name, refer_to_table(schema, table, true), whole);
}

void write_schema(struct buffer *out, const struct key_table *table)
{
    struct schema schema = {.out = out};
    buffer_text(out, "{\n  \"$schema\": \"http://json-schema.org/draft-07/schema#\",\n");
    buffer_text(out, "  \"title\": ");
    write_text(&schema, table->name);
    buffer_text(out, ",\n");
    write_root(&schema, table);
    buffer_text(out, "  \"definitions\": {\n");
    for (size_t i = 0; i < schema.definitions.count; i++) {
        buffer_text(out, i == 0 ? "" : ",\n");
        const struct definition definition = schema.definitions.at[i];
        write_definition(&schema, &definition);
    }
    buffer_text(out, "\n  }\n}\n");
}
