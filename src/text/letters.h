/* A passage as the rules for line ends see it. */
#ifndef LETTERS_H
#define LETTERS_H

#include "text/punctuation.h"
#include "text/run.h"

/* What a letter is, as bits. */
enum {
    LETTER_DIGIT = 1 << 0,
    LETTER_ALPHABETIC = 1 << 1, /* of a word: neither digit nor ideograph */
    LETTER_SPACE = 1 << 2,
    LETTER_IDEOGRAPH = 1 << 3,
    LETTER_HAN_NUMBER = 1 << 4, /* 〇 一 二 ... 亿 */
    LETTER_UNIT = 1 << 5,       /* stays with the number before it: 年 月 日 ％ */
    LETTER_CURRENCY = 1 << 6,
    LETTER_SUPERSCRIPT = 1 << 7 /* what calls a note, too, whatever it is else */
};

struct letter {
    uint32_t at; /* byte of the text */
    codepoint c;
    enum punct_class mark; /* in Chinese text, else PUNCT_NONE */
    unsigned is;
};

struct letters {
    const struct letter *at;
    size_t count;
    struct slice text;
};

struct letters read_letters(struct arena *, const struct passage *, const struct runs *);

/* Number of the letter at a byte, or the count. */
size_t letter_at_byte(const struct letters *, size_t byte);

bool is_upper_case(codepoint);

#endif
