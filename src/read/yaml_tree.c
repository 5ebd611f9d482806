/* libyaml's events become a tree.  Without recursion, and the depth is looked at before
 * the next event is asked for, because libyaml is quadratic in it. */
#include "read/yaml_tree.h"

#include "base/limits.h"
#include "base/map.h"
#include "base/utf8.h"
#include "read/yaml_bytes.h"
#include "read/yaml_error.h"
#include "read/yaml_scalar.h"
#include <string.h>
#include <yaml.h>

/* libyaml counts characters, we count bytes: both of one place.  Marks grow but for a few
 * steps back, so that the way is linear. */
struct cursor {
    size_t character, byte;
};

/* A collection that is open. */
struct level {
    struct node *node, *last;
    size_t number; /* of the collection, for its keys in `seen` */
    bool has_key;  /* a key was read, its value is to come */
    struct slice key;
    struct place key_place;
};

struct yaml_reader {
    struct arena *arena;
    const struct source *source;
    struct diagnostics *d;
    yaml_parser_t parser;
    yaml_event_t event;
    struct cursor cursor;
    struct level levels[LIMIT_YAML_DEPTH];
    size_t depth;
    size_t nodes;
    struct map *seen; /* keys of all maps: number and key -> struct place */
    struct node *root;
    bool is_broken; /* the tree is not what was meant, but can be read on */
    bool failed;
};

static void delete_reader(void *object)
{
    struct yaml_reader *reader = object;
    yaml_event_delete(&reader->event);
    yaml_parser_delete(&reader->parser);
}

static struct yaml_reader *new_reader(struct arena *arena, const struct source *source,
                                      struct diagnostics *d)
{
    struct yaml_reader *reader = arena_alloc(arena, sizeof *reader);
    size_t start = yaml_start(source);
    *reader = (struct yaml_reader){
        .arena = arena,
        .source = source,
        .d = d,
        .cursor = {0, start},
        .seen = new_map(arena),
    };
    if (!yaml_parser_initialize(&reader->parser))
        arena_fail(arena, STATUS_LIMIT, "out of memory");
    arena_defer(arena, delete_reader, reader);
    yaml_parser_set_encoding(&reader->parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&reader->parser,
                                 (const unsigned char *)source->text.at + start,
                                 source->text.length - start);
    return reader;
}

