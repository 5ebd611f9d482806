/* For libFuzzer: any bytes are a Markdown agenda; what is made of them has no error.
 *
 *     DATA=. fuzz_import CORPUS-FOLDER... */
#include "agendaset.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static struct agendaset *engine;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    const char *data[] = {getenv("DATA")};
    engine = agendaset_open(&(struct agendaset_options){.data = data, .data_count = 1});
    agendaset_prepare(engine);
    return engine == NULL;
}

/* A character that no font has is not the import's fault. */
static void check_source(const struct agendaset_edition *source)
{
    struct agendaset_result *result =
        agendaset_build(engine, &(struct agendaset_job){.name = "fuzz.yaml",
                                                        .text = source->bytes,
                                                        .length = source->length,
                                                        .check_only = true});
    if (result != NULL && result->errors > 0 &&
        strstr(result->messages, "[missing-character]") == NULL) {
        fputs(source->bytes, stderr);
        fputs(result->messages, stderr);
        abort();
    }
    agendaset_release(result);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct agendaset_result *result =
        agendaset_import(engine, &(struct agendaset_job){.name = "fuzz.md",
                                                         .text = (const char *)bytes,
                                                         .length = size});
    if (result != NULL && result->status == AGENDASET_DEFECT) {
        fputs(result->messages, stderr);
        abort();
    }
    if (result != NULL && result->edition_count > 0)
        check_source(&result->editions[0]);
    agendaset_release(result);
    return 0;
}
