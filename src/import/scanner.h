/* Markdown on its way into the two texts of a passage: with the marks that an agenda has,
 * and plain. */
#ifndef IMPORT_SCANNER_H
#define IMPORT_SCANNER_H

#include "import/passage.h"

/* Lines on their way. */
struct scanner {
    struct importer *importer;
    struct slice line;
    size_t at;
    const char *end; /* of the last line */
    struct buffer text, plain;
    struct remarks remarks;
    bool space_waits;           /* white space stood here */
    size_t mark_end, plain_end; /* of the texts behind the last mark of a note */
    size_t spaces, first_space; /* of this line, that were taken out */
    const char *link_end;       /* where "](address)" of an open link stands, or NULL */
    size_t link_size;           /* of that */
    const char *address;
    bool link_is_kept;
    bool is_struck; /* "~~" stood before, and its end has not */
};

/* ASCII letters and digits. */
bool is_narrow(codepoint);
codepoint last_character(const struct scanner *);
/* White space that stood before `next`. */
void write_space(struct scanner *, codepoint next);
/* The character that stands here. */
void copy_character(struct scanner *);
/* Bytes that are meant as they stand. */
void write_literal(struct scanner *, char byte);
void write_literals(struct scanner *, struct slice);
/* As far as the end of a mark is looked for: so that many of them cost what they weigh.
 */
struct slice rest_of_line(const struct scanner *);
struct slice rest_of_text(const struct scanner *);
void tell_markup(struct scanner *, size_t from, size_t to, const char *what);

/* What stands here, by its first byte.  scan_marks.c */
void scan_backslash(struct scanner *);
void scan_entity(struct scanner *);
void scan_code(struct scanner *);
void scan_image(struct scanner *);
void scan_bracket(struct scanner *);
/* The mark of a note before byte `end`, or what only looks like one. */
void write_note_mark(struct scanner *, struct slice id, size_t end);
void leave_link(struct scanner *);
/* scan_tags.c */
void scan_tag(struct scanner *);

#endif
