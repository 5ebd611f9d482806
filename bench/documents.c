/* Builds documents one after the other with one engine, for the benchmark: what a further
 * document in the same process costs.
 *
 *     documents DATA-FOLDER COUNT OUTPUT SOURCE...
 *
 * Takes the sources in turn; the last document is written to OUTPUT. */
#include "agendaset.h"

#include <stdio.h>
#include <stdlib.h>

static bool is_built(const struct agendaset_result *result)
{
    if (result != NULL && result->status == AGENDASET_DONE)
        return true;
    fputs(result == NULL ? "out of memory\n" : result->messages, stderr);
    return false;
}

static bool put(const struct agendaset_edition *edition, const char *output)
{
    char *trouble = agendaset_put(output, edition->bytes, edition->length);
    if (trouble != NULL)
        fprintf(stderr, "%s\n", trouble);
    free(trouble);
    return trouble == NULL;
}

int main(int argc, char **argv)
{
    if (argc < 5)
        return EXIT_FAILURE;
    const char *data[] = {argv[1]};
    struct agendaset *engine =
        agendaset_open(&(struct agendaset_options){.data = data, .data_count = 1});
    bool good = engine != NULL;
    long count = strtol(argv[2], NULL, 10);
    for (long i = 0; i < count && good; i++) {
        struct agendaset_result *result = agendaset_build(
            engine, &(struct agendaset_job){.name = argv[4 + i % (argc - 4)]});
        good = is_built(result) && (i + 1 < count || put(&result->editions[0], argv[3]));
        agendaset_release(result);
    }
    agendaset_close(engine);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
