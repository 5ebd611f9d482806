/* The stages in words: what --dump shows of them. */
#ifndef DUMP_H
#define DUMP_H

#include "model/print_agenda.h"
#include "page/galley.h"
#include "para/paragraph.h"

/* In the order in which they are made; ended by NULL. */
extern const char *const stage_names[];

void print_galley(struct buffer *, const struct galley *);

/* For the stages inside a paragraph: "runs", "breaks", "items", "lines". */
struct paragraph_dump {
    const char *stage;
    struct buffer *out;
};
bool is_paragraph_stage(const char *stage); /* NULL is none */
/* A paragraph_watch's `see`, whose owner is a paragraph_dump. */
void dump_paragraph(void *owner, const struct passage *, const struct runs *,
                    const int *price, const struct items *, const struct lines *);

#endif
