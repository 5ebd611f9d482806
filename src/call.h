/* A call of the library that gives a result: memory, messages, and what becomes of
 * failures. */
#ifndef CALL_H
#define CALL_H

#include "engine.h"

/* The result that the caller gets is its first member. */
struct call {
    struct agendaset_result result;
    struct agendaset *engine;
    struct arena *arena;
    struct diagnostics diagnostics;
    char fatal[512]; /* why it could not be finished; empty: it could */
};

/* Runs on `size` bytes of zeros that begin with a struct call.  NULL when there is no
 * memory; else released by agendaset_release(). */
struct agendaset_result *
run_call(struct agendaset *, size_t size, const struct agendaset_job *,
         void (*run)(struct call *, const struct agendaset_job *));

#endif
