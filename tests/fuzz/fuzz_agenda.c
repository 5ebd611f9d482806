/* For libFuzzer: any bytes are a source; they are read, checked, and set where there is
 * no error in them.
 *
 *     DATA=. fuzz_agenda CORPUS-FOLDER...
 *
 * Whatever they are, the library must neither crash nor call its own failure a defect. */
#include "agendaset.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

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

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct agendaset_result *result =
        agendaset_build(engine, &(struct agendaset_job){.name = "fuzz.yaml",
                                                        .text = (const char *)bytes,
                                                        .length = size,
                                                        .format = AGENDASET_TRACE});
    if (result != NULL && result->status == AGENDASET_DEFECT) {
        fputs(result->messages, stderr);
        abort();
    }
    agendaset_release(result);
    return 0;
}
