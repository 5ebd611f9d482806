/* What is wrong with a file before it is read as YAML: its bytes. */
#ifndef YAML_BYTES_H
#define YAML_BYTES_H

#include "base/diagnostic.h"

/* The first byte behind a byte order mark. */
size_t yaml_start(const struct source *);
/* False when libyaml must not see the file (told): other encodings than UTF-8, control
 * characters, line separators of YAML 1.1, directives, endless white space. */
bool check_yaml_bytes(const struct source *, struct diagnostics *);
/* Tells the same characters where escapes made them: "\u2028". */
void check_yaml_text(struct slice value, struct place, struct diagnostics *);
/* False when anything but comments stands behind `at`, where the document ended (told).
 */
bool check_yaml_end(const struct source *, size_t at, struct diagnostics *);

#endif
