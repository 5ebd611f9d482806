/* Masthead, running heads and feet: set when the number of pages is known. */
#ifndef FURNITURE_H
#define FURNITURE_H

#include "image/image.h"
#include "model/agenda.h"
#include "page/page.h"
#include "page/references.h"
#include "para/paragraph.h"

/* `others` gives the words of languages that furniture names besides the document's. */
struct language_source {
    const struct language *(*find)(void *owner, const char *tag); /* NULL: no such */
    void *owner;
};

/* Closes all links of the document: the masthead's marks of notes are the last. */
void add_furniture(const struct typesetter *, struct references *,
                   const struct language_source *, struct image_shelf *, struct pages *);

#endif
