"""The shape of a charter: every key and type that is not as the charter language has it, with what to write."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from datetime import date, time
from fractions import Fraction
from types import UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

import msgspec

from symbiosis.core import charters
from symbiosis.core.text_lines import Path
from symbiosis.counting.conditions import Condition, share_of
from symbiosis.counting.reserved import Reservation

SECTIONS: dict[type[msgspec.Struct], str] = {
    charters.Charter: "the charter itself",
    charters.Role: "a role",
    charters.Meetings: "meetings",
    charters.MeetingKind: "a kind of meeting",
    charters.Quorum: "a quorum of a meeting",
    charters.Matter: "a matter",
    charters.Stage: "a stage",
    Condition: "a condition",
    Reservation: "a reservation of seats",
    charters.Extension: "an extension",
    charters.Ballots: "ballots of a secret vote",
    charters.Translations: "translations",
    charters.Petition: "a petition",
    charters.Composition: "a composition",
    charters.Bodies: "bodies",
    charters.Apportionment: "bodies.apportionment",
    charters.Delegations: "bodies.delegations",
    charters.Mandates: "bodies.mandates",
    charters.Caucus: "a caucus",
    charters.Roll: "roll",
    charters.Emergencies: "emergencies",
    charters.Expulsion: "expulsion",
}
"""The sections of a charter, in words, in the order in which an unknown key's right place is looked for."""

SHARES = (("share",), ("waiver",))
"""Keys whose value is an exact share."""


class Wrong(NamedTuple):
    """One place that has not the shape: the way to it, the defect's name, and words with what to do."""

    path: Path
    code: str
    problem: str


def wrongs(data: object) -> Iterator[Wrong]:
    """All that is wrong with the keys and types of parsed TOML or JSON."""
    return _wrong(data, charters.Charter, ())


def _wrong(data: Any, kind: Any, path: Path) -> Iterator[Wrong]:
    struct = _struct_in(kind)
    origin = get_origin(kind)
    if struct is not None:
        yield from _wrong_section(data, struct, path)
    elif origin is dict:
        yield from _wrong_table(data, kind, path)
    elif origin is tuple:
        yield from _wrong_list(data, kind, path)
    elif _holds_share(path):
        yield from _wrong_share(data, path)
    else:
        yield from _wrong_value(data, kind, path)


def _holds_share(path: Path) -> bool:
    names = path[:1] == ("decisions",)
    return path[:3] == ("bodies", "apportionment", "weights") or (path[-1:] in SHARES and not names)


def _struct_in(kind: Any) -> type[msgspec.Struct] | None:
    """The section that a field holds, optional or not."""
    kinds = get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)
    return next((k for k in kinds if isinstance(k, type) and issubclass(k, msgspec.Struct)), None)


def _wrong_section(data: Any, struct: type[msgspec.Struct], path: Path) -> Iterator[Wrong]:
    if not isinstance(data, dict):
        hint = f"; write [{_spelled(path)}], or {{ ... }} with its keys" if path else ""
        yield Wrong(path, "TypeWrong", f"here stands {_seen(data)}, and must be a section{hint}")
        return
    fields = {field.name: field for field in msgspec.structs.fields(struct)}
    for key, value in data.items():
        if key in fields:
            yield from _wrong(value, fields[key].type, (*path, key))
        else:
            yield Wrong((*path, key), "KeyUnknown", _unknown(key, struct))
    for name, field in fields.items():
        if field.required and name not in data:
            yield Wrong(
                path, "KeyMissing", f"{SECTIONS[struct]} needs the key {name!r}: {_wanted(field.type)}"
            )


def _unknown(key: str, struct: type[msgspec.Struct]) -> str:
    here = SECTIONS[struct]
    fields = list(struct.__struct_fields__)
    others = [words for each, words in SECTIONS.items() if key in each.__struct_fields__]
    near = difflib.get_close_matches(key[:100], fields, 1)
    said = f"{here} has no key {key[:100]!r}"
    if others and not near:
        return f"{said}; it is a key of {' or '.join(others[:3])}"
    if near:
        return f"{said}; did you mean {near[0]!r}?"
    return f"{said}; it may have: {', '.join(fields)}"


def _wrong_table(data: Any, kind: Any, path: Path) -> Iterator[Wrong]:
    if not isinstance(data, dict):
        yield Wrong(path, "TypeWrong", f"here stands {_seen(data)}, and must be a section with names as keys")
        return
    names, values = get_args(kind)
    for key, value in data.items():
        if not _fits(key, names):
            slug = re.sub(r"[^a-z0-9]+", "-", key[:64].lower()).strip("-")
            meant = f"; did you mean {slug!r}?" if slug else ""
            problem = (
                f"a name has up to 64 small letters, digits and dashes, and {key[:100]!r} has not{meant}"
            )
            yield Wrong((*path, key), "NameImpossible", problem)
        yield from _wrong(value, values, (*path, key))


def _wrong_list(data: Any, kind: Any, path: Path) -> Iterator[Wrong]:
    args = get_args(kind)
    inner = args[0]
    if not isinstance(data, list):
        double = isinstance(data, dict) and _struct_in(inner) is not None
        hint = f"[[{_spelled(path)}]] with two brackets, or [ ] around it" if double else "[ ] around it"
        yield Wrong(path, "TypeWrong", f"here stands {_seen(data)}, and must be a list: write {hint}")
        return
    if args[-1] is not Ellipsis:
        if len(data) != len(args):
            yield Wrong(path, "TypeWrong", f"here are {len(data)} items, and must be {len(args)}")
        for number, (value, each) in enumerate(zip(data, args, strict=False)):
            yield from _wrong(value, each, (*path, number))
        return
    for number, value in enumerate(data):
        yield from _wrong(value, inner, (*path, number))


