/* A YAML file as a tree of values with their places, from libyaml's events. */
#ifndef YAML_TREE_H
#define YAML_TREE_H

#include "base/arena.h"
#include "base/diagnostic.h"

enum node_kind { NODE_SCALAR, NODE_LIST, NODE_MAP };
enum scalar_form { SCALAR_PLAIN, SCALAR_QUOTED, SCALAR_LITERAL, SCALAR_FOLDED };

struct node {
    enum node_kind kind;
    enum scalar_form form;    /* NODE_SCALAR */
    struct slice text;        /* NODE_SCALAR: its value */
    struct place place;       /* of the value; of a block scalar: of its first text byte */
    struct slice key;         /* when it is a value in a map */
    struct place key_place;
    struct node *first, *next; /* children in the order of the file; next sibling */
    size_t count;              /* children */
    const size_t *offsets;    /* NODE_SCALAR: byte i of text stands at offsets[i] in the
                                 file; NULL: at place.at + i */
};

/* The root, or NULL when the file is no YAML we take (told in diagnostics): malformed
 * UTF-8, anchors and aliases, tags, several documents, duplicate keys, keys that are no
 * scalars, nesting over LIMIT_YAML_DEPTH, more than LIMIT_YAML_NODES values, tabs, the
 * traps of plain scalars.  Linear in the file's size. */
struct node *read_yaml(struct arena *, const struct source *, struct diagnostics *);

struct node *node_member(const struct node *map, const char *key); /* or NULL */
/* A copy of `base` in which every member of `over` is set; maps are merged deep, anything
 * else is replaced. */
struct node *overlay_node(struct arena *, const struct node *base, const struct node *over);

#endif
