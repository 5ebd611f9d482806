/* libhyphen: words go in in the encoding of the dictionary, in small letters. */
#include "text/hyphen_dictionary.h"

#include <hyphen.h>
#include <stdlib.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>

enum {
    BYTES_A_LETTER = 4,
    WORD_BYTES = LONGEST_WORD * BYTES_A_LETTER + 1,
    VECTOR_BYTES = WORD_BYTES + 5 /* as hyphen.h asks */
};

struct hyphen_dictionary {
    HyphenDict *patterns;
    UConverter *encoding;
};

static void free_patterns(void *patterns)
{
    hnj_hyphen_free(patterns);
}

static void close_encoding(void *encoding)
{
    ucnv_close(encoding);
}

/* A letter that the encoding has not is told, not replaced.  An empty name would be the
 * encoding of the machine. */
static UConverter *open_encoding(const char *name)
{
    UErrorCode error = U_ZERO_ERROR;
    if (name[0] == '\0')
        return NULL;
    UConverter *encoding = ucnv_open(name, &error);
    ucnv_setFromUCallBack(encoding, UCNV_FROM_U_CALLBACK_STOP, NULL, NULL, NULL, &error);
    return U_SUCCESS(error) ? encoding : NULL;
}

struct hyphen_dictionary *open_hyphen_dictionary(struct arena *arena, const char *file)
{
    HyphenDict *patterns = hnj_hyphen_load(file);
    if (patterns == NULL)
        return NULL;
    arena_defer(arena, free_patterns, patterns);
    UConverter *encoding = open_encoding(patterns->cset);
    if (encoding == NULL)
        return NULL;
    arena_defer(arena, close_encoding, encoding);
    struct hyphen_dictionary *dictionary = arena_alloc(arena, sizeof *dictionary);
    *dictionary = (struct hyphen_dictionary){patterns, encoding};
    return dictionary;
}

/* How many bytes; 0 when a letter is not in the encoding. */
static int encode_word(const struct hyphen_dictionary *dictionary,
                       const codepoint *letters, size_t count, char *bytes)
{
    UChar units[LONGEST_WORD];
    for (size_t i = 0; i < count; i++) {
        if (letters[i] > 0xFFFF)
            return 0;
        units[i] = (UChar)u_tolower((UChar32)letters[i]);
    }
    UErrorCode error = U_ZERO_ERROR;
    int size = ucnv_fromUChars(dictionary->encoding, bytes, WORD_BYTES, units,
                               (int32_t)count, &error);
    bool is_known = dictionary->patterns->utf8 || size == (int)count;
    return U_SUCCESS(error) && is_known ? size : 0;
}

/* Parts that change letters (German Schiff-fahrt) would need another text at the line's
 * end: they are left out. */
struct changes {
    char **letters; /* NULL where nothing changes */
    int *start, *count;
};

static void free_changes(struct changes *changes, int size)
{
    for (int i = 0; changes->letters != NULL && i < size; i++)
        free(changes->letters[i]);
    free(changes->letters);
    free(changes->start);
    free(changes->count);
}

struct word_parts part_word(const struct hyphen_dictionary *dictionary,
                            const codepoint *letters, size_t count, int left, int right)
{
    struct word_parts parts = {0};
    char bytes[WORD_BYTES], vector[VECTOR_BYTES];
    int size = count > LONGEST_WORD ? 0 : encode_word(dictionary, letters, count, bytes);
    if (size == 0)
        return parts;
    struct changes changes = {0};
    hnj_hyphen_hyphenate3(dictionary->patterns, bytes, size, vector, NULL,
                          &changes.letters, &changes.start, &changes.count, left, right,
                          0, 0);
    /* Odd figures are of places behind a letter. */
    for (size_t i = 0; i + 1 < count; i++)
        parts.before[i + 1] =
            vector[i] % 2 != 0 && (changes.letters == NULL || changes.letters[i] == NULL);
    free_changes(&changes, size);
    return parts;
}
