/* Words, ideographs and characters of a passage. */
#include "text/count_passage.h"

#include "base/utf8.h"

/* A passage at work: a word may go on from stretch to stretch. */
struct count {
    struct text_counts *counts;
    bool in_word; /* a letter or a digit of it was seen */
};

static void end_word(struct count *count)
{
    count->counts->words += count->in_word;
    count->in_word = false;
}

/* Every letter behind ASCII but the marks of Chinese text, dashes and quotation marks. */
static bool is_letter_or_digit(codepoint c)
{
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
           (c >= 0xC0 && !(c >= 0x2000 && c <= 0x2BFF) && !(c >= 0x3000 && c <= 0x303F) &&
            !(c >= 0xFE30 && c <= 0xFE4F) && !(c >= 0xFF00 && c <= 0xFF65));
}

static bool is_space(codepoint c)
{
    return c <= ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F ||
           c == 0x3000;
}

static void count_character(struct count *count, codepoint c)
{
    struct text_counts *counts = count->counts;
    if (is_space(c)) {
        end_word(count);
        return;
    }
    counts->characters += utf8_display_width(c) > 0;
    if (is_han(c)) {
        end_word(count);
        counts->ideographs++;
    } else {
        count->in_word |= is_letter_or_digit(c);
    }
}

static void count_stretch(struct count *count, struct slice text)
{
    for (size_t at = 0, size; at < text.length; at += size)
        count_character(count, utf8_decode(text.at + at, text.length - at, &size));
}

void count_passage(struct text_counts *counts, const struct passage *passage)
{
    struct count count = {.counts = counts};
    for (size_t i = 0; i < passage->count && !passage->is_label; i++) {
        const struct stretch *stretch = &passage->at[i];
        if (stretch->call == NULL)
            count_stretch(&count, (struct slice){passage->text.at + stretch->start,
                                                 stretch->end - stretch->start});
    }
    end_word(&count);
}
