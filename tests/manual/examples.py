#!/usr/bin/python3
"""Writes the examples of a manual page as files, and prints their names.

    examples.py PAGE FOLDER

“.\\" example NAME”, “.\\" file NAME” and “.\\" layout NAME” stand over .EX ... .EE.  What an
agenda needs and an example leaves out is put in front of it; a layout gets a document.  What
has the same name is one file, told piece by piece."""
import re
import sys
from pathlib import Path

page = Path(sys.argv[1]).read_text(encoding="utf-8")
folder = Path(sys.argv[2])
unescaped = {"\\(lq": "“", "\\(rq": "”", "\\e": "\\", "\\-": "-"}
document = "document: { title: Provisional agenda }\n"
agenda = ("agenda: [{ title: Opening, annotation: It will be opened. }]\n"
          "annexes: [{ title: Timetable, timetable: "
          "[{ date: 2020-07-07, slots: [{ time: 10:00, items: [1] }] }] }]\n")

files = {}
for kind, name, text in re.findall(
        r'^\.\\" (example|file|layout) (\S+)[^\n]*\n\.EX\n(.*?)^\.EE$', page, re.M | re.S):
    files[kind, name] = files.get((kind, name), "") + text

for (kind, name), text in files.items():
    for mark, character in unescaped.items():
        text = text.replace(mark, character)
    if kind == "file":
        (folder / name).write_text(text, encoding="utf-8")
        continue
    if kind == "layout":
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
        text = (f"layout: {name}.yaml\nlanguage: en\nallow: [not-set]\n"
                f"meeting: {{ body: A body }}\n") + document + agenda
        name = "in-" + name
    elif "defaults:" not in text:
        text = ("" if "layout:" in text else "layout: un-vienna\n") + (
            "" if "language" in text else "language: en\n") + (
            "" if "document:" in text else document) + text
    (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    print(f"{name}.yaml")
