/* What the program can tell without a document: its formats. */
#include "agendaset.h"

#include "read/read_agenda.h"
#include "read/read_layout.h"
#include "read/schema.h"
#include <stdlib.h>
#include <string.h>

static const struct key_table *format_table(const char *format)
{
    if (strcmp(format, "agenda") == 0)
        return &agenda_table;
    return strcmp(format, "layout") == 0 ? &layout_table : NULL;
}

char *agendaset_schema(const char *format)
{
    struct recovery recovery;
    const struct key_table *table = format_table(format);
    struct arena *arena = table == NULL ? NULL : new_arena(&recovery, 0);
    if (arena == NULL || setjmp(recovery.jump) != 0) {
        free_arena(arena);
        return NULL;
    }
    struct buffer schema = new_buffer(arena);
    write_schema(&schema, table);
    char *text = strdup(buffer_string(&schema));
    free_arena(arena);
    return text;
}
