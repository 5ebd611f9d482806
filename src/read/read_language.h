/* The words of a language from its YAML tree. */
#ifndef READ_LANGUAGE_H
#define READ_LANGUAGE_H

#include "model/language.h"
#include "read/yaml_tree.h"

/* The short tag is the name of the file: "zh" of "languages/zh.yaml".  Never NULL; what
 * is wrong is told. */
struct language *read_language(struct arena *, const struct node *root,
                               const struct source *, struct diagnostics *);

#endif
