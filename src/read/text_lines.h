/* Lines of a text that CommonMark would take for something else than the author meant. */
#ifndef TEXT_LINES_H
#define TEXT_LINES_H

#include "read/yaml_tree.h"

/* Tells notes and links that are defined in the text, tables, lists that are nested too
 * deep on one line.  False when cmark must not see the text. */
bool check_text_lines(const struct node *, struct diagnostics *);

#endif
