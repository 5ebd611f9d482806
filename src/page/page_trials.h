/* The pages from which the search for page ends goes on: for each slug the ways to begin
 * a page with it that are not beaten by another. */
#ifndef PAGE_TRIALS_H
#define PAGE_TRIALS_H

#include "base/arena.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { NO_TRIAL = 0 };

/* A page that begins with a slug and with the lines that notes of earlier pages left
 * over. */
struct trial {
    size_t start;      /* first slug of the page */
    size_t note_start; /* first line of notes that is not set yet */
    size_t page;       /* how many pages are before it */
    int64_t cost;      /* of all of them */
    size_t before;     /* the trial of the page before; NO_TRIAL: first page */
};

/* Trials of one start: each has more lines of notes set than the one before it, and costs
 * more. */
struct trial_front {
    size_t *at;
    size_t count, capacity;
    size_t done; /* the search has gone on from these */
};

struct page_trials {
    struct arena *arena;
    struct {
        struct trial *at; /* index 0 is no trial */
        size_t count, capacity;
    } all;
    struct trial_front *fronts; /* by start */
};

/* For starts from 0 to `slugs`. */
struct page_trials new_page_trials(struct arena *, size_t slugs);
/* Unless it is beaten. */
void add_trial(struct page_trials *, struct trial);
/* The next one of this start from which the search has not gone on yet; NO_TRIAL when
 * there is none. */
size_t take_trial(struct page_trials *, size_t start);

#endif
