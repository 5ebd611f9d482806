/* A passage character by character: whose typography each one follows, and its script. */
#ifndef CHARACTERS_H
#define CHARACTERS_H

#include "text/font_catalogue.h"
#include "text/passage.h"

struct character {
    uint32_t at; /* byte of the text */
    codepoint c;
    hb_script_t script;           /* resolved: never Common, Inherited or Unknown */
    uint32_t stretch;             /* index */
    const struct font_face *face; /* NULL until chosen */
    uint8_t level;                /* UAX #9 */
    uint8_t parting;              /* from the one before; see text/bidi.h */
    bool is_han;                  /* set in ems, with the marks of Chinese text */
    bool clings;                  /* stays with the character before it: marks, joiners */
    bool is_invisible;            /* no face needs to have it */
};

struct characters {
    struct character *at;
    size_t count;
};

struct characters read_characters(struct arena *, const struct font_catalogue *,
                                  const struct passage *);

/* Whether text in that language is set in ems. */
bool language_is_han(const struct font_catalogue *, const char *tag);

#endif
