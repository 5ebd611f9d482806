/* Looking things up in a language. */
#include "model/language.h"

const char *language_label(const struct language *language, const char *name)
{
    const char *label = map_find(language->labels, slice_from_text(name));
    if (label == NULL && language->base != NULL)
        return language_label(language->base, name);
    return label;
}
