/* `limits:` of layouts and agendas. */
#include "read/read_limits.h"

#include "model/counts.h"

static const struct key limit_keys[] = {
    {"words", &count_value, offsetof(struct text_limits, words), NULL, 0,
     "most words of letters, with headings and notes; 0: no limit"},
    {"ideographs", &count_value, offsetof(struct text_limits, ideographs), NULL, 0,
     "most ideographs, which are counted in editions in Chinese; 0: no limit"},
    {"pages", &count_value, offsetof(struct text_limits, pages), NULL, 0,
     "most pages; 0: no limit"},
};
const struct key_table limits_table = KEY_TABLE("“limits”", limit_keys);
