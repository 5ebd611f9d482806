/* Codes by zint, which tells bars and modules; their sizes are ours. */
#include "page/codes.h"

#include "base/vec.h"
#include <string.h>
#include <zint.h>

/* A wide bar of Code 39 is 2.5 times a narrow one (ISO/IEC 16388 allows 2 to 3). */
enum { NARROW = 2, WIDE = 5 };

static void delete_symbol(void *symbol)
{
    ZBarcode_Delete(symbol);
}

static bool is_dark(const struct zint_symbol *symbol, int row, int column)
{
    return symbol->encoded_data[row][column / 8] >> (column % 8) & 1;
}

/* The modules after column `column` that are as dark as it, itself included. */
static int equal_modules(const struct zint_symbol *symbol, int row, int column)
{
    int end = column + 1;
    while (end < symbol->width &&
           is_dark(symbol, row, end) == is_dark(symbol, row, column))
        end++;
    return end - column;
}

static struct zint_symbol *encode(struct arena *arena, int symbology, const char *text,
                                  struct code_modules *modules)
{
    struct zint_symbol *symbol = ZBarcode_Create();
    if (symbol == NULL)
        arena_fail(arena, STATUS_LIMIT, "out of memory");
    arena_defer(arena, delete_symbol, symbol);
    symbol->symbology = symbology;
    if (ZBarcode_Encode(symbol, (const unsigned char *)text, (int)strlen(text)) >=
        ZINT_ERROR)
        modules->trouble = arena_format(arena, "%s", symbol->errtxt);
    return symbol;
}

static int bar_units(int modules)
{
    return modules == 1 ? NARROW : WIDE;
}

static int row_units(const struct zint_symbol *symbol)
{
    int units = 0;
    for (int column = 0, same; column < symbol->width; column += same) {
        same = equal_modules(symbol, 0, column);
        units += bar_units(same);
    }
    return units;
}

struct code_modules make_code39(struct arena *arena, const char *text, length width,
                                length height)
{
    struct code_modules modules = {0};
    struct zint_symbol *symbol = encode(arena, BARCODE_CODE39, text, &modules);
    if (modules.trouble != NULL)
        return modules;
    int whole = row_units(symbol), units = 0;
    for (int column = 0, same; column < symbol->width; column += same) {
        same = equal_modules(symbol, 0, column);
        length x = length_scale(width, units, whole);
        units += bar_units(same);
        struct rectangle bar = {
            .x = x, .width = length_scale(width, units, whole) - x, .height = height};
        if (is_dark(symbol, 0, column))
            vec_push(arena, &modules, bar);
    }
    return modules;
}

static void add_row_modules(struct arena *arena, const struct zint_symbol *symbol,
                            int row, length size, struct code_modules *modules)
{
    length y = length_scale(size, row, symbol->rows);
    length height = length_scale(size, row + 1, symbol->rows) - y;
    for (int column = 0, same; column < symbol->width; column += same) {
        same = equal_modules(symbol, row, column);
        length x = length_scale(size, column, symbol->width);
        length end = length_scale(size, column + same, symbol->width);
        if (is_dark(symbol, row, column))
            vec_push(arena, modules, (struct rectangle){x, y, end - x, height});
    }
}

struct code_modules make_qr(struct arena *arena, const char *text, length size)
{
    struct code_modules modules = {0};
    const struct zint_symbol *symbol = encode(arena, BARCODE_QRCODE, text, &modules);
    for (int row = 0; modules.trouble == NULL && row < symbol->rows; row++)
        add_row_modules(arena, symbol, row, size, &modules);
    return modules;
}
