/* What a proof-reader finds in an agenda that is well-formed: rules, one function each,
 * over all editions of a file. */
#ifndef CHECK_H
#define CHECK_H

#include "model/agenda.h"
#include "model/language.h"
#include "model/layout.h"

struct edition_to_check {
    const struct agenda *agenda;
    const struct language *language;
    const struct layout *layout; /* NULL: it does not matter */
    bool documents_are_listed; /* beside the items in the agenda, not in annotations */
};

/* Unicode normalization of a text. */
typedef struct slice normalizer(struct arena *, struct slice);

struct check_job {
    struct arena *arena;
    struct diagnostics *diagnostics;
    normalizer *composed_form, *compatible_form; /* NFC, NFKC */
    const struct edition_to_check *editions;
    size_t edition_count;
    size_t own_count; /* the first of them; the others are of another file, which is only
                         held beside this one */
    bool is_whole; /* the agendas were read without errors: what is missing is missing */
};

void check_agendas(const struct check_job *);

struct rule;

/* NULL: there is no such rule, or not so many. */
const struct rule *find_rule(struct slice name);
const char *rule_name(size_t index);
/* What it finds, an example, and how to mend it, as Markdown. */
void explain_rule(struct buffer *, const struct rule *);
void explain_all_rules(struct buffer *);

#endif
