/* Numbers as they stand in texts: 2020, ２０, 二〇二〇, 十二. */
#ifndef CHECK_NUMBERS_H
#define CHECK_NUMBERS_H

#include "base/slice.h"
#include "base/utf8.h"
#include <stdint.h>

struct number {
    int64_t value;
    size_t end;    /* 0: there is none */
    size_t digits; /* how many characters it was written with */
};

/* Of ASCII or full-width digits, at most 12. */
struct number read_digits(struct slice text, size_t at);
/* Of 〇 一 二 ... 十 百 千 万 亿, by place value or with their units. */
struct number read_han_number(struct slice text, size_t at);

/* The character at `at`, CODEPOINT_INVALID at the end. */
codepoint character_at(struct slice text, size_t at);
/* The character that ends before `at`, CODEPOINT_INVALID at the start. */
codepoint character_before(struct slice text, size_t at);
size_t next_character(struct slice text, size_t at);
bool is_space(codepoint);
bool is_ascii_letter(codepoint);
bool is_ascii_digit(codepoint);
/* Behind white space. */
size_t skip_spaces(struct slice text, size_t at);
/* Before white space. */
size_t skip_spaces_back(struct slice text, size_t at);
/* A word or a number goes on from one side of `at` to the other. */
bool is_inside_word(struct slice text, size_t at);

#endif
