/* A YAML file as a tree of values with their places, from libyaml's events. */
#ifndef YAML_TREE_H
#define YAML_TREE_H

#include "base/arena.h"
#include "base/diagnostic.h"

enum node_kind { NODE_SCALAR, NODE_LIST, NODE_MAP };
enum scalar_form { SCALAR_PLAIN, SCALAR_QUOTED, SCALAR_LITERAL, SCALAR_FOLDED };

struct node {
    enum node_kind kind;
    enum scalar_form form; /* NODE_SCALAR */
    bool is_flow;          /* NODE_LIST, NODE_MAP: written in brackets */
    struct slice text;     /* NODE_SCALAR: its value */
    struct place place;    /* of the value; of a block scalar: of its first text byte */
    struct slice key;      /* when it is a value in a map */
    struct place key_place;
    struct node *first, *next; /* children in the order of the file; next sibling */
    size_t count;              /* children */
    bool is_exact; /* NODE_SCALAR: every byte's place is known: byte i stands at */
    const size_t *offsets; /* offsets[i], its end at offsets[length]; NULL: at
                              place.at + i */
};

/* The root, or NULL when the file is no YAML we take: malformed UTF-8, broken syntax, a
 * limit passed, several documents, keys that are no scalars.  What can be read past is
 * told only: duplicate keys, anchors, aliases, tags, comments that cut a text.  Linear in
 * the file's size. */
struct node *read_yaml(struct arena *, const struct source *, struct diagnostics *);

struct node *node_member(const struct node *map, const char *key); /* or NULL */
/* A copy of `base` in which every member of `over` is set; maps are merged deep, anything
 * else is replaced.  What `over` sets stands behind the rest.  Either may be NULL. */
struct node *overlay_node(struct arena *, const struct node *base,
                          const struct node *over);

/* Where bytes [from, to) of a scalar's value stand; of the whole scalar when they have no
 * exact place. */
struct place node_part(const struct node *, size_t from, size_t to);
/* What to point at when the whole value is meant: its key when it is a map or a list of
 * several lines, or empty. */
struct place node_place(const struct node *);

/* For --dump: one line a node, with its line and column. */
void print_tree(struct buffer *, const struct node *root);

#endif
