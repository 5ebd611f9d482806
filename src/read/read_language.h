/* The words of a language from its YAML tree. */
#ifndef READ_LANGUAGE_H
#define READ_LANGUAGE_H

#include "model/language.h"
#include "read/yaml_tree.h"

/* The short tag is the name of the file: "zh" of "languages/zh.yaml".  Never NULL; what
 * is wrong is told. */
struct language *read_language(struct arena *, const struct node *root,
                               const struct source *, struct diagnostics *);

struct value_type;
extern const struct value_type words_value; /* `words:` of an agenda or a layout: passed
                                               over, as the language is read before */

/* The language as an agenda's `words:` (or NULL) change it; they may be given by
 * language.  What is wrong is told. */
const struct language *language_with_words(struct arena *, const struct node *words,
                                           const struct source *,
                                           const struct language *, struct diagnostics *);

#endif
