/* Differences as a report for people. */
#ifndef REPORT_H
#define REPORT_H

#include "compare/differences.h"

/* Of one comparison after another: what stood at the same places before, as the parts do
 * that languages share, is not told again. */
struct report {
    struct arena *arena;
    struct buffer *out;
    struct map *told;
    struct line_cursor first, second; /* in the files */
    bool
        one_language; /* of the editions at hand: what is not in both was put in or out */
    size_t counts[DIFFERENCE_KINDS]; /* of what was told */
};

struct report new_report(struct arena *, struct buffer *out);
void report_differences(struct report *, const struct checked_edition *first,
                        const struct checked_edition *second, const struct differences *);
/* An edition that only one file has. */
void report_lone_edition(struct report *, const struct checked_edition *, bool is_first);
/* "3 differences: 1 changed, 2 inserted". */
void report_summary(struct report *);
size_t report_count(const struct report *);

#endif
