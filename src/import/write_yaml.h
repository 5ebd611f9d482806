/* Scalars and comments of YAML. */
#ifndef IMPORT_WRITE_YAML_H
#define IMPORT_WRITE_YAML_H

#include "base/buffer.h"
#include "import/draft.h"

void write_indent(struct buffer *, int indent);
/* A comment that marks what somebody should look at. */
void write_remarks(struct buffer *, int indent, const struct remarks *);
/* "# BEFORETEXT", one line whatever stands in the text. */
void write_comment(struct buffer *, const char *before, const char *text);
/* A text of one line, as plain as it can be, or of several lines as a block; with the
 * line's end. */
void write_scalar(struct buffer *, int indent, const char *text);
/* The same inside brackets. */
void write_flow_text(struct buffer *, const char *text);
/* A block, whatever its length: "|" and lines. */
void write_block(struct buffer *, int indent, struct slice text);
/* "KEY: " at an indent. */
void write_key(struct buffer *, int indent, const char *key);

#endif
