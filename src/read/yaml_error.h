/* What libyaml stumbled over, in our own words. */
#ifndef YAML_ERROR_H
#define YAML_ERROR_H

#include "base/diagnostic.h"

/* As libyaml tells it, with bytes of the file for its marks. */
struct yaml_problem {
    const char *problem, *context; /* either may be NULL */
    size_t at, context_at;
};

/* Tells of a blank at `at` that is none to YAML; false when there is none. */
bool report_odd_blank(const struct source *, size_t at, struct diagnostics *);
void report_yaml_problem(const struct source *, const struct yaml_problem *,
                         struct diagnostics *);

#endif
