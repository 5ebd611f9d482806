/* What every call does before and behind its own work. */
#include "call.h"

#include "base/limits.h"
#include <stdio.h>
#include <stdlib.h>

/* After a jump out of the work. */
static void note_failure(struct call *call, const struct agendaset_job *job)
{
    const struct recovery *recovery = &call->engine->recovery;
    call->result.status = (enum agendaset_status)recovery->status;
    call->result.edition_count = 0;
    snprintf(call->fatal, sizeof call->fatal, "agendaset: error: %s: %s\n", job->name,
             recovery->text);
}

/* The document's own messages first, then why it could not be finished. */
static void tell_messages(struct call *call)
{
    struct agendaset_result *result = &call->result;
    result->messages = call->fatal;
    result->errors = call->diagnostics.errors + (call->fatal[0] != '\0');
    result->warnings = call->diagnostics.warnings;
    if (call->diagnostics.limit)
        result->status = AGENDASET_LIMIT;
    else if (result->status == AGENDASET_DONE && result->errors > 0)
        result->status = AGENDASET_CONTENT;
    /* When memory has ended, there may be none to print them with. */
    if (call->diagnostics.count == 0 || setjmp(call->engine->recovery.jump) != 0)
        return;
    sort_diagnostics(&call->diagnostics);
    struct buffer text = new_buffer(call->arena);
    print_diagnostics(&text, &call->diagnostics);
    buffer_text(&text, call->fatal);
    result->messages = buffer_string(&text);
}

struct agendaset_result *
run_call(struct agendaset *engine, size_t size, const struct agendaset_job *job,
         void (*run)(struct call *, const struct agendaset_job *))
{
    struct call *call = calloc(1, size);
    if (call == NULL)
        return NULL;
    call->engine = engine;
    call->arena = new_arena(&engine->recovery, LIMIT_DOCUMENT_BYTES);
    call->diagnostics.arena = call->arena;
    if (call->arena == NULL) {
        free(call);
        return NULL;
    }
    if (setjmp(engine->recovery.jump) == 0)
        run(call, job);
    else
        note_failure(call, job);
    tell_messages(call);
    return &call->result;
}

void agendaset_release(struct agendaset_result *result)
{
    struct call *call = (struct call *)result;
    if (call == NULL)
        return;
    free_arena(call->arena);
    free(call);
}
