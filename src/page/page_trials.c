/* Fronts of trials: fewer lines of notes left over for a higher cost. */
#include "page/page_trials.h"

#include "base/vec.h"
#include <string.h>

/* Of more ways to begin a page with a slug only those are kept that leave the fewest
 * lines of notes over; a document has more only near a note of more lines than this. */
enum { MOST_TRIALS = 32 };

struct page_trials new_page_trials(struct arena *arena, size_t slugs)
{
    struct page_trials trials = {
        .arena = arena, .fronts = arena_array(arena, slugs + 1, sizeof *trials.fronts)};
    vec_push(arena, &trials.all, (struct trial){0});
    return trials;
}

static const struct trial *front_trial(const struct page_trials *trials,
                                       const struct trial_front *front, size_t i)
{
    return &trials->all.at[front->at[i]];
}

/* Puts `trial` where [first, end) of the front was. */
static void replace_trials(struct page_trials *trials, struct trial_front *front,
                           size_t first, size_t end, struct trial trial)
{
    vec_reserve(trials->arena, front, 1);
    memmove(&front->at[first + 1], &front->at[end],
            (front->count - end) * sizeof *front->at);
    front->count = front->count - (end - first) + 1;
    front->at[first] = trials->all.count;
    vec_push(trials->arena, &trials->all, trial);
}

/* A trial is beaten by one that has as many lines set and costs no more. */
void add_trial(struct page_trials *trials, struct trial trial)
{
    struct trial_front *front = &trials->fronts[trial.start];
    size_t end = front->done;
    while (end < front->count &&
           front_trial(trials, front, end)->note_start < trial.note_start)
        end++;
    if (end < front->count && front_trial(trials, front, end)->cost <= trial.cost)
        return;
    if (end < front->count &&
        front_trial(trials, front, end)->note_start == trial.note_start)
        end++;
    size_t first = end;
    while (first > front->done &&
           front_trial(trials, front, first - 1)->cost >= trial.cost)
        first--;
    replace_trials(trials, front, first, end, trial);
}

size_t take_trial(struct page_trials *trials, size_t start)
{
    struct trial_front *front = &trials->fronts[start];
    if (front->count - front->done > MOST_TRIALS)
        front->done = front->count - MOST_TRIALS;
    return front->done < front->count ? front->at[front->done++] : NO_TRIAL;
}
