/* Type 2 charstrings, flattened: operands and operators are copied as they stand, and
 * what is not wanted is taken out again when its operator comes. */
#include "out/pdf_charstring.h"

#include <string.h>

enum { MOST_OPERANDS = 48, DEEPEST_CALL = 10 }; /* appendix B */

enum operator{
    HSTEM = 1,
    VSTEM = 3,
    VMOVETO = 4,
    RLINETO = 5,
    RRCURVETO = 8,
    CALLSUBR = 10,
    RETURN = 11,
    ESCAPE = 12,
    ENDCHAR = 14,
    HSTEMHM = 18,
    HINTMASK = 19,
    CNTRMASK = 20,
    RMOVETO = 21,
    HMOVETO = 22,
    VSTEMHM = 23,
    RCURVELINE = 24,
    HHCURVETO = 27,
    INT16 = 28, /* a number */
    CALLGSUBR = 29,
    VHCURVETO = 30,
    HVCURVETO = 31,
    FIRST_NUMBER = 32,
    TWO_BYTES = 247, /* this and greater numbers */
    NEGATIVE = 251,
    FIXED = 255,
    HFLEX = 34, /* behind ESCAPE, as the next */
    FLEX1 = 37,
};

/* A charstring or a subroutine on its way. */
struct call {
    const unsigned char *at, *end;
};

struct flattening {
    struct cff_index local, global; /* subroutines */
    struct call calls[DEEPEST_CALL + 1];
    size_t depth;
    struct charstring *out;
    size_t operands[MOST_OPERANDS]; /* where they begin in `out` */
    size_t count;
    size_t hints;
    bool has_begun; /* the first operator, before which a width may stand, is over */
    bool has_ended;
};

static bool is_number(unsigned first)
{
    return first >= FIRST_NUMBER || first == INT16;
}

static size_t number_length(unsigned first)
{
    if (first >= FIRST_NUMBER && first < TWO_BYTES)
        return 1;
    return first == INT16 ? 3 : first == FIXED ? 5 : 2;
}

/* Most of a charstring, so that it is done in one go. */
static bool copy_numbers(struct flattening *f, struct call *call)
{
    const unsigned char *at = call->at, *end = call->end;
    unsigned char *bytes = f->out->bytes;
    size_t to = f->out->length, count = f->count;
    if ((size_t)(end - at) > LONGEST_CHARSTRING - to)
        return false;
    for (; at < end && is_number(*at); count++) {
        size_t length = number_length(*at);
        if (count == MOST_OPERANDS || length > (size_t)(end - at))
            return false;
        f->operands[count] = to;
        bytes[to++] = *at++;
        while (--length > 0)
            bytes[to++] = *at++;
    }
    call->at = at;
    f->out->length = to;
    f->count = count;
    return true;
}

static bool copy_operator(struct flattening *f, unsigned operator)
{
    f->count = 0;
    if (!f->has_begun || f->out->length == LONGEST_CHARSTRING)
        return false;
    f->out->bytes[f->out->length++] = (unsigned char)operator;
    return true;
}

/* All flexes stay: they are curves. */
static bool copy_flex(struct flattening *f, unsigned operator)
{
    return operator>= HFLEX && operator<= FLEX1 && copy_operator(f, ESCAPE) &&
           copy_operator(f, operator);
}

/* The first operator may have the width before its operands; hmtx tells it as well. */
static void drop_width(struct flattening *f, bool is_there)
{
    struct charstring *out = f->out;
    if (is_there && !f->has_begun) {
        unsigned char *first = out->bytes + f->operands[0];
        size_t length = number_length(*first);
        out->length -= length;
        memmove(first, first + length, out->length - f->operands[0]);
        f->count--;
    }
    f->has_begun = true;
}

static bool copy_move(struct flattening *f, unsigned operator, size_t operands)
{
    drop_width(f, f->count > operands);
    return f->count == operands && copy_operator(f, operator);
}

/* Four operands would be an accented letter put together out of two. */
static bool copy_end(struct flattening *f)
{
    drop_width(f, f->count > 0);
    f->has_ended = f->count == 0 && copy_operator(f, ENDCHAR);
    return f->has_ended;
}

