#!/usr/bin/python3
"""Names the keys of a JSON Schema that have no description; fails when there are any."""
import json
import sys


def undescribed(schema, path=""):
    if isinstance(schema, list):
        for part in schema:
            yield from undescribed(part, path)
    elif isinstance(schema, dict):
        for name, key in schema.get("properties", {}).items():
            if len(key.get("description", "")) < 3:
                yield f"{path}/{name}"
        for name, part in schema.items():
            yield from undescribed(part, f"{path}/{name}")


missing = sorted(set(undescribed(json.load(open(sys.argv[1])))))
print("\n".join(missing))
sys.exit(1 if missing else 0)
