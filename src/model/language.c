/* Looking things up in a language. */
#include "model/language.h"

#include "base/map.h"
#include "base/vec.h"
#include <string.h>

const char *language_label(const struct language *language, const char *name)
{
    const char *label = map_find(language->labels, slice_from_text(name));
    if (label == NULL && language->base != NULL)
        return language_label(language->base, name);
    return label;
}

struct names language_words(struct arena *arena, const struct language *language,
                            const char *prefix)
{
    struct names words = {0};
    size_t size = strlen(prefix);
    for (; language != NULL; language = language->base) {
        size_t count = map_count(language->labels);
        struct slice *labels = arena_array(arena, count, sizeof *labels);
        map_names(language->labels, labels);
        for (size_t i = 0; i < count; i++)
            if (slice_starts(labels[i], prefix))
                vec_push(arena, &words,
                         arena_text(arena, labels[i].at + size, labels[i].length - size));
    }
    return words;
}
