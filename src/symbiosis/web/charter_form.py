"""A charter as a form: every number, share and fixed word of it, with what it means; the rest stays as it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, get_args, get_origin, get_type_hints

import msgspec

from symbiosis import phrases
from symbiosis.core.charters import Charter, Matter, Role
from symbiosis.errors import Refusal

Path = tuple[str | int, ...]
_SHARES = frozenset(["share", "waiver"])


@dataclass(frozen=True, slots=True)
class Input:
    """One value that can be changed: where it is, what it asks for, and how it is asked; `part` is what it is in."""

    name: str
    path: Path
    label: str
    widget: str
    value: str
    options: tuple[tuple[str, str], ...] = ()
    part: str = ""


@dataclass(slots=True)
class Group:
    """A section of the charter, or a part of one, with its inputs."""

    title: str
    inputs: list[Input] = field(default_factory=list)


def groups_of(charter: Charter, language: str) -> list[Group]:
    """The charter's sections in the order in which people read them, each with what can be changed in it."""
    found = [
        _group(charter.meetings, ("meetings",), phrases.key_label("Charter", "meetings", language), language)
    ]
    for name, matter in charter.matters.items():
        found.append(_group(matter, ("matters", name), matter.title, language))
    for name, role in charter.roles.items():
        found.append(_group(role, ("roles", name), role.title, language))
    for key in ("roll", "emergencies", "expulsion", "bodies"):
        part = getattr(charter, key)
        if part is not None:
            found.append(_group(part, (key,), phrases.key_label("Charter", key, language), language))
    return [each for each in found if each.inputs]


def _group(part: msgspec.Struct, path: Path, title: str, language: str) -> Group:
    return Group(title, list(_inputs(part, path, "", language)))


def _inputs(part: msgspec.Struct, path: Path, before: str, language: str) -> Iterator[Input]:
    """The inputs of a part and of the parts inside it; `before` says which inner part a label belongs to."""
    section = type(part).__name__
    kinds = get_type_hints(type(part), include_extras=False)
    for each in msgspec.structs.fields(type(part)):
        value = getattr(part, each.name)
        label = phrases.key_label(section, each.name, language)
        here = (*path, each.name)
        if isinstance(value, msgspec.Struct):
            yield from _inputs(value, here, f"{before}{label}: ", language)
        elif isinstance(value, tuple) and value and isinstance(value[0], msgspec.Struct):
            for number, inner in enumerate(value, start=1):
                which = f"{label} {number}: " if len(value) > 1 else f"{label}: "
                yield from _inputs(inner, (*here, number - 1), before + which, language)
        elif isinstance(value, dict):
            for name, inner in value.items():
                if isinstance(inner, msgspec.Struct) and not isinstance(inner, Matter | Role):
                    yield from _inputs(inner, (*here, name), f"{before}{name}: ", language)
        elif each.name != "call":  # which call a quorum is for names it and is not changed
            made = _input(here, value, kinds[each.name], label, language)
            if made is not None:
                yield replace(made, part=before.removesuffix(": "))


def _input(path: Path, value: Any, kind: Any, label: str, language: str) -> Input | None:
    name = ".".join(str(step) for step in path)
    if isinstance(value, bool):
        return Input(name, path, label, "checkbox", "on" if value else "")
    if isinstance(value, int):
        return Input(name, path, label, "number", str(value))
    if path[-1] in _SHARES and isinstance(value, str):
        return Input(name, path, label, "share", value)
    if get_origin(kind) is Literal and len(get_args(kind)) > 1:
        options = tuple((each, phrases.value_label(each, language) or "—") for each in get_args(kind))
        return Input(name, path, label, "select", str(value), options)
    return None


def changed(charter: Charter, typed: Mapping[str, str], language: str) -> dict[str, Any]:
    """The charter with what was typed, as plain data; what was not asked for stays as it is.

    Raises `Refusal` FieldUnreadable naming the field.
    """
    data: dict[str, Any] = whole(charter)
    for group in groups_of(charter, language):
        for each in group.inputs:
            value: Any = typed.get(each.name, "").strip()
            if each.widget == "number":
                if not (value.isascii() and value.isdigit() and len(value) < 16):
                    raise Refusal("FieldUnreadable", "", problem=f"{each.label}: {value!r}")
                value = int(value)
            elif each.widget == "checkbox":
                value = value == "on"
            _put(data, each.path, value)
    return data


def whole(part: Any) -> Any:
    """Plain data with every key, also those that equal their default."""
    if isinstance(part, msgspec.Struct):
        return {
            name: whole(getattr(part, name))
            for name in part.__struct_fields__
            if getattr(part, name) is not None
        }
    if isinstance(part, dict):
        return {name: whole(inner) for name, inner in part.items()}
    if isinstance(part, tuple):
        return [whole(inner) for inner in part]
    return part


def _put(data: Any, path: Path, value: Any) -> None:
    for step in path[:-1]:
        data = data[step]
    data[path[-1]] = value