static bool is_continuation(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* The byte of libyaml's `character`. */
static size_t byte_of(struct yaml_reader *reader, size_t character)
{
    struct cursor *cursor = &reader->cursor;
    struct slice text = reader->source->text;
    for (; cursor->character < character && cursor->byte < text.length;
         cursor->character++) {
        cursor->byte++;
        while (cursor->byte < text.length && is_continuation(text.at[cursor->byte]))
            cursor->byte++;
    }
    for (; cursor->character > character; cursor->character--)
        cursor->byte = utf8_previous(text.at, cursor->byte);
    return cursor->byte;
}

static struct place event_place(struct yaml_reader *reader)
{
    size_t start = byte_of(reader, reader->event.start_mark.index);
    size_t end = byte_of(reader, reader->event.end_mark.index);
    return (struct place){reader->source, start, end - start};
}

static void fail(struct yaml_reader *reader)
{
    reader->failed = true;
}

/* Already told something about this line: what libyaml says next follows from it. */
static bool line_was_told(const struct yaml_reader *reader, size_t at)
{
    struct slice text = reader->source->text;
    for (size_t i = 0; i < reader->d->count; i++) {
        struct place place = reader->d->at[i].place;
        if (place.source == reader->source && place.at <= at &&
            memchr(text.at + place.at, '\n', at - place.at) == NULL)
            return true;
    }
    return false;
}

static void report_problem(struct yaml_reader *reader)
{
    const yaml_parser_t *parser = &reader->parser;
    if (parser->error == YAML_MEMORY_ERROR)
        arena_fail(reader->arena, STATUS_LIMIT, "out of memory");
    struct yaml_problem problem = {
        .problem = parser->problem,
        .context = parser->context,
        .at = byte_of(reader, parser->problem_mark.index),
    };
    problem.context_at = parser->context == NULL
                             ? problem.at
                             : byte_of(reader, parser->context_mark.index);
    if (!line_was_told(reader, problem.at))
        report_yaml_problem(reader->source, &problem, reader->d);
    fail(reader);
}

static void next_event(struct yaml_reader *reader)
{
    yaml_event_delete(&reader->event);
    if (!yaml_parser_parse(&reader->parser, &reader->event))
        report_problem(reader);
}

static struct slice event_text(struct yaml_reader *reader)
{
    const char *value = (const char *)reader->event.data.scalar.value;
    size_t size = reader->event.data.scalar.length;
    return (struct slice){arena_text(reader->arena, value, size), size};
}

static enum scalar_form scalar_form(yaml_scalar_style_t style)
{
    switch (style) {
    case YAML_LITERAL_SCALAR_STYLE:
        return SCALAR_LITERAL;
    case YAML_FOLDED_SCALAR_STYLE:
        return SCALAR_FOLDED;
    case YAML_SINGLE_QUOTED_SCALAR_STYLE:
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
        return SCALAR_QUOTED;
    default:
        return SCALAR_PLAIN;
    }
}

static void report_marker(struct yaml_reader *reader, const char *name, const char *what)
{
    struct place place = event_place(reader);
    report(reader->d, name, (struct place){place.source, place.at, 1}, "%s are not taken",
           what);
    report_mend(reader->d, "if “%c” is part of the text, put the text in quotation marks",
                reader->source->text.at[place.at]);
}

static void refuse_markers(struct yaml_reader *reader, const unsigned char *anchor,
                           const unsigned char *tag)
{
    if (anchor != NULL)
        report_marker(reader, "yaml-anchor", "anchors (“&name”)");
    else if (tag != NULL)
        report_marker(reader, "yaml-tag", "tags (“!name”)");
}

static struct level *top_level(struct yaml_reader *reader)
{
    return reader->depth == 0 ? NULL : &reader->levels[reader->depth - 1];
}

static void report_duplicate(struct yaml_reader *reader, const struct level *level,
                             struct place first)
{
    report(reader->d, "duplicate-key", level->key_place,
           "the key “%.*s” stands here again", (int)level->key.length, level->key.at);
    report_related(reader->d, first, "it stands here first");
    report_mend(reader->d, "take one of them out");
}

static void check_duplicate(struct yaml_reader *reader, const struct level *level)
{
    struct buffer name = new_buffer(reader->arena);
    buffer_integer(&name, (int64_t)level->number);
    buffer_byte(&name, ' ');
    buffer_slice(&name, level->key);
    void **seen = map_place(reader->seen, buffer_as_slice(&name));
    if (*seen != NULL) {
        report_duplicate(reader, level, *(struct place *)*seen);
        return;
    }
    struct place *place = arena_alloc(reader->arena, sizeof *place);
    *place = level->key_place;
    *seen = place;
}

static void take_key(struct yaml_reader *reader, struct level *level)
{
    level->key = event_text(reader);
    level->key_place = event_place(reader);
    level->has_key = true;
    struct place place = level->key_place;
    size_t last = utf8_previous(reader->source->text.at, place.at + place.length);
    if (report_odd_blank(reader->source, place.at, reader->d) ||
        report_odd_blank(reader->source, last, reader->d))
        reader->is_broken = true;
    refuse_markers(reader, reader->event.data.scalar.anchor,
                   reader->event.data.scalar.tag);
    check_duplicate(reader, level);
}

/* Hangs a value into the collection that is open. */
static void add_node(struct yaml_reader *reader, struct node *node)
{
    struct level *level = top_level(reader);
    if (level == NULL) {
        reader->root = node;
        return;
    }
    node->key = level->key;
    node->key_place = level->key_place;
    level->has_key = false;
    if (level->last == NULL)
        level->node->first = node;
    else
        level->last->next = node;
    level->last = node;
    level->node->count++;
}

static struct node *new_node(struct yaml_reader *reader, enum node_kind kind)
{
    struct node *node = arena_alloc(reader->arena, sizeof *node);
    node->kind = kind;
    node->place = event_place(reader);
    if (++reader->nodes > LIMIT_YAML_NODES) {
        report_limit(reader->d, "too-many-values", node->place,
                     "more than %d values in one file", LIMIT_YAML_NODES);
        fail(reader);
    }
    return node;
}

static void take_value(struct yaml_reader *reader)
{
    struct node *node = new_node(reader, NODE_SCALAR);
    struct place place = node->place;
    refuse_markers(reader, reader->event.data.scalar.anchor,
                   reader->event.data.scalar.tag);
    if (reader->event.data.scalar.length > LIMIT_SCALAR_BYTES) {
        report_limit(reader->d, "text-too-long",
                     (struct place){place.source, place.at, 1},
                     "a text of more than %d KiB", LIMIT_SCALAR_BYTES >> 10);
        fail(reader);
        return;
    }
    node->text = event_text(reader);
    node->form = scalar_form(reader->event.data.scalar.style);
    place_scalar(reader->arena, node, reader->source, place.at, place.at + place.length);
    if (node->form == SCALAR_PLAIN)
        check_plain_scalar(node, reader->source, place.at, place.at + place.length,
                           reader->d);
    if (node->form == SCALAR_QUOTED)
        check_yaml_text(node->text, node->place, reader->d);
    add_node(reader, node);
}

static void take_scalar(struct yaml_reader *reader)
{
    struct level *level = top_level(reader);
    if (level != NULL && level->node->kind == NODE_MAP && !level->has_key)
        take_key(reader, level);
    else
        take_value(reader);
}

static bool is_key_expected(struct yaml_reader *reader)
{
    const struct level *level = top_level(reader);
    return level != NULL && level->node->kind == NODE_MAP && !level->has_key;
}

static void report_odd_key(struct yaml_reader *reader)
{
    report(reader->d, "yaml-key", event_place(reader), "a key can only be a text");
    report_mend(reader->d,
                "if the brackets are part of a text, put it in quotation marks");
    fail(reader);
}

static void open_collection(struct yaml_reader *reader, enum node_kind kind, bool is_flow,
                            const unsigned char *anchor, const unsigned char *tag)
{
    if (is_key_expected(reader)) {
        report_odd_key(reader);
        return;
    }
    refuse_markers(reader, anchor, tag);
    struct node *node = new_node(reader, kind);
    node->is_flow = is_flow;
    add_node(reader, node);
    if (reader->depth == LIMIT_YAML_DEPTH) {
        report_limit(reader->d, "too-deep",
                     (struct place){reader->source, node->place.at, 1},
                     "nested deeper than %d levels", LIMIT_YAML_DEPTH);
        fail(reader);
        return;
    }
    reader->levels[reader->depth++] =
        (struct level){.node = node, .number = reader->nodes};
}

static void close_collection(struct yaml_reader *reader)
{
    struct node *node = reader->levels[--reader->depth].node;
    struct place end = event_place(reader);
    if (node->is_flow)
        node->place.length = end.at + end.length - node->place.at;
}

static void take_alias(struct yaml_reader *reader)
{
    report_marker(reader, "yaml-alias", "aliases (“*name”)");
    if (is_key_expected(reader)) {
        fail(reader);
        return;
    }
    add_node(reader, new_node(reader, NODE_SCALAR));
}

static void take_event(struct yaml_reader *reader)
{
    const yaml_event_t *event = &reader->event;
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        take_scalar(reader);
        break;
    case YAML_ALIAS_EVENT:
        take_alias(reader);
        break;
    case YAML_SEQUENCE_START_EVENT:
        open_collection(reader, NODE_LIST,
                        event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE,
                        event->data.sequence_start.anchor,
                        event->data.sequence_start.tag);
        break;
    case YAML_MAPPING_START_EVENT:
        open_collection(reader, NODE_MAP,
                        event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE,
                        event->data.mapping_start.anchor, event->data.mapping_start.tag);
        break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        close_collection(reader);
        break;
    default:
        break;
    }
}

/* To the end of the first document, and not an event further. */
static void read_document(struct yaml_reader *reader)
{
    do {
        next_event(reader);
        if (!reader->failed)
            take_event(reader);
    } while (!reader->failed && reader->event.type != YAML_DOCUMENT_END_EVENT &&
             reader->event.type != YAML_STREAM_END_EVENT);
}

struct node *read_yaml(struct arena *arena, const struct source *source,
                       struct diagnostics *d)
{
    if (!check_yaml_bytes(source, d))
        return NULL;
    struct yaml_reader *reader = new_reader(arena, source, d);
    read_document(reader);
    if (!reader->failed && reader->root == NULL) {
        report(d, "empty-file", (struct place){source, 0, 0}, "the file is empty");
        report_mend(d, "“agendaset new FILE” writes one to begin with");
        fail(reader);
    }
    if (!reader->failed &&
        !check_yaml_end(source, byte_of(reader, reader->event.end_mark.index), d))
        fail(reader);
    return reader->failed || reader->is_broken ? NULL : reader->root;
}
