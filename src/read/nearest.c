/* Edit distance: letters left out, put in, exchanged or swapped, in either case. */
#include "read/nearest.h"

#include "base/buffer.h"
#include <string.h>

enum { LONGEST_WORD = 40 };

static size_t least(size_t a, size_t b, size_t c)
{
    size_t ab = a < b ? a : b;
    return ab < c ? ab : c;
}

static char lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte + 32) : byte;
}

static bool is_swapped(struct slice word, const char *other, size_t i, size_t j)
{
    return i > 1 && j > 1 && lower(word.at[i - 1]) == lower(other[j - 2]) &&
           lower(word.at[i - 2]) == lower(other[j - 1]);
}

/* Optimal string alignment. */
static size_t distance(struct slice word, const char *other)
{
    size_t count = strlen(other);
    size_t rows[3][LONGEST_WORD + 1];
    size_t *before = rows[0], *last = rows[1], *row = rows[2];
    for (size_t j = 0; j <= count; j++)
        row[j] = j;
    for (size_t i = 1; i <= word.length; i++) {
        size_t *oldest = before;
        before = last;
        last = row;
        row = oldest;
        row[0] = i;
        for (size_t j = 1; j <= count; j++) {
            size_t change = lower(word.at[i - 1]) != lower(other[j - 1]);
            row[j] = least(last[j] + 1, row[j - 1] + 1, last[j - 1] + change);
            if (is_swapped(word, other, i, j) && before[j - 2] + 1 < row[j])
                row[j] = before[j - 2] + 1;
        }
    }
    return row[count];
}

size_t nearest_word(struct slice word, const char *const *words, size_t count)
{
    size_t nearest = count;
    size_t bound = (word.length + 1) / 3; /* more changes make another word */
    for (size_t i = 0; i < count && word.length <= LONGEST_WORD; i++) {
        if (strlen(words[i]) > LONGEST_WORD)
            continue;
        size_t changes = distance(word, words[i]);
        if (changes > bound || changes >= word.length)
            continue;
        bound = changes == 0 ? 0 : changes - 1;
        nearest = i;
        if (changes == 0)
            break;
    }
    return nearest;
}

void report_mend_names(struct diagnostics *d, const char *const *names, size_t count,
                       const char *what)
{
    struct buffer list = new_buffer(d->arena);
    for (size_t i = 0; i < count; i++) {
        buffer_text(&list, i == 0 ? "" : ", ");
        buffer_text(&list, names[i]);
    }
    report_mend(d, "%s: %s", what, buffer_string(&list));
}

void report_mend_nearest(struct diagnostics *d, struct slice name,
                         const char *const *names, size_t count, const char *what)
{
    if (d->told == 0 || count > MOST_COMPARED)
        return;
    size_t nearest = nearest_word(name, names, count);
    if (nearest < count) {
        report_mend(d, "did you mean “%s”?", names[nearest]);
        return;
    }
    report_mend_names(d, names, count, what);
}
