/* Looking into YAML trees, laying one over another, and printing them. */
#include "read/yaml_tree.h"

#include "base/map.h"

struct node *node_member(const struct node *map, const char *key)
{
    if (map == NULL || map->kind != NODE_MAP)
        return NULL;
    for (struct node *node = map->first; node != NULL; node = node->next)
        if (slice_equals(node->key, key))
            return node;
    return NULL;
}

static struct map *index_members(struct arena *arena, const struct node *map)
{
    struct map *index = new_map(arena);
    for (struct node *node = map->first; node != NULL; node = node->next)
        *map_place(index, node->key) = node;
    return index;
}

static struct node *append_copy(struct arena *arena, struct node *map, struct node *last,
                                const struct node *node)
{
    struct node *copy = arena_alloc(arena, sizeof *copy);
    *copy = *node;
    copy->next = NULL;
    if (last == NULL)
        map->first = copy;
    else
        last->next = copy;
    map->count++;
    return copy;
}

/* As deep as `over` is, which LIMIT_YAML_DEPTH bounds. */
struct node *overlay_node(struct arena *arena, const struct node *base,
                          const struct node *over)
{
    struct node *result = arena_alloc(arena, sizeof *result);
    *result = over != NULL ? *over : *base;
    if (base == NULL || over == NULL || base->kind != NODE_MAP || over->kind != NODE_MAP)
        return result;
    result->first = NULL;
    result->count = 0;
    struct node *last = NULL;
    struct map *set = index_members(arena, over);
    struct map *old = index_members(arena, base);
    for (const struct node *node = base->first; node != NULL; node = node->next)
        if (map_find(set, node->key) == NULL)
            last = append_copy(arena, result, last, node);
    for (const struct node *node = over->first; node != NULL; node = node->next)
        last = append_copy(arena, result, last,
                           overlay_node(arena, map_find(old, node->key), node));
    return result;
}

struct place node_part(const struct node *node, size_t from, size_t to)
{
    if (!node->is_exact)
        return node->place;
    if (node->offsets == NULL)
        return (struct place){node->place.source, node->place.at + from, to - from};
    return (struct place){node->place.source, node->offsets[from],
                          node->offsets[to] - node->offsets[from]};
}

struct place node_place(const struct node *node)
{
    bool is_shown = node->kind == NODE_SCALAR ? node->text.length > 0 : node->is_flow;
    return is_shown || node->key.at == NULL ? node->place : node->key_place;
}

static void print_indent(struct buffer *out, int depth)
{
    while (depth-- > 0)
        buffer_text(out, "  ");
}

static void print_value(struct buffer *out, struct slice text)
{
    buffer_byte(out, '"');
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] == '\n')
            buffer_text(out, "\\n");
        else
            buffer_byte(out, text.at[i]);
    }
    buffer_byte(out, '"');
}

static void print_node(struct buffer *out, const struct node *node, int depth)
{
    struct position position = place_position(node->place);
    print_indent(out, depth);
    buffer_format(out, "%zu:%zu ", position.line, position.column);
    if (node->key.at != NULL) {
        buffer_slice(out, node->key);
        buffer_text(out, ": ");
    }
    if (node->kind == NODE_SCALAR)
        print_value(out, node->text);
    else
        buffer_text(out, node->kind == NODE_MAP ? "map" : "list");
    buffer_byte(out, '\n');
    for (const struct node *child = node->first; child != NULL; child = child->next)
        print_node(out, child, depth + 1);
}

void print_tree(struct buffer *out, const struct node *root)
{
    print_node(out, root, 0);
}
