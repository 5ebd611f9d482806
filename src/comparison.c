/* Comparing documents from top to bottom: they are read, their editions are paired, and
 * what differs is told. */
#include "agendaset.h"

#include "base/limits.h"
#include "compare/report.h"
#include "document.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A file on its way. */
struct side {
    struct diagnostics diagnostics;
    struct document document;
};

/* What the caller gets is its first member. */
struct comparing {
    struct agendaset_comparison result;
    struct agendaset *engine;
    const struct agendaset_job *first, *second; /* NULL: the editions of the first */
    struct arena *arena;
    struct side sides[2];
    char fatal[512]; /* why it could not be finished; empty: it could */
};

static void read_side(struct comparing *comparing, struct side *side,
                      const struct agendaset_job *job)
{
    side->diagnostics.arena = comparing->arena;
    side->document = (struct document){.engine = comparing->engine,
                                       .arena = comparing->arena,
                                       .job = job,
                                       .diagnostics = &side->diagnostics,
                                       .is_alone = comparing->second != NULL};
    read_document(&side->document);
}

static struct checked_edition read_texts(struct comparing *comparing,
                                         const struct document_edition *edition)
{
    return read_checked_edition(
        comparing->arena, &(struct edition_to_check){edition->agenda, edition->language, false});
}

static void tell_lone(struct comparing *comparing, struct report *into,
                      const struct document_edition *edition, bool is_first)
{
    struct checked_edition lone = read_texts(comparing, edition);
    report_lone_edition(into, &lone, is_first);
}

static void compare_editions(struct comparing *comparing, struct report *into,
                             const struct document_edition *a,
                             const struct document_edition *b)
{
    struct checked_edition first = read_texts(comparing, a);
    struct checked_edition second = read_texts(comparing, b);
    struct differences differences = find_differences(comparing->arena, &first, &second);
    report_differences(into, &first, &second, &differences);
}

static const struct document_edition *find_edition(const struct document_editions *all,
                                                   const struct language *language)
{
    for (size_t i = 0; i < all->count; i++)
        if (strcmp(all->at[i].language->tag, language->tag) == 0)
            return &all->at[i];
    return NULL;
}

/* Each edition with that of the same language. */
static void compare_versions(struct comparing *comparing, struct report *into)
{
    const struct document_editions *a = &comparing->sides[0].document.editions;
    const struct document_editions *b = &comparing->sides[1].document.editions;
    for (size_t i = 0; i < a->count; i++) {
        const struct document_edition *other = find_edition(b, a->at[i].language);
        if (other != NULL)
            compare_editions(comparing, into, &a->at[i], other);
        else
            tell_lone(comparing, into, &a->at[i], true);
    }
    for (size_t i = 0; i < b->count; i++)
        if (find_edition(a, b->at[i].language) == NULL)
            tell_lone(comparing, into, &b->at[i], false);
}

static bool have_common_language(const struct document_editions *a,
                                 const struct document_editions *b)
{
    for (size_t i = 0; i < a->count; i++)
        if (find_edition(b, a->at[i].language) != NULL)
            return true;
    return false;
}

/* The first edition with all others, those of the tied file with them. */
static void compare_languages(struct comparing *comparing, struct report *into)
{
    const struct document *document = &comparing->sides[0].document;
    const struct document_editions *own = &document->editions;
    for (size_t i = 1; i < own->count; i++)
        compare_editions(comparing, into, &own->at[0], &own->at[i]);
    for (size_t i = 0; i < document->tied.count; i++)
        compare_editions(comparing, into, &own->at[0], &document->tied.at[i]);
    if (own->count + document->tied.count > 1)
        return;
    report(&comparing->sides[0].diagnostics, "nothing-to-compare", (struct place){0},
           "%s has one edition: name another file", comparing->first->name);
    comparing->result.status = AGENDASET_USAGE;
}

static void compare_documents(struct comparing *comparing)
{
    struct side *sides = comparing->sides;
    read_side(comparing, &sides[0], comparing->first);
    if (comparing->second != NULL)
        read_side(comparing, &sides[1], comparing->second);
    if (sides[0].diagnostics.errors + sides[1].diagnostics.errors > 0)
        return;
    struct buffer text = new_buffer(comparing->arena);
    struct report into = new_report(comparing->arena, &text);
    const struct document_editions *a = &sides[0].document.editions;
    const struct document_editions *b = &sides[1].document.editions;
    if (comparing->second == NULL)
        compare_languages(comparing, &into);
    else if (have_common_language(a, b))
        compare_versions(comparing, &into);
    else
        compare_editions(comparing, &into, &a->at[0], &b->at[0]);
    report_summary(&into);
    comparing->result.report = buffer_string(&text);
    comparing->result.differences = report_count(&into);
}

static void settle_status(struct comparing *comparing)
{
    struct agendaset_comparison *result = &comparing->result;
    for (size_t i = 0; i < 2; i++) {
        const struct side *side = &comparing->sides[i];
        result->errors += side->diagnostics.errors;
        result->warnings += side->diagnostics.warnings;
        if (side->diagnostics.limit)
            result->status = AGENDASET_LIMIT;
        else if (side->document.status != AGENDASET_DONE)
            result->status = side->document.status;
    }
    if (result->status == AGENDASET_DONE && result->errors > 0)
        result->status = AGENDASET_CONTENT;
}

/* After a jump out of compare_documents(). */
static void note_failure(struct comparing *comparing)
{
    const struct recovery *recovery = &comparing->engine->recovery;
    comparing->result.status = (enum agendaset_status)recovery->status;
    comparing->result.report = "";
    snprintf(comparing->fatal, sizeof comparing->fatal, "agendaset: error: %s: %s\n",
             comparing->first->name, recovery->text);
}

static void tell_messages(struct comparing *comparing)
{
    comparing->result.messages = comparing->fatal;
    /* When memory has ended, there may be none to print them with. */
    if (setjmp(comparing->engine->recovery.jump) != 0)
        return;
    struct buffer text = new_buffer(comparing->arena);
    for (size_t i = 0; i < 2; i++) {
        sort_diagnostics(&comparing->sides[i].diagnostics);
        print_diagnostics(&text, &comparing->sides[i].diagnostics);
    }
    buffer_text(&text, comparing->fatal);
    comparing->result.messages = buffer_string(&text);
}

struct agendaset_comparison *agendaset_compare(struct agendaset *engine,
                                               const struct agendaset_job *first,
                                               const struct agendaset_job *second)
{
    struct comparing *comparing = calloc(1, sizeof *comparing);
    if (comparing == NULL)
        return NULL;
    comparing->engine = engine;
    comparing->first = first;
    comparing->second = second;
    comparing->result.report = "";
    comparing->arena = new_arena(&engine->recovery, LIMIT_DOCUMENT_BYTES);
    if (comparing->arena == NULL) {
        free(comparing);
        return NULL;
    }
    if (setjmp(engine->recovery.jump) == 0)
        compare_documents(comparing);
    else
        note_failure(comparing);
    if (comparing->fatal[0] == '\0')
        settle_status(comparing);
    tell_messages(comparing);
    return &comparing->result;
}

void agendaset_release_comparison(struct agendaset_comparison *result)
{
    struct comparing *comparing = (struct comparing *)result;
    if (comparing == NULL)
        return;
    free_arena(comparing->arena);
    free(comparing);
}
