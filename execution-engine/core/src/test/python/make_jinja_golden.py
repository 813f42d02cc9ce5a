"""Writes the golden file of the template engine, computed with Python's own Jinja2 3.1.

    python3 make_jinja_golden.py > ../resources/jinja/golden.jsonl

Each line is {"topic", "template", "variables"?} and what came of it: {"output"} or {"error", "message", "line"?}.
Without "variables" the ones of the first line are meant.
"""

import copy
import json
import re
import sys

import jinja2

from jinja_cases import TOPICS, VARS


def parts_of(template):
    """A long line of prints is also tried print by print, so that one fault hides no other."""
    prints = re.findall(r"\{\{(?:(?!\{\{|\}\}).)*\}\}", template)
    whole = "{%" not in template and "{#" not in template and "\n" not in template and len(prints) > 3
    return [template] + (prints if whole else [])


def result_of(template, variables):
    try:
        return {"output": jinja2.Template(template).render(**copy.deepcopy(variables))}
    except jinja2.TemplateSyntaxError as error:
        return {"error": type(error).__name__, "message": error.message, "line": error.lineno}
    except Exception as error:
        return {"error": type(error).__name__, "message": str(error)}


def main():
    print(json.dumps({"jinja2": jinja2.__version__, "variables": VARS}))
    seen = set()
    for topic, cases in TOPICS.items():
        for case in cases:
            template, variables = case if isinstance(case, tuple) else (case, None)
            for part in parts_of(template):
                if (part, variables is None) in seen and variables is None:
                    continue
                seen.add((part, variables is None))
                entry = {"topic": topic, "template": part}
                if variables is not None:
                    entry["variables"] = variables
                entry.update(result_of(part, VARS if variables is None else variables))
                if " at 0x" in json.dumps(entry):
                    print("prints an address, left out: " + part, file=sys.stderr)
                    continue
                print(json.dumps(entry))


main()
