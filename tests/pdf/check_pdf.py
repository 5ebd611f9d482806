#!/usr/bin/python3
"""Checks PDFs clause by clause: PDF/UA-1, PDF/A-2a, and what else agendaset promises for
print and navigation.  CLAUSES.md lists the clauses; break_pdf.py shows that each can fail.

usage: check_pdf.py [--without=CLAUSE,CLAUSE...] FILE...
Needs python3-pikepdf and python3-fonttools.  Exit status 1: something is wrong."""
import sys

import clauses_file  # noqa: F401
import clauses_fonts  # noqa: F401
import clauses_tags  # noqa: F401
from clause import CLAUSES
from read_pdf import Document

MOST = 5  # problems shown of one clause


def check(document, keys):
    """Clause -> problems, of those clauses that are broken."""
    broken = {}
    for key, _, _, function in CLAUSES:
        if key not in keys:
            continue
        try:
            problems = [str(problem) for problem in function(document)]
        except Exception as error:
            problems = ['%s: %s' % (type(error).__name__, error)]
        if problems:
            broken[key] = problems
    return broken


def main(names):
    status = 0
    told = {key: (where, what) for key, where, what, _ in CLAUSES}
    keys = set(told)
    if names and names[0].startswith('--without='):
        keys -= set(names.pop(0).split('=')[1].split(','))
    for name in names:
        broken = check(Document(open(name, 'rb').read()), keys)
        for key, problems in broken.items():
            print('%s: %s (%s)' % (name, *told[key][::-1]))
            for problem in problems[:MOST]:
                print('    %s' % problem)
        status |= bool(broken)
    return status


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
