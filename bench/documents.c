/* Builds one source several times with one engine, for the benchmark: what a further
 * document in the same process costs.
 *
 *     documents DATA-FOLDER COUNT SOURCE [OUTPUT]
 *
 * The last one is written to OUTPUT. */
#include "agendaset.h"

#include <stdio.h>
#include <stdlib.h>

static int finish(struct agendaset_result *result, const char *output)
{
    if (result == NULL || result->status != AGENDASET_DONE) {
        fputs(result == NULL ? "out of memory\n" : result->messages, stderr);
        return EXIT_FAILURE;
    }
    const struct agendaset_edition *edition = &result->editions[0];
    char *trouble =
        output == NULL ? NULL : agendaset_put(output, edition->bytes, edition->length);
    if (trouble != NULL)
        fprintf(stderr, "%s\n", trouble);
    free(trouble);
    return trouble == NULL ? EXIT_SUCCESS : EXIT_FAILURE;
}

int main(int argc, char **argv)
{
    if (argc < 4)
        return EXIT_FAILURE;
    const char *data[] = {argv[1]};
    struct agendaset *engine =
        agendaset_open(&(struct agendaset_options){.data = data, .data_count = 1});
    int status = engine == NULL;
    for (long left = strtol(argv[2], NULL, 10); left > 0 && status == 0; left--) {
        struct agendaset_result *result =
            agendaset_build(engine, &(struct agendaset_job){.name = argv[3]});
        status = finish(result, left == 1 ? argv[4] : NULL);
        agendaset_release(result);
    }
    agendaset_close(engine);
    return status;
}
