/* Dates, times, numbers and list entries in the words of a language. */
#ifndef WORDING_H
#define WORDING_H

#include "base/arena.h"
#include "model/agenda.h"
#include "model/language.h"

char *word_date(struct arena *, const struct language *, struct date);
char *word_dates(struct arena *, const struct language *, struct dates);
/* Days with gaps between them, in a language that has words for that. */
const char *word_rows_of_days(struct arena *, const struct language *,
                              const struct dates *rows, size_t count);
char *word_day_row(struct arena *, const struct language *, struct date);
char *word_time_range(struct arena *, const struct language *, struct time_range);
/* When an item is taken up and how long it takes: "10 a.m., 5 min."; NULL: not said. */
const char *word_item_time(struct arena *, const struct language *,
                           const struct agenda_item *);
/* n >= 1 in the given form: "1", "a", "iv", "十二". */
const char *word_number(struct arena *, const struct language *, enum number_form, int n);
/* Fills label and reference of every item. */
void number_agenda(struct arena *, const struct language *, struct agenda *);
/* "3 (b) and (c)": items that are named together. */
const char *word_items(struct arena *, const struct language *,
                       struct agenda_item *const *items, size_t count);
/* `pattern` with every {name} replaced by what names/values (pairs, ended by NULL) say;
 * an unknown {name} stays as it is. */
char *fill_pattern(struct arena *, const char *pattern, ...);
/* The label with the space that parts it from a title: none behind an ideograph or a mark
 * of Chinese text, "一、". */
char *label_before_title(struct arena *, const char *label);

#endif
