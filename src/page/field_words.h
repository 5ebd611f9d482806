/* Fields of an agenda, and words for them, as spans. */
#ifndef FIELD_WORDS_H
#define FIELD_WORDS_H

#include "page/template_fields.h"

void add_spans(struct arena *, struct spans *all, const struct spans *more);
/* Words of the source's language; they say so where it is not the document's. */
struct spans worded_spans(const struct field_source *, const char *text, struct place);
/* Words of no language. */
struct spans neutral_spans(struct arena *, const char *text);
struct spans label_spans(const struct field_source *, const char *name, struct place);
/* Label PREFIX-WORD. */
struct spans named_label(const struct field_source *, const char *prefix,
                         const char *word, struct place);
/* "zh" of "zh-Hans": labels and addresses are named by it. */
const char *short_tag(struct arena *, const char *tag);
/* With the marks of notes that stand behind what is no text. */
struct spans with_marks(const struct field_source *, const struct field *, struct spans);
/* "English/French". */
const char *language_names(const struct field_source *, const struct field *);
/* Any scalar of the agenda, by its name. */
struct spans expand_scalar(const struct field_source *, struct slice name);

#endif
