/* A galley measured, so that the height of any piece of it is a subtraction. */
#ifndef GALLEY_MEASURE_H
#define GALLEY_MEASURE_H

#include "model/layout.h"
#include "page/galley.h"

/* Slugs in a column without page ends: y of their leading boxes. */
struct column_measure {
    const struct slug **slugs;
    length *top, *bottom;
    size_t count;
};

/* Notes stand in one column, one behind the other; a "line" is a slug of it. */
struct galley_measure {
    struct column_measure text, notes, foot;
    size_t *note_line; /* first line of note k; note_count + 1 of them */
    size_t note_count;
    size_t *notes_before; /* how many notes are first marked before slug i;
                             text.count + 1 of them, none smaller than the one before */
};

struct galley_measure measure_galley(struct arena *, const struct galley *);
/* From the top of slug `first` to the bottom of slug end - 1; 0 when there is none. */
length column_height(const struct column_measure *, size_t first, size_t end);
/* Where what stands at the foot of the last page ends, and where text and notes over it
 * do. */
length foot_end(const struct layout *);
length text_end_over_foot(const struct layout *, const struct galley_measure *);
/* What is repeated over a page that begins with the slug. */
length repeat_height(const struct slug *);
/* The note of a line. */
size_t note_of_line(const struct galley_measure *, size_t line);
/* Lines that the notes take which are marked before slug `slug`. */
size_t lines_called_before(const struct galley_measure *, size_t slug);
/* The line is not the first one of its note. */
bool is_inside_note(const struct galley_measure *, size_t line);
/* The rule over a page's notes, the first of which may go on from the page before; and
 * its height with the white space around it. */
const struct note_rule *rule_over_notes(const struct note_form *, bool goes_on);
length note_head(const struct note_form *, bool goes_on);

#endif
