/* A Markdown agenda becomes the YAML source of one. */
#ifndef IMPORT_IMPORT_H
#define IMPORT_IMPORT_H

#include "base/buffer.h"
#include "model/language.h"
#include "read/yaml_tree.h"

struct import_language {
    const struct language *language;
    const struct node *synonyms; /* what else agendas call its labels: a map of lists; or
                                    NULL */
};

struct import_layout {
    const char *name;
    const struct node *root;
};

struct import_job {
    struct arena *arena;
    struct diagnostics *diagnostics;
    const struct source *source;
    const struct import_language *languages; /* all there are */
    size_t language_count;
    const struct import_layout *layouts; /* the same */
    size_t layout_count;
    const struct language *language; /* of the document; NULL: by its letters */
    const char *layout;              /* NULL: by what the document says */
};

/* What was not sure is marked in the source and told as warnings.  False when there is
 * nothing in the file that could be an agenda (told). */
bool import_agenda(const struct import_job *, struct buffer *yaml);

#endif
