/* Lines of a Markdown file as texts of an agenda: the marks that an agenda has not are
 * turned into those it has, what text extraction did to them is undone. */
#ifndef IMPORT_PASSAGE_H
#define IMPORT_PASSAGE_H

#include "import/importer.h"

/* Lines as one paragraph. */
struct passage read_passage(struct importer *, const struct slice *lines, size_t count);
/* The same of a block, once. */
const struct passage *block_passage(struct importer *, size_t block);
const struct passage *block_line(struct importer *, size_t block, size_t line);

/* Without emphasis around the whole. */
struct passage without_emphasis(struct importer *, struct passage);
/* Behind the first `size` bytes of its plain text, and before the last ones. */
struct passage passage_from(struct importer *, const struct passage *, size_t size);
struct passage passage_before(struct importer *, const struct passage *, size_t end);
/* As a line that is no table and defines nothing. */
const char *line_text(struct importer *, const char *text);
/* Plain text with a backslash before what would be a mark. */
const char *escape_text(struct importer *, struct slice plain);
/* Behind which byte a backslash has to stand, so that Markdown takes it for a paragraph;
 * from 1, 0: it does. */
size_t paragraph_marks(struct slice text);
/* As a paragraph that Markdown does not take for a list or a heading. */
const char *paragraph_text(struct importer *, const char *text);
/* The same as an entry of a list, `depth` lists deep, or as what stands behind in one;
 * the remarks on it, too. */
void add_entry(struct importer *, struct draft_text *, const struct outline_block *,
               int depth, const struct passage *);

/* Where white space parts two lines of ideographs that were run together; 0: nowhere. */
size_t find_joint(struct slice plain);
/* An address that other texts refer to. */
bool is_definition(struct slice text);
/* A full stop, a colon, or a mark like them, is the last character. */
bool ends_sentence(struct slice plain);

#endif
