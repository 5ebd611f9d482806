#!/usr/bin/python3
"""Validates YAML files against a JSON Schema, read as YAML 1.2 reads them: no dates, no
sexagesimal numbers, yes and no are texts.

    validate.py SCHEMA FILE...

Exit status 1 when a file is not valid; what is wrong stands on standard output."""
import json
import sys

import jsonschema
import yaml


class Loader(yaml.SafeLoader):
    pass


Loader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"^(?:true|false)$", "tf"),
    ("int", r"^-?[1-9][0-9]*$|^0$", "-0123456789"),
    ("float", r"^-?[0-9]+\.[0-9]+$", "-0123456789"),
    ("null", r"^(?:~|null|)$", ["~", "n", ""]),
):
    Loader.add_implicit_resolver("tag:yaml.org,2002:" + tag, yaml.resolver.re.compile(pattern),
                                 list(first))

schema = json.load(open(sys.argv[1], encoding="utf-8"))
jsonschema.Draft7Validator.check_schema(schema)
validator = jsonschema.Draft7Validator(schema)
wrong = False
for name in sys.argv[2:]:
    data = yaml.load(open(name, encoding="utf-8-sig"), Loader)
    for error in validator.iter_errors(data):
        wrong = True
        print(name, "/".join(map(str, error.absolute_path)), error.message[:120])
sys.exit(wrong)
