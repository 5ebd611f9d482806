/* Days with gaps between them: 7, 9 and 14 July 2020. */
#include "model/wording.h"

#include "base/vec.h"

struct pieces {
    const char **at;
    size_t count, capacity;
};

static const char *join_pieces(struct arena *arena, const struct pieces *pieces,
                               const char *between, const char *last)
{
    const char *text = "";
    for (size_t i = 0; i < pieces->count; i++) {
        const char *join = i + 1 < pieces->count ? between : last;
        text = arena_format(arena, "%s%s%s", text, i == 0 ? "" : join, pieces->at[i]);
    }
    return text;
}

static void add_day(struct arena *arena, const struct gap_patterns *gaps, struct date day,
                    struct pieces *pieces)
{
    const char *number = arena_format(arena, "%d", day.day);
    vec_push(arena, pieces, fill_pattern(arena, gaps->day, "day", number, NULL));
}

/* Two days are no row but two. */
static void add_row(struct arena *arena, const struct gap_patterns *gaps,
                    struct dates row, struct pieces *pieces)
{
    if (days_between(row.first, row.last) > 1) {
        vec_push(arena, pieces,
                 fill_pattern(arena, gaps->days, "day",
                              arena_format(arena, "%d", row.first.day), "day2",
                              arena_format(arena, "%d", row.last.day), NULL));
        return;
    }
    add_day(arena, gaps, row.first, pieces);
    if (date_compare(row.first, row.last) != 0)
        add_day(arena, gaps, row.last, pieces);
}

/* The rows of one month from `at` on, which moves behind them. */
static const char *word_month(struct arena *arena, const struct language *language,
                              const struct dates *rows, size_t count, size_t *at)
{
    const struct gap_patterns *gaps = &language->dates.gaps;
    struct pieces days = {0};
    int month = rows[*at].first.month;
    for (; *at < count && rows[*at].first.month == month; ++*at)
        add_row(arena, gaps, rows[*at], &days);
    return fill_pattern(arena, gaps->month, "days",
                        join_pieces(arena, &days, gaps->join, gaps->last), "month",
                        language->months[month - 1], NULL);
}

static bool is_one_year(const struct dates *rows, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (rows[i].first.month != rows[i].last.month ||
            rows[i].last.year != rows[0].first.year)
            return false;
    return true;
}

const char *word_rows_of_days(struct arena *arena, const struct language *language,
                              const struct dates *rows, size_t count)
{
    const struct gap_patterns *gaps = &language->dates.gaps;
    struct pieces pieces = {0};
    if (!is_one_year(rows, count)) {
        for (size_t i = 0; i < count; i++)
            vec_push(arena, &pieces, word_dates(arena, language, rows[i]));
        return join_pieces(arena, &pieces, gaps->join, gaps->last_month);
    }
    for (size_t i = 0; i < count;)
        vec_push(arena, &pieces, word_month(arena, language, rows, count, &i));
    return fill_pattern(arena, gaps->year, "months",
                        join_pieces(arena, &pieces, gaps->join, gaps->last_month), "year",
                        arena_format(arena, "%d", rows[0].first.year), NULL);
}
