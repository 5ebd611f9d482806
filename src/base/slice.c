/* Pieces of text that somebody else owns. */
#include "base/slice.h"

#include <string.h>

struct slice slice_from_text(const char *text)
{
    return (struct slice){text, text == NULL ? 0 : strlen(text)};
}

/* Asked of keys in a row, most of which begin with another letter. */
bool slice_equals(struct slice slice, const char *text)
{
    if (slice.length > 0 && text != NULL && slice.at[0] != text[0])
        return false;
    return slice_same(slice, slice_from_text(text));
}

bool slice_same(struct slice a, struct slice b)
{
    return a.length == b.length && (a.length == 0 || memcmp(a.at, b.at, a.length) == 0);
}

bool slice_starts(struct slice slice, const char *text)
{
    size_t length = strlen(text);
    return slice.length >= length &&
           slice_same((struct slice){slice.at, length}, (struct slice){text, length});
}

static bool is_ascii_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

struct slice slice_trim(struct slice slice)
{
    while (slice.length > 0 && is_ascii_space(slice.at[0])) {
        slice.at++;
        slice.length--;
    }
    while (slice.length > 0 && is_ascii_space(slice.at[slice.length - 1]))
        slice.length--;
    return slice;
}
