/* The words of a language from its YAML tree. */
#ifndef READ_LANGUAGE_H
#define READ_LANGUAGE_H

#include "model/language.h"
#include "read/yaml_tree.h"

/* The short tag is the name of the file: "zh" of "languages/zh.yaml".  Never NULL; what
 * is wrong is told. */
struct language *read_language(struct arena *, const struct node *root,
                               const struct source *, struct diagnostics *);

struct key_table;
extern const struct key_table words_table; /* the keys of an agenda's `words:` */

/* The language as an agenda's `words:` (or NULL) change it; they may be given by
 * language.  What is wrong is told. */
const struct language *language_with_words(struct arena *, const struct node *words,
                                           const struct source *,
                                           const struct language *, struct diagnostics *);

#endif
