"""The charter's documentation that follows from the code: its JSON Schema, and the table of keys on each page.

`python tools/charter_docs.py` writes them; `--check` changes nothing and fails where they differ.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import msgspec

from symbiosis.core import charters
from symbiosis.counting.conditions import Condition
from symbiosis.counting.reserved import Reservation
from symbiosis.phrases.charter_keys import KEYS

DOCS = Path(__file__).resolve().parent.parent / "docs" / "charter"
SECTIONS: dict[str, type[msgspec.Struct]] = {
    name: each
    for name, each in vars(charters).items()
    if isinstance(each, type) and issubclass(each, charters.Part) and each is not charters.Part
} | {"Condition": Condition, "Reservation": Reservation}


def schema() -> str:
    """The JSON Schema of a charter, with what each key asks for."""
    made: dict[str, Any] = msgspec.json.schema(charters.Charter)
    for name, each in made["$defs"].items():
        for key, value in each.get("properties", {}).items():
            if f"{name}.{key}" in KEYS:
                value["description"] = KEYS[f"{name}.{key}"]
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Charter"} | made
    return json.dumps(made, indent=1, ensure_ascii=False) + "\n"


def table(section: str) -> str:
    """The keys of a section: what each asks for, what it may be, and what holds without it."""
    kind = SECTIONS[section]
    hints = get_type_hints(kind, include_extras=False)
    rows = ["| Key | What it asks for | May be | Without it |", "| --- | --- | --- | --- |"]
    for each in msgspec.structs.fields(kind):
        may_be = described(hints[each.name])
        rows.append(f"| `{each.name}` | {KEYS[f'{section}.{each.name}']} | {may_be} | {default(each)} |")
    return "\n".join(rows)


def described(kind: Any) -> str:
    """A type in words."""
    if get_origin(kind) is Literal:
        return ", ".join(f"`{each}`" if each else "nothing" for each in get_args(kind))
    inside = get_args(kind)
    if get_origin(kind) is tuple:
        return f"list of {described(inside[0])}"
    if get_origin(kind) is dict:
        return f"table of {described(inside[1])}"
    if inside:
        return " or ".join(described(each) for each in inside if each is not type(None))
    if kind in (str, int, bool):
        return {str: "text", int: "number", bool: "`true` or `false`"}[kind]
    return f"[{kind.__name__}](#{kind.__name__.lower()})" if kind.__name__ in SECTIONS else kind.__name__


def default(each: Any) -> str:
    """What holds where the key is left out."""
    if each.default_factory is not msgspec.NODEFAULT or each.default == ():
        return "none"
    if each.default is msgspec.NODEFAULT:
        return "required"
    if isinstance(each.default, msgspec.Struct):
        return "its defaults"
    if isinstance(each.default, tuple):
        return ", ".join(f"`{one}`" if isinstance(one, str) else "its defaults" for one in each.default)
    if each.default in ("", None):
        return "none"
    return f"`{str(each.default).lower() if isinstance(each.default, bool) else each.default}`"


def refreshed(page: str) -> str:
    """A page with its tables as the code has them; a link to a section leads to the page that it is on."""
    homes = {
        name: file.name for file in DOCS.glob("*.md") for name in headings(file.read_text(encoding="utf-8"))
    }

    def put(found: re.Match[str]) -> str:
        made = table(found["section"])
        here = headings(page)
        for name, home in homes.items():
            if name not in here:
                made = made.replace(f"](#{name.lower()})", f"]({home}#{name.lower()})")
        return f"<!-- keys: {found['section']} -->\n{made}\n<!-- end -->"

    return re.sub(r"<!-- keys: (?P<section>\w+) -->\n.*?<!-- end -->", put, page, flags=re.DOTALL)


def headings(page: str) -> list[str]:
    """The sections that a page has."""
    return [name for name in re.findall(r"^## (\w+)$", page, re.MULTILINE) if name in SECTIONS]


def main() -> int:
    """Write, or check; gives the exit code."""
    wanted = {DOCS / "charter.schema.json": schema()}
    wanted |= {file: refreshed(file.read_text(encoding="utf-8")) for file in sorted(DOCS.glob("*.md"))}
    stale = [
        file for file, text in wanted.items() if not file.exists() or file.read_text(encoding="utf-8") != text
    ]
    if "--check" in sys.argv:
        for file in stale:
            print(f"{file.name} is not what the code says: run python tools/charter_docs.py")
        return bool(stale)
    for file in stale:
        file.write_text(wanted[file], encoding="utf-8")
        print(f"wrote {file.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
