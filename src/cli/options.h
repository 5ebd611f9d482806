/* The command line: one table of options that is read and printed as help. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "agendaset.h"
#include "base/buffer.h"

enum command {
    COMMAND_BUILD,
    COMMAND_CHECK,
    COMMAND_COMPARE,
    COMMAND_IMPORT,
    COMMAND_STATS,
    COMMAND_SCHEMA,
    COMMAND_NEW,
    COMMAND_FONTS,
    COMMAND_LAYOUTS,
    COMMAND_LANGUAGES,
    COMMAND_HELP,
    COMMAND_VERSION
};

struct names {
    const char **at;
    size_t count, capacity;
};

struct options {
    struct arena *arena;
    enum command command;
    struct names files; /* or what else a command is told */
    const char *output;     /* NULL: beside the source */
    struct names languages; /* none: all */
    const char *layout;     /* NULL: the file's own */
    struct names layout_folders, font_folders;
    enum agendaset_format format;
    const char *dump; /* NULL: the document itself */
    size_t workers;   /* 0: one a processor */
    bool fail_on_warning;
    const char *why; /* characters whose faces are asked for; NULL: none */
    const char *explain; /* a rule, or "all"; NULL: none */
    const char *trouble; /* what is wrong with the command line, or NULL */
};

struct options read_options(struct arena *, int argc, char **argv);
void print_help(struct buffer *);

#endif
