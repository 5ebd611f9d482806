/* Templates of a layout, "{symbol}" and "{label:annex}", become spans. */
#ifndef TEMPLATE_FIELDS_H
#define TEMPLATE_FIELDS_H

#include "model/agenda.h"
#include "model/language.h"
#include "model/layout.h"
#include "model/spans.h"

/* What a template can name: every scalar of `document` and `meeting` by its name, and
 *   {label:NAME}              a label of the language
 *   {symbol-first} {symbol-rest}  letters up to the first slash, and the rest
 *   {dates-place}             the meeting's dates and place in the language's order
 *   {distribution} {original} as labels: label "distr-general", "original-en"
 *   {language-line}           label "language-LL" of the edition's language; empty when
 *                             the document's original language is the edition's
 *   {job.letter} {job.dates} {job.digits}  (C)'s letter is label "job-letter"
 *   {address}                 the layout's address pattern, filled
 *   {agenda.title}             the title of the agenda at hand, where they come one by one
 *   {page} {pages}            only in furniture
 * A template in which any named field is empty gives no spans at all. */
struct field_source {
    struct arena *arena;
    const struct agenda *agenda;
    const struct language *language; /* whose labels and dates */
    const struct layout *layout;
    size_t page, pages; /* 0: not known */
    size_t symbol;      /* which of several */
};

/* Spans of the template; count 0 when a field in it is empty.  Pieces keep their styles;
 * text in another language than the document's carries its tag. */
struct spans expand_template(const struct field_source *, const struct template *);
struct spans expand_pattern(const struct field_source *, const char *pattern);

bool is_present(const struct field_source *, const struct presence *);

/* The address of the document with this symbol by a layout's address pattern. */
char *fill_address(struct arena *, const char *pattern, const struct agenda *,
                   struct slice symbol);

/* `pattern` with every {name} replaced by spans; a {name} that is not in the list, ended
 * by a NULL name, stays as it is. */
struct named_spans {
    const char *name;
    struct spans spans;
};
struct spans fill_spans(struct arena *, const char *pattern, const struct named_spans *);
/* The title of a section, perhaps without notes, with the section's label in front. */
struct spans label_section(struct arena *, const struct agenda_section *,
                           const struct spans *title);

#endif
