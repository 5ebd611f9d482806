/* Which face a character gets: fonts/catalogue.yaml as data. */
#ifndef CATALOGUE_H
#define CATALOGUE_H

#include "base/arena.h"
#include "base/diagnostic.h"

struct font_face; /* text/font_face.h */

struct font_entry {
    const char *name;      /* "noto-serif-sc" */
    const char *file;      /* base name, looked for in the folders */
    unsigned index;
    const char *package;   /* Debian package that brings it */
    int size;              /* permille of the size that a text asks for; 0: as it is */
    const char *without; /* characters it has but draws wrong; NULL: none */
    const char *licence;
    const char *sha256;    /* of the file, lower-case hex; NULL: not pinned */
    const char *tables;    /* face_fingerprint() in 16 digits; NULL: not pinned */
    struct place place;
    struct font_face *face; /* NULL until opened */
    bool sought;            /* it was looked for (face may be NULL: not installed) */
    bool is_changed;        /* the face is not the one that was pinned */
};

struct face_list {
    struct font_entry **at;
    size_t count;
};

/* A role lists faces by script class, first one that has the character wins. */
struct font_role {
    const char *name;               /* "body" */
    const char *stands_for;         /* a face that is not free; NULL: none */
    struct face_list han;           /* ideographs and the marks of Chinese text */
    struct face_list right_to_left; /* what is read so; may be empty */
    struct face_list other;         /* everything else */
    struct place place;
};

struct font_catalogue {
    struct arena *arena;        /* the engine's */
    const struct source *source;
    struct font_entry *entries;
    size_t entry_count;
    struct font_role *roles;
    size_t role_count;
    const char **han_languages; /* first subtags of the languages set in ems */
    size_t han_language_count;
    const char *han_language; /* what ideographs in other languages' texts are taken for */
    const char **folders;       /* where files are looked for, in order */
    size_t folder_count;
};

#endif
