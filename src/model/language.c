/* Looking things up in a language. */
#include "model/language.h"

const char *language_label(const struct language *language, const char *name)
{
    return map_find(language->labels, slice_from_text(name));
}
