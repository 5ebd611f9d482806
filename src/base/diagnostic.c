/* Taking messages about a document, and putting them in order. */
#include "base/diagnostic.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "base/vec.h"
#include <stdarg.h>
#include <string.h>

static bool same_message(const struct diagnostic *a, const struct diagnostic *b)
{
    return a->place.source == b->place.source && a->place.at == b->place.at &&
           a->place.length == b->place.length && strcmp(a->name, b->name) == 0 &&
           strcmp(a->text, b->text) == 0;
}

/* Index + 1, or 0. */
static size_t find_message(const struct diagnostics *d, const struct diagnostic *message)
{
    for (size_t i = d->count; i > 0; i--)
        if (same_message(&d->at[i - 1], message))
            return i;
    return 0;
}

/* An error is worth more than a warning: without it nobody learns why nothing was
 * written. */
static void drop_last_warning(struct diagnostics *d)
{
    size_t i = d->count;
    while (i > 0 && d->at[i - 1].severity != SEVERITY_WARNING)
        i--;
    if (i == 0)
        return;
    memmove(&d->at[i - 1], &d->at[i], (d->count - i) * sizeof *d->at);
    d->count--;
}

static bool is_allowed(const struct diagnostics *d, const struct diagnostic *message)
{
    return message->severity == SEVERITY_WARNING && d->allowed != NULL &&
           map_find(d->allowed, slice_from_text(message->name)) != NULL;
}

static void take_message(struct diagnostics *d, const struct diagnostic *message)
{
    d->told = 0;
    if (is_allowed(d, message))
        return;
    d->told = find_message(d, message);
    if (d->told != 0)
        return;
    if (message->severity == SEVERITY_ERROR)
        d->errors++;
    else
        d->warnings++;
    if (d->count >= LIMIT_DIAGNOSTICS) {
        d->full = true;
        if (message->severity == SEVERITY_ERROR)
            drop_last_warning(d);
    }
    if (d->count >= LIMIT_DIAGNOSTICS)
        return;
    vec_push(d->arena, d, *message);
    d->told = d->count;
}

void report(struct diagnostics *d, const char *name, struct place place,
            const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const char *text = arena_vformat(d->arena, format, arguments);
    va_end(arguments);
    take_message(d, &(struct diagnostic){
                        .name = name,
                        .severity = SEVERITY_ERROR,
                        .place = place,
                        .text = text,
                    });
}

void report_limit(struct diagnostics *d, const char *name, struct place place,
                  const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const char *text = arena_vformat(d->arena, format, arguments);
    va_end(arguments);
    report(d, name, place, "%s", text);
    d->limit = true;
}

void report_warning(struct diagnostics *d, const char *name, struct place place,
                    const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const char *text = arena_vformat(d->arena, format, arguments);
    va_end(arguments);
    take_message(d, &(struct diagnostic){
                        .name = name,
                        .severity = SEVERITY_WARNING,
                        .place = place,
                        .text = text,
                    });
}

void report_mend(struct diagnostics *d, const char *format, ...)
{
    if (d->told == 0)
        return;
    va_list arguments;
    va_start(arguments, format);
    d->at[d->told - 1].mend = arena_vformat(d->arena, format, arguments);
    va_end(arguments);
}

void report_related(struct diagnostics *d, struct place place, const char *format, ...)
{
    if (d->told == 0)
        return;
    struct diagnostic *message = &d->at[d->told - 1];
    va_list arguments;
    va_start(arguments, format);
    message->related = place;
    message->related_text = arena_vformat(d->arena, format, arguments);
    va_end(arguments);
}

/* Files by name, what is nowhere in a file first. */
static int compare_places(struct place a, struct place b)
{
    if (a.source != b.source) {
        int order = strcmp(a.source == NULL ? "" : a.source->name,
                           b.source == NULL ? "" : b.source->name);
        if (order != 0)
            return order;
    }
    return (a.at > b.at) - (a.at < b.at);
}

/* By insertion: stable, and there are at most LIMIT_DIAGNOSTICS. */
void sort_diagnostics(struct diagnostics *d)
{
    d->told = 0;
    for (size_t i = 1; i < d->count; i++) {
        struct diagnostic message = d->at[i];
        size_t to = i;
        for (; to > 0 && compare_places(d->at[to - 1].place, message.place) > 0; to--)
            d->at[to] = d->at[to - 1];
        d->at[to] = message;
    }
}