def _wrong_share(data: Any, path: Path) -> Iterator[Wrong]:
    try:
        if data == "" and path[-1] == "waiver":
            return
        share_of(data if isinstance(data, str) else "")
    except ValueError:
        shown = repr(data)[:60]
        yield Wrong(path, "ShareNotExact", f'{shown} is no exact share such as "2/3"{_exact(data)}')


def _exact(data: Any) -> str:
    """What to write instead, where that can be told."""
    if isinstance(data, bool) or not isinstance(data, int | float | str):
        return ""
    text = str(data).strip().replace(",", ".")[:40]
    if re.fullmatch(r"[0-9]+ */ *0+", text):
        return "; nothing can be divided into 0 parts"
    number = re.fullmatch(r"([0-9]{1,9}(?:\.[0-9]{1,9})?)( *%)?|([0-9]{1,9}) */ *([0-9]{1,9})", text)
    if number is None:
        return "; write it as a fraction in quotation marks"
    if number[3]:
        return f'; write "{int(number[3])}/{int(number[4])}"'
    share = Fraction(number[1]) / (100 if number[2] else 1)
    near = share.limit_denominator(10)
    other = f', or "{near}" if that is what you mean' if near != share else ""
    return f'; write "{share}"{other}'


def _wrong_value(data: Any, kind: Any, path: Path) -> Iterator[Wrong]:
    if _fits(data, kind):
        return
    words = _words(kind)
    if words and isinstance(data, str):
        near = difflib.get_close_matches(data[:100], words, 1)
        hint = f"; did you mean {near[0]!r}?" if near else f"; one of: {', '.join(words)}"
        yield Wrong(path, "WordUnknown", f"{data[:100]!r} cannot stand here{hint}")
    elif isinstance(data, int) and not isinstance(data, bool) and _base(kind) is int:
        shown = str(data) if abs(data) < 2**64 else "this number"
        yield Wrong(path, "NumberImpossible", f"{shown} cannot stand here; {_wanted(kind)}")
    elif isinstance(data, str) and _base(kind) is str:
        yield Wrong(path, "TextImpossible", f"{data[:100]!r} cannot stand here; {_wanted(kind)}")
    else:
        hint = "; put it in quotation marks" if isinstance(data, date | time) else ""
        yield Wrong(path, "TypeWrong", f"here stands {_seen(data)}, and must be {_wanted(kind)}{hint}")


def _fits(data: Any, kind: Any) -> bool:
    try:
        msgspec.convert(data, kind)
    except (msgspec.ValidationError, OverflowError):
        return False
    # TOML knows dates and times, which a record does not; msgspec would take them for text.
    return not isinstance(data, date | time)


def _base(kind: Any) -> Any:
    """The plain type behind limits and alternatives: text where one of them is text."""
    if get_origin(kind) is Annotated:
        return _base(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        return _base(get_args(kind)[0])
    return str if get_origin(kind) is Literal else kind


def _words(kind: Any) -> list[str]:
    """The fixed words that a value may be; none where others are possible too."""
    return [str(word) for word in get_args(kind) if word] if get_origin(kind) is Literal else []


def _patterns(kind: Any) -> list[str]:
    parts = get_args(kind)
    own = [p.pattern for p in parts if isinstance(p, msgspec.Meta) and p.pattern]
    return own + [pattern for part in parts if part is not kind for pattern in _patterns(part)]


HINTS = {
    "[a-z0-9-]{0,63}": "a name of up to 64 small letters, digits and dashes",
    "[0-9]{4}-[0-9]{2}": 'a date such as "2027-03-01"',
    "[a-z]{2,3}": 'a language code such as "es" or "pt-BR"',
    "A-Za-z0-9_+/-": 'the name of a time zone such as "America/Mexico_City"',
    "[A-Z]{3}": 'the code of a currency such as "MXN"',
    "text|audio": '"text" or "audio"',
}
"""A part of each pattern of the charter language, and what it asks for in words."""


def _wanted(kind: Any) -> str:
    """What must stand in a place, in words."""
    if _struct_in(kind) is not None or get_origin(kind) is dict:
        return "a section"
    if get_origin(kind) is tuple:
        return "a list in [ ]"
    if _words(kind):
        return "one of " + ", ".join(_words(kind))
    for pattern in _patterns(kind):
        return next((words for part, words in HINTS.items() if part in pattern), "text in quotation marks")
    limits = [part for part in get_args(kind) if isinstance(part, msgspec.Meta)]
    if _base(kind) is int:
        least = next((limit.ge for limit in limits if limit.ge is not None), 0)
        most = next((limit.le for limit in limits if limit.le is not None), None)
        if least == most:
            return f"{least} is the only one there is"
        return f"a whole number from {least}" + (f" to {most}" if most is not None else "")
    if _base(kind) is bool:
        return "true or false"
    return "a text of 1 to 300 characters in quotation marks"


def _seen(data: Any) -> str:
    """What stands there, in words."""
    if isinstance(data, dict):
        return "a section"
    if isinstance(data, list):
        return "a list"
    if isinstance(data, bool):
        return "true" if data else "false"
    if isinstance(data, str):
        return f"the text {data[:60]!r}"
    if isinstance(data, int) and abs(data) >= 2**64:
        return "a number"
    return "nothing" if data is None else f"{data!s:.60}"


def _spelled(path: Path) -> str:
    return ".".join(word for word in path if isinstance(word, str))
