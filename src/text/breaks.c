/* Where a line may end: ICU's answer by the language of each span, then our own layer,
 * then nothing inside a cluster. */
#include "text/breaks.h"

#include "text/protect_breaks.h"
#include <string.h>

/* Who decides about a line end before a byte: the run around it; between two runs the
 * Chinese one, which knows its quotation marks, else the first. */
struct decider {
    const struct runs *runs;
    const struct passage *passage;
    size_t run; /* the last that starts at or before the byte */
};

static const char *decider_language(struct decider *d, size_t byte)
{
    const struct runs *runs = d->runs;
    if (runs->count == 0)
        return d->passage->language;
    while (d->run + 1 < runs->count && runs->at[d->run + 1].start <= byte)
        d->run++;
    const struct run *run = &runs->at[d->run];
    bool is_between = run->start == byte && d->run > 0;
    return is_between && !(run->is_han && !run[-1].is_han) ? run[-1].language
                                                           : run->language;
}

static void take_breaks(struct arena *arena, struct breaker *breaker,
                        const char *language, struct utf16 text, struct decider decider,
                        int *price)
{
    const unsigned char *kinds = line_breaks(arena, breaker, language, text);
    for (size_t i = 1; i < text.length; i++) {
        if (kinds[i] == LINE_BREAK_NONE)
            continue;
        size_t byte = text.byte[i];
        if (strcmp(decider_language(&decider, byte), language) == 0)
            price[byte] = kinds[i] == LINE_BREAK_MUST ? BREAK_MUST : BREAK_FREE;
    }
}

/* Whether an earlier run has the same language. */
static bool is_language_done(const struct runs *runs, size_t run)
{
    for (size_t i = 0; i < run; i++)
        if (runs->at[i].language == runs->at[run].language ||
            strcmp(runs->at[i].language, runs->at[run].language) == 0)
            return true;
    return false;
}

static void take_all_breaks(struct arena *arena, struct breaker *breaker,
                            const struct passage *passage, const struct runs *runs,
                            int *price)
{
    struct utf16 text = utf16_from_utf8(arena, passage->text);
    struct decider decider = {.runs = runs, .passage = passage};
    if (runs->count == 0)
        take_breaks(arena, breaker, passage->language, text, decider, price);
    for (size_t i = 0; i < runs->count; i++)
        if (!is_language_done(runs, i))
            take_breaks(arena, breaker, runs->at[i].language, text, decider, price);
}

/* What HarfBuzz made one piece of stays one. */
static void forbid_inside_clusters(const struct runs *runs, int *price)
{
    for (const struct run *run = runs->at; run < runs->at + runs->count; run++)
        for (size_t i = 0; i < run->glyph_count; i++) {
            bool is_last = i + 1 == run->glyph_count;
            size_t end = is_last ? run->end : run->glyphs[i + 1].cluster;
            for (size_t byte = run->glyphs[i].cluster + 1; byte < end; byte++)
                price[byte] = BREAK_FORBIDDEN;
        }
}

int *find_breaks(struct arena *arena, struct breaker *breaker,
                 const struct passage *passage, const struct runs *runs,
                 const struct language *language, enum prohibition prohibition)
{
    size_t count = passage->text.length;
    int *price = arena_array(arena, count + 1, sizeof *price);
    for (size_t i = 0; i < count; i++)
        price[i] = BREAK_FORBIDDEN;
    price[count] = BREAK_MUST;
    if (count == 0)
        return price;
    take_all_breaks(arena, breaker, passage, runs, price);
    protect_breaks(arena, price, passage, runs, language, prohibition);
    forbid_inside_clusters(runs, price);
    return price;
}
