/* All rules, in the order in which the manual has them. */
#ifndef RULES_H
#define RULES_H

#include "check/checker.h"

extern const struct rule rules[];
extern const size_t rule_count;

#endif
