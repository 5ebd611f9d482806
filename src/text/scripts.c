/* Scripts of characters that many scripts share, as UAX #24 section 5 advises. */
#include "text/scripts.h"

enum { DEEPEST_BRACKET = 32 };

/* The closing bracket's script is that of its opening one, UAX #24 5.1. */
struct brackets {
    struct bracket {
        codepoint close;
        hb_script_t script;
    } at[DEEPEST_BRACKET];
    size_t depth;
};

static hb_script_t bracket_script(struct brackets *brackets, codepoint c,
                                  hb_script_t script)
{
    static const char pairs[][2] = {{'(', ')'}, {'[', ']'}, {'{', '}'}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        if (c == (codepoint)pairs[i][0] && brackets->depth < DEEPEST_BRACKET)
            brackets->at[brackets->depth++] =
                (struct bracket){(codepoint)pairs[i][1], script};
        if (c != (codepoint)pairs[i][1])
            continue;
        for (size_t d = brackets->depth; d > 0; d--)
            if (brackets->at[d - 1].close == c) {
                brackets->depth = d - 1;
                hb_script_t opening = brackets->at[d - 1].script;
                return opening == HB_SCRIPT_INVALID ? script : opening;
            }
    }
    return script;
}

static bool is_real_script(hb_script_t script)
{
    return script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED &&
           script != HB_SCRIPT_UNKNOWN;
}

static hb_script_t own_script(const struct character *character)
{
    if (character->c < 0x80 && !character->is_han) {
        codepoint letter = character->c | 0x20;
        return letter >= 'a' && letter <= 'z' ? HB_SCRIPT_LATIN : HB_SCRIPT_COMMON;
    }
    if (character->c >= 0x4E00 && character->c <= 0x9FFF)
        return HB_SCRIPT_HAN;
    hb_script_t script = hb_unicode_script(hb_unicode_funcs_get_default(), character->c);
    if (character->is_han && (!is_han(character->c) || !is_real_script(script)))
        return HB_SCRIPT_HAN;
    return script;
}

/* From the left; what has nothing before it is left HB_SCRIPT_INVALID. */
static void resolve_forwards(struct characters characters)
{
    struct brackets brackets = {.depth = 0};
    hb_script_t last = HB_SCRIPT_INVALID;
    for (size_t i = 0; i < characters.count; i++) {
        struct character *character = &characters.at[i];
        hb_script_t script = own_script(character);
        if (!is_real_script(script))
            script = bracket_script(&brackets, character->c, last);
        last = character->is_han ? HB_SCRIPT_INVALID : script;
        character->script = script;
    }
}

/* Figures that no letter is near, in Chinese text above all, count as Latin. */
static void resolve_backwards(struct characters characters)
{
    hb_script_t next = HB_SCRIPT_LATIN;
    for (size_t i = characters.count; i-- > 0;) {
        struct character *character = &characters.at[i];
        if (character->is_han)
            next = HB_SCRIPT_LATIN;
        else if (character->script == HB_SCRIPT_INVALID)
            character->script = next;
        else
            next = character->script;
    }
}

void resolve_scripts(struct characters characters)
{
    resolve_forwards(characters);
    resolve_backwards(characters);
}
