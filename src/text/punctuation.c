/* The marks of Chinese text, as CLREQ 3.1 and GB/T 15834-2011 part 5 class them. */
#include "text/punctuation.h"

#include <stddef.h>

struct mark {
    codepoint c;
    struct punct_cell cell;
};

#define HALF 500
#define FULL 1000
#define OPEN                                                                             \
    {                                                                                    \
        PUNCT_OPEN, HALF, HALF, 0                                                        \
    }
#define CLOSE                                                                            \
    {                                                                                    \
        PUNCT_CLOSE, HALF, 0, HALF                                                       \
    }
#define STOP                                                                             \
    {                                                                                    \
        PUNCT_STOP, HALF, 0, HALF                                                        \
    }
#define COMMA                                                                            \
    {                                                                                    \
        PUNCT_COMMA, HALF, 0, HALF                                                       \
    }
#define QUESTION                                                                         \
    {                                                                                    \
        PUNCT_QUESTION, HALF, 0, HALF                                                    \
    }
#define TWO_QUESTIONS                                                                    \
    {                                                                                    \
        PUNCT_QUESTION, FULL, 0, 0                                                       \
    }
#define DASH                                                                             \
    {                                                                                    \
        PUNCT_DASH, FULL, 0, 0                                                           \
    }
#define TWO_EM_DASH                                                                      \
    {                                                                                    \
        PUNCT_DASH, 2 * FULL, 0, 0                                                       \
    }
#define ELLIPSIS                                                                         \
    {                                                                                    \
        PUNCT_ELLIPSIS, FULL, 0, 0                                                       \
    }
#define SHORT_CONNECTOR                                                                  \
    {                                                                                    \
        PUNCT_CONNECTOR, HALF, 0, 0                                                      \
    }
#define LONG_CONNECTOR                                                                   \
    {                                                                                    \
        PUNCT_CONNECTOR, FULL, 0, 0                                                      \
    }
#define MIDDLE                                                                           \
    {                                                                                    \
        PUNCT_MIDDLE, HALF, 0, 0                                                         \
    }
#define SOLIDUS                                                                          \
    {                                                                                    \
        PUNCT_SOLIDUS, HALF, 0, 0                                                        \
    }

/* In the order of code points. */
static const struct mark marks[] = {
    {0x00B7, MIDDLE},          /* · */
    {0x2013, SHORT_CONNECTOR}, /* – */
    {0x2014, DASH},            /* — */
    {0x2018, OPEN},            /* ‘ */
    {0x2019, CLOSE},           /* ’ */
    {0x201C, OPEN},            /* “ */
    {0x201D, CLOSE},           /* ” */
    {0x2026, ELLIPSIS},        /* … */
    {0x203C, TWO_QUESTIONS},   /* ‼ */
    {0x2047, TWO_QUESTIONS},   /* ⁇ */
    {0x2048, TWO_QUESTIONS},   /* ⁈ */
    {0x2049, TWO_QUESTIONS},   /* ⁉ */
    {0x22EF, ELLIPSIS},        /* ⋯ */
    {0x2E3A, TWO_EM_DASH},     /* ⸺ */
    {0x3001, COMMA},           /* 、 */
    {0x3002, STOP},            /* 。 */
    {0x3008, OPEN},            /* 〈 */
    {0x3009, CLOSE},           /* 〉 */
    {0x300A, OPEN},            /* 《 */
    {0x300B, CLOSE},           /* 》 */
    {0x300C, OPEN},            /* 「 */
    {0x300D, CLOSE},           /* 」 */
    {0x300E, OPEN},            /* 『 */
    {0x300F, CLOSE},           /* 』 */
    {0x3010, OPEN},            /* 【 */
    {0x3011, CLOSE},           /* 】 */
    {0x3014, OPEN},            /* 〔 */
    {0x3015, CLOSE},           /* 〕 */
    {0x3016, OPEN},            /* 〖 */
    {0x3017, CLOSE},           /* 〗 */
    {0x301C, LONG_CONNECTOR},  /* 〜 */
    {0xFF01, QUESTION},        /* ！ */
    {0xFF08, OPEN},            /* （ */
    {0xFF09, CLOSE},           /* ） */
    {0xFF0C, COMMA},           /* ， */
    {0xFF0E, STOP},            /* ． */
    {0xFF0F, SOLIDUS},         /* ／ */
    {0xFF1A, COMMA},           /* ： */
    {0xFF1B, COMMA},           /* ； */
    {0xFF1F, QUESTION},        /* ？ */
    {0xFF3B, OPEN},            /* ［ */
    {0xFF3D, CLOSE},           /* ］ */
    {0xFF5B, OPEN},            /* ｛ */
    {0xFF5D, CLOSE},           /* ｝ */
    {0xFF5E, LONG_CONNECTOR},  /* ～ */
};

static bool is_beside_marks(codepoint c)
{
    return c < 0xB7 || (c > 0x301C && c < 0xFF01);
}

struct punct_cell punct_cell(codepoint c)
{
    size_t low = 0, high = sizeof marks / sizeof *marks;
    if (is_beside_marks(c))
        high = 0;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (marks[middle].c == c)
            return marks[middle].cell;
        if (marks[middle].c < c)
            low = middle + 1;
        else
            high = middle;
    }
    return (struct punct_cell){PUNCT_NONE, FULL, 0, 0};
}

bool punct_may_start_line(enum punct_class class)
{
    switch (class) {
    case PUNCT_STOP:
    case PUNCT_COMMA:
    case PUNCT_QUESTION:
    case PUNCT_CLOSE:
    case PUNCT_CONNECTOR:
    case PUNCT_MIDDLE:
    case PUNCT_SOLIDUS:
        return false;
    default:
        return true;
    }
}

bool punct_may_end_line(enum punct_class class)
{
    return class != PUNCT_OPEN && class != PUNCT_SOLIDUS;
}
