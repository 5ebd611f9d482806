/* What all steps of an import share, and how they tell what they found. */
#ifndef IMPORT_IMPORTER_H
#define IMPORT_IMPORTER_H

#include "check/lexicon.h"
#include "import/draft.h"
#include "import/outline.h"
#include "read/yaml_tree.h"

/* A line or a paragraph without the faults of text extraction. */
struct passage {
    const char *text;   /* Markdown as an agenda has it */
    struct slice plain; /* the same without marks */
    struct remarks remarks;
    struct place place;
};

/* A block of the outline, as far as it was looked at. */
struct import_block {
    struct outline_block *outline;
    struct passage *whole; /* NULL: not yet asked for */
    struct passage *lines; /* the same, by lines */
    bool is_taken;         /* a step before has taken it: a note */
};

struct importer {
    struct arena *arena;
    struct diagnostics *d;
    const struct source *source;
    struct slice text; /* of the source, byte for byte, without control characters */
    const struct language *language; /* of the document */
    const struct lexicon **lexicons; /* of all languages, the document's first */
    const struct map **synonyms;     /* the same: label -> struct words * */
    size_t lexicon_count;
    struct import_block *blocks;
    size_t block_count;
    struct draft draft;
    int item_count;
    bool in_notes;      /* their texts are being read */
    struct map *notes;  /* id, and name with ":" behind it -> struct draft_note * */
    struct dates dates; /* of the meeting; year 0: not known */
};

/* A finding that leaves nothing to decide. */
void tell_found(struct importer *, const char *rule, struct place, const char *format,
                ...) __attribute__((format(printf, 4, 5)));
/* One that somebody should look at: it is told, and stands in the file, too. */
void tell_unsure(struct importer *, struct remarks *, const char *rule, struct place,
                 const char *format, ...) __attribute__((format(printf, 5, 6)));
void add_remark(struct importer *, struct remarks *, const char *text);
void add_remarks(struct importer *, struct remarks *, const struct remarks *more);

/* Behind what is there, as a paragraph of its own. */
void add_paragraph(struct importer *, struct draft_text *, const char *text);
/* What follows is behind what is there. */
void begin_piece(struct importer *, struct draft_text *, const char *between);
/* What has no place is kept as a comment, and told. */
void leave_over(struct importer *, const struct passage *);

/* The place of a piece of the text. */
struct place place_of(const struct importer *, struct slice piece);

#endif
