"""The clauses that are checked, in order: functions that yield what is wrong."""
CLAUSES = []  # (function name, standard and clause, what it asks, function)


def clause(where, what):
    """`where` as in "UA 7.1, A 6.1.2": PDF/UA-1 (ISO 14289-1), PDF/A-2a (ISO 19005-2)."""
    def add(function):
        CLAUSES.append((function.__name__, where, what, function))
        return function
    return add