/* Stems are pairs, so that an odd operand is the width. */
static bool drop_stems(struct flattening *f)
{
    f->has_begun = true;
    f->hints += f->count / 2;
    if (f->count > 0)
        f->out->length = f->operands[0];
    f->count = 0;
    return true;
}

/* A bit for each stem; the last stems stand before it without an operator. */
static bool drop_mask(struct flattening *f)
{
    struct call *call = &f->calls[f->depth];
    drop_stems(f);
    size_t length = (f->hints + 7) / 8;
    if (length > (size_t)(call->end - call->at))
        return false;
    call->at += length;
    return true;
}

static int number_value(const unsigned char *at)
{
    if (*at == INT16)
        return (int16_t)(at[1] << 8 | at[2]);
    if (*at >= NEGATIVE)
        return -(*at - NEGATIVE) * 256 - at[1] - 108;
    if (*at >= TWO_BYTES)
        return (*at - TWO_BYTES) * 256 + at[1] + 108;
    return *at - 139;
}

static void begin_call(struct flattening *f, struct slice code)
{
    const unsigned char *at = (const unsigned char *)code.at;
    f->calls[f->depth] = (struct call){at, at + code.length};
}

/* Subroutines are numbered from their middle (TN 5176, 16). */
static bool call_subroutine(struct flattening *f, const struct cff_index *subroutines)
{
    if (f->count == 0 || f->depth == DEEPEST_CALL)
        return false;
    f->out->length = f->operands[--f->count];
    size_t count = subroutines->count;
    int bias = count < 1240 ? 107 : count < 33900 ? 1131 : 32768;
    int number = number_value(f->out->bytes + f->out->length) + bias;
    if (number < 0 || (size_t)number >= count)
        return false;
    f->depth++;
    begin_call(f, cff_object(subroutines, (size_t)number));
    return true;
}

static bool return_from_call(struct flattening *f)
{
    return f->depth-- > 0;
}

static bool do_operator(struct flattening *f, unsigned operator)
{
    switch (operator) {
    case HSTEM:
    case VSTEM:
    case HSTEMHM:
    case VSTEMHM:
        return drop_stems(f);
    case HINTMASK:
    case CNTRMASK:
        return drop_mask(f);
    case RMOVETO:
        return copy_move(f, operator, 2);
    case HMOVETO:
    case VMOVETO:
        return copy_move(f, operator, 1);
    case ENDCHAR:
        return copy_end(f);
    case CALLSUBR:
        return call_subroutine(f, &f->local);
    case CALLGSUBR:
        return call_subroutine(f, &f->global);
    case RETURN:
        return return_from_call(f);
    }
    bool draws = (operator>= RLINETO && operator<= RRCURVETO) ||
                 (operator>= RCURVELINE && operator<= HHCURVETO) ||
                 operator== VHCURVETO || operator== HVCURVETO;
    return draws && copy_operator(f, operator);
}

/* Operands and their operator; false when there is none that may be. */
static bool step(struct flattening *f)
{
    struct call *call = &f->calls[f->depth];
    if (!copy_numbers(f, call) || call->at == call->end)
        return false;
    unsigned operator= * call->at++;
    if (operator!= ESCAPE)
        return do_operator(f, operator);
    return call->at < call->end && copy_flex(f, *call->at++);
}

/* Less the nominal width, which is 0. */
static void write_width(struct charstring_width width, struct charstring *out)
{
    out->length = 0;
    if (width.width == width.default_width)
        return;
    out->bytes[out->length++] = INT16;
    out->bytes[out->length++] = (unsigned char)(width.width >> 8);
    out->bytes[out->length++] = (unsigned char)width.width;
}

bool flatten_charstring(const struct cff *cff, uint32_t glyph,
                        struct charstring_width width, struct charstring *out)
{
    struct flattening f = {
        .local = cff_local_subroutines(cff, glyph),
        .global = cff->global_subroutines,
        .out = out,
    };
    write_width(width, out);
    begin_call(&f, cff_object(&cff->charstrings, glyph));
    while (!f.has_ended && step(&f))
        continue;
    return f.has_ended;
}
