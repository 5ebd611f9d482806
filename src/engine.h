/* What documents share: languages, layouts, faces and the colour profile, looked for in
 * the data folders, read when first asked for, and kept. */
#ifndef ENGINE_H
#define ENGINE_H

#include "agendaset.h"
#include "model/catalogue.h"
#include "model/language.h"
#include "model/layout.h"
#include "out/pdf_outlines.h"
#include "read/yaml_tree.h"

struct folder_list {
    const char **at;
    size_t count;
};

struct agendaset {
    /* Of its own arena and of the one of the document at work: whoever calls into the
     * engine sets it first. */
    struct recovery recovery;
    struct arena *arena;
    struct folder_list data, layout_folders, font_folders;
    struct map *languages; /* path, or path and layout's path -> struct language */
    struct map *trees;     /* path of a layout -> struct layout_file */
    struct map *layouts;   /* path and language -> struct layout */
    struct font_catalogue *fonts;
    struct slice icc_profile;
    struct outlines *outlines; /* of the faces' glyphs */
};

/* A layout as it is written, with all it is like. */
struct layout_file {
    struct arena *arena; /* of what is made of it: the engine's, or a document's */
    const char *path;    /* NULL: it is a document's own, and is not kept */
    struct source source;
    struct node *root;
};

/* Whether one of two tags is the other, or that with further subtags: "zh" and "zh-Hans",
 * but not "zh-Hant" and "zh-Hans". */
bool tags_agree(const char *, const char *);

/* All are told what is wrong with the file they read, each time it is asked for, and give
 * NULL when there is no such file or an error is in it; only the catalogue's and the
 * profile's absence is told by themselves.  A file without messages is kept. */

/* `tag` as an author writes it: "zh", "zh-Hans". */
const struct language *find_language(struct agendaset *, const char *tag,
                                     struct diagnostics *);
/* A name without a folder is looked for in `near`, in the layouts' folders and in the
 * data folders; a path is taken as it is, a relative one below `near`. */
const struct layout_file *find_layout(struct agendaset *, const char *name,
                                      const char *near, struct diagnostics *);
/* Tells that there is none of this name, and which there are. */
void report_unknown_layout(struct agendaset *, struct diagnostics *, const char *name,
                           struct place);
/* The language with the words that the layout has instead of its own. */
const struct language *language_in_layout(struct agendaset *, const struct layout_file *,
                                          const struct language *, struct diagnostics *);
const struct layout *layout_for_language(struct agendaset *, const struct layout_file *,
                                         const struct language *, struct diagnostics *);
struct font_catalogue *find_fonts(struct agendaset *, struct diagnostics *);
struct slice find_icc_profile(struct agendaset *, struct diagnostics *);
/* Names of the layouts ("layouts") or languages ("layouts/languages") there are, in the
 * order of their bytes. */
struct folder_list list_data(struct agendaset *, struct arena *, const char *below);
/* The path of layouts/NAME in the first data folder that has it, or NULL. */
const char *find_data(struct agendaset *, struct arena *, const char *name);
/* Reads and opens all there is. */
void prepare_engine(struct agendaset *, struct diagnostics *);

#endif
