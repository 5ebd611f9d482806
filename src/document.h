/* A document on its way from its file to the editions that are asked for. */
#ifndef DOCUMENT_H
#define DOCUMENT_H

#include "engine.h"
#include "model/agenda.h"

struct document_edition {
    const struct node *root; /* what was written, with its defaults */
    const struct language *language;
    const struct layout *layout; /* NULL: it could not be read */
    struct agenda *agenda;
};

struct document_editions {
    struct document_edition *at;
    size_t count, capacity;
};

struct document {
    struct agendaset *engine;
    struct arena *arena;
    const struct agendaset_job *job;
    bool is_alone;                   /* what it is tied to is not read */
    struct diagnostics *diagnostics; /* they are told what is wrong in the file */
    enum agendaset_status status;    /* of trouble that is not the document's own */
    struct source source;
    struct document_editions editions; /* in the file's order */
    struct document_editions tied;     /* of the file that `edition-of:` names */
};

/* Fills source, editions and tied; the rest is its caller's.  An edition whose language
 * is not known is left out. */
void read_document(struct document *);

#endif
