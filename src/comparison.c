/* Comparing documents from top to bottom: they are read, their editions are paired, and
 * what differs is told. */
#include "agendaset.h"

#include "call.h"
#include "compare/report.h"
#include "document.h"
#include <string.h>

/* Two files on their way; the second one may be missing. */
struct comparing {
    struct call call; /* first: run_call() knows nothing else of it */
    struct document documents[2];
};

/* What one file allows is not allowed in the other. */
static void read_file_of(struct comparing *comparing, struct document *document,
                         const struct agendaset_job *job, bool is_alone)
{
    struct call *call = &comparing->call;
    call->diagnostics.allowed = NULL;
    *document = (struct document){.engine = call->engine,
                                  .arena = call->arena,
                                  .job = job,
                                  .diagnostics = &call->diagnostics,
                                  .is_alone = is_alone};
    read_document(document);
    if (document->status != AGENDASET_DONE)
        call->result.status = document->status;
}

static struct checked_edition read_texts(struct comparing *comparing,
                                         const struct document_edition *edition)
{
    return read_checked_edition(
        comparing->call.arena,
        &(struct edition_to_check){edition->agenda, edition->language, NULL, false});
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
    struct differences differences =
        find_differences(comparing->call.arena, &first, &second);
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
    const struct document_editions *a = &comparing->documents[0].editions;
    const struct document_editions *b = &comparing->documents[1].editions;
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
    const struct document *document = &comparing->documents[0];
    const struct document_editions *own = &document->editions;
    for (size_t i = 1; i < own->count; i++)
        compare_editions(comparing, into, &own->at[0], &own->at[i]);
    for (size_t i = 0; i < document->tied.count; i++)
        compare_editions(comparing, into, &own->at[0], &document->tied.at[i]);
    if (own->count + document->tied.count > 1)
        return;
    report(&comparing->call.diagnostics, "nothing-to-compare", (struct place){0},
           "%s has one edition: name another file", document->job->name);
    comparing->call.result.status = AGENDASET_USAGE;
}

static void write_report(struct comparing *comparing, bool has_two)
{
    struct call *call = &comparing->call;
    struct buffer text = new_buffer(call->arena);
    struct report into = new_report(call->arena, &text);
    const struct document_editions *a = &comparing->documents[0].editions;
    const struct document_editions *b = &comparing->documents[1].editions;
    if (!has_two)
        compare_languages(comparing, &into);
    else if (have_common_language(a, b))
        compare_versions(comparing, &into);
    else
        compare_editions(comparing, &into, &a->at[0], &b->at[0]);
    if (call->diagnostics.errors > 0)
        return;
    report_summary(&into);
    call->result.report = buffer_string(&text);
    call->result.differences = report_count(&into);
}

/* `jobs` are two. */
static void compare_documents(struct call *call, const struct agendaset_job *jobs)
{
    struct comparing *comparing = (struct comparing *)call;
    bool has_two = jobs[1].name != NULL;
    call->result.report = "";
    read_file_of(comparing, &comparing->documents[0], &jobs[0], has_two);
    if (has_two)
        read_file_of(comparing, &comparing->documents[1], &jobs[1], has_two);
    if (call->diagnostics.errors == 0)
        write_report(comparing, has_two);
}

struct agendaset_result *agendaset_compare(struct agendaset *engine,
                                           const struct agendaset_job *first,
                                           const struct agendaset_job *second)
{
    struct agendaset_job jobs[2] = {*first};
    if (second != NULL)
        jobs[1] = *second;
    return run_call(engine, sizeof(struct comparing), jobs, compare_documents);
}
