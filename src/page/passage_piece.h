/* How a piece of a passage looks, and the tags around it. */
#ifndef PASSAGE_PIECE_H
#define PASSAGE_PIECE_H

#include "page/make_passage.h"

/* What all bytes of a piece have in common. */
struct passage_piece {
    struct stretch look; /* without start and end */
    bool folds_space;    /* its language sets no space beside ideographs */
};

/* Symbols and addresses are links. */
bool makes_links(const struct passage_form *);
/* A piece of a span's text; `symbol`: it is a document symbol. */
struct passage_piece *new_text_piece(const struct passage_form *, const struct span *,
                                     struct slice symbol);
/* The mark of a note. */
struct passage_piece *new_note_piece(const struct passage_form *, const struct span *,
                                     struct note_use *);
/* What stands between the marks of two notes. */
struct passage_piece *new_separator_piece(const struct passage_form *);

#endif
