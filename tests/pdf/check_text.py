#!/usr/bin/python3
"""Whether a PDF's text, as a reader extracts it, holds every sentence of a list in order.

usage: check_text.py SENTENCES TEXT

SENTENCES has one sentence a line; one that begins with "~" (part of a note) may stand
anywhere.  White space does not count.  A sentence may go over a page end (a form feed in
TEXT), where running heads, feet and notes come between its halves."""
import re
import sys


def without_space(text):
    return re.sub(r"\s", "", text)


def find_over_page_end(pages, sentence):
    """Number of the page on which the sentence begins and where, or None."""
    for number, (page, following) in enumerate(zip(pages, pages[1:])):
        for k in range(len(sentence) - 1, 0, -1):
            if sentence[:k] in page and sentence[k:] in following:
                return number, page.rindex(sentence[:k])
    return None


def find_sentence(pages, sentence, after):
    for number, page in enumerate(pages):
        at = page.find(sentence, after[1] if number == after[0] else 0)
        if number >= after[0] and at >= 0:
            return number, at
    return find_over_page_end(pages, sentence)


def main():
    sentences = open(sys.argv[1], encoding="utf-8").read().splitlines()
    text = open(sys.argv[2], encoding="utf-8").read()
    pages = [without_space(page) for page in text.split("\f")]
    missing = 0
    last = (0, 0)
    for sentence in sentences:
        anywhere = sentence.startswith("~")
        found = find_sentence(pages, without_space(sentence.lstrip("~")),
                              (0, 0) if anywhere else last)
        if found is None:
            print("not found, or not in its place:", sentence)
            missing += 1
        elif not anywhere:
            last = found
    sys.exit(1 if missing else 0)


if __name__ == "__main__":
    main()
