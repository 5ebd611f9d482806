/* What changed words look like: [-removed-]{+inserted+}, as wdiff has it, and emphasis as
 * its author wrote it. */
#include "compare/word_changes.h"

#include "base/utf8.h"

enum { CONTEXT = 36 /* cells of a terminal, before a change and behind it */ };

static size_t word_cells(const struct text_word *word)
{
    size_t cells = 0, size;
    for (size_t i = 0; i < word->text.length; i += size) {
        int width = utf8_display_width(
            utf8_decode(word->text.at + i, word->text.length - i, &size));
        cells += (size_t)width;
    }
    return cells;
}

static const struct text_word *word_of(const struct changed_word *changed)
{
    return changed->first != NULL ? changed->first : changed->second;
}

/* Which words are near a change, seen from the left or, backwards, from the right. */
static void keep_near(const struct word_changes *changes, bool *kept, bool backwards)
{
    size_t far = CONTEXT + 1, distance = far;
    for (size_t i = 0; i < changes->count; i++) {
        size_t k = backwards ? changes->count - 1 - i : i;
        if (changes->at[k].change != WORD_SAME)
            distance = 0;
        else if (distance < far)
            distance += word_cells(word_of(&changes->at[k]));
        kept[k] |= distance < far;
    }
}

static const char *emphasis_marks(unsigned form)
{
    static const char *const marks[] = {"", "*", "**", "***"};
    return marks[form & (SPAN_EMPHASIS | SPAN_STRONG)];
}

static const char *const opening[] = {"", "[-", "{+"};
static const char *const closing[] = {"", "-]", "+}"};

/* The text that is shown, and how it stands at its end. */
struct showing {
    struct buffer text;
    enum word_change change;
    const struct span *span; /* NULL: of no word yet, or of none that is shown */
};

static void close_span(struct showing *showing, const struct span *next)
{
    const struct span *span = showing->span;
    if (span == NULL || span == next)
        return;
    buffer_text(&showing->text, emphasis_marks(span->form));
    if (span->uri != NULL && showing->change != WORD_SAME)
        buffer_format(&showing->text, "<%s>", span->uri);
    showing->span = NULL;
}

static void turn_to(struct showing *showing, enum word_change change)
{
    if (showing->change == change)
        return;
    close_span(showing, NULL);
    buffer_text(&showing->text, closing[showing->change]);
    buffer_text(&showing->text, opening[change]);
    showing->change = change;
}

static void show_word(struct showing *showing, const struct changed_word *changed)
{
    const struct text_word *word = word_of(changed);
    turn_to(showing, changed->change);
    close_span(showing, word->span);
    if (showing->span == NULL)
        buffer_text(&showing->text, emphasis_marks(word->span->form));
    showing->span = word->span;
    buffer_slice(&showing->text,
                 word->span->kind == SPAN_LINE ? SLICE(" / ") : word->text);
}

const char *show_changes(struct arena *arena, const struct word_changes *changes)
{
    struct showing showing = {.text = new_buffer(arena)};
    bool *kept = arena_array(arena, changes->count, sizeof *kept);
    keep_near(changes, kept, false);
    keep_near(changes, kept, true);
    bool was_kept = true;
    for (size_t i = 0; i < changes->count; i++) {
        if (kept[i])
            show_word(&showing, &changes->at[i]);
        else if (was_kept)
            buffer_text(&showing.text, "…");
        was_kept = kept[i];
    }
    turn_to(&showing, WORD_SAME);
    close_span(&showing, NULL);
    return buffer_string(&showing.text);
}
