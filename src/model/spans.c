/* Spans of plain text, and the plain text of spans. */
#include "model/spans.h"

#include "base/vec.h"

struct spans plain_spans(struct arena *arena, struct slice text, struct place place)
{
    struct spans spans = {0};
    if (text.length > 0)
        vec_push(arena, &spans,
                 (struct span){.kind = SPAN_TEXT, .text = text, .place = place});
    return spans;
}

char *spans_text(struct arena *arena, const struct spans *spans, const char *line_break)
{
    struct buffer text = new_buffer(arena);
    for (size_t i = 0; i < spans->count; i++) {
        const struct span *span = &spans->at[i];
        if (span->kind == SPAN_TEXT)
            buffer_slice(&text, span->text);
        else if (span->kind == SPAN_LINE)
            buffer_text(&text, line_break);
    }
    return buffer_string(&text);
}
