"""ABIF, the aggregated ballot information format: a line for each kind of paper, readable by people.

"27:Ana>Bo=[Cy Lee]>Di" is 27 papers with that order; "27:Ana/5,Bo/2" gives marks. "=Cy:[Cy Lee]" says what a short name
stands for, "{title: ...}" is about the election, "#" begins a remark.
"""

from __future__ import annotations

import json
import re
from fractions import Fraction

from symbiosis.counting.formats.election import Election, Groups, Unreadable, text_of, weight
from symbiosis.counting.papers import Aside, Marks, Rankings

_NAME = re.compile(r"=\s*(?:\[([^\]]*)\]|([^:\[\]]+))\s*:\s*(?:\[([^\]]*)\]|(.*))")
_TOKEN = re.compile(r"\s*(?:\[([^\]]*)\]|([^\s>=,/\[\]]+))\s*(?:/\s*(\d{1,6}))?\s*([>=,]?)")


def read_abif(data: bytes) -> Election:
    """Read a file: as marks if any paper has them, else as orders. Raises `Unreadable` naming the line."""
    names: dict[str, int] = {}
    long: dict[str, str] = {}
    title = ""
    rows: list[tuple[Fraction | int, list[tuple[str, int | None, str]], int]] = []
    for line, raw in enumerate(text_of(data).splitlines(), start=1):
        # A "#" within brackets belongs to a name.
        text = re.sub(r"(\[[^\]]*\])|#.*", lambda found: found[1] or "", raw).strip()
        if raw.lstrip().startswith("{"):
            text = raw.strip()
        if not text:
            continue
        if text.startswith("{"):
            title = _title(text) or title
        elif text.startswith("="):
            found = _NAME.fullmatch(text)
            if not found:
                raise Unreadable("AbifLine", line)
            short = found[1] if found[1] is not None else found[2].strip()
            long[short] = found[3] if found[3] is not None else found[4].strip()
            names.setdefault(short, len(names))
        else:
            votes, colon, order = text.partition(":")
            if not colon:
                raise Unreadable("AbifLine", line)
            times = weight(votes.strip(), line)
            tokens = _tokens(order, line)
            for name, _mark, _joint in tokens:
                names.setdefault(name, len(names))
            rows.append((int(times) if times.denominator == 1 else times, tokens, line))
    if not names:
        raise Unreadable("EmptyFile")
    candidates = [long.get(name, name) for name in names]
    if len(set(candidates)) < len(candidates):
        raise Unreadable("NameTwice", 0, name=next(n for n in candidates if candidates.count(n) > 1))
    if any(mark is not None for _, tokens, _ in rows for _, mark, _ in tokens):
        return Election(_marks(candidates, names, rows), title)
    return Election(_orders(candidates, names, rows), title)


_Rows = list[tuple[Fraction | int, list[tuple[str, int | None, str]], int]]


def _title(text: str) -> str:
    """What stands after "title" in a line of braces, as JSON writes text or bare."""
    found = re.match(r'\{\s*"?title"?\s*:\s*(?:("(?:[^"\\]|\\.)*")|([^"}]*))', text, re.IGNORECASE)
    if not found:
        return ""
    try:
        return str(json.loads(found[1])) if found[1] else found[2].strip()
    except ValueError:
        return found[1].strip('"')


def _tokens(text: str, line: int) -> list[tuple[str, int | None, str]]:
    tokens, place = [], 0
    while place < len(text.rstrip()):
        found = _TOKEN.match(text, place)
        if not found or not found[0].strip():
            raise Unreadable("AbifLine", line)
        tokens.append((found[1] or found[2], int(found[3]) if found[3] else None, found[4]))
        place = found.end()
    if tokens and tokens[-1][2]:
        raise Unreadable("AbifLine", line)
    return tokens


def _orders(candidates: list[str], names: dict[str, int], rows: _Rows) -> Rankings:
    papers: list[tuple[Fraction | int, Groups]] = []
    spoiled: dict[str, Fraction | int] = {}
    for votes, tokens, line in rows:
        groups: Groups = []
        joint = ">"
        for name, _mark, following in tokens:
            if joint == "=":
                groups[-1].append(names[name])
            elif joint == ">":
                groups.append([names[name]])
            else:
                raise Unreadable("AbifLine", line)
            joint = following
        flat = [each for group in groups for each in group]
        if len(flat) != len(set(flat)):
            spoiled["twice"] = spoiled.get("twice", 0) + votes
        else:
            papers.append((votes, groups))
    return Rankings.of(candidates, papers, Aside(0, spoiled))


def _marks(candidates: list[str], names: dict[str, int], rows: _Rows) -> Marks:
    papers: list[tuple[Fraction | int, dict[int, int]]] = []
    spoiled: dict[str, Fraction | int] = {}
    for votes, tokens, _line in rows:
        given = [names[name] for name, mark, _ in tokens if mark is not None]
        if len(given) != len(set(given)):
            spoiled["twice"] = spoiled.get("twice", 0) + votes
        else:
            papers.append((votes, {names[name]: mark for name, mark, _ in tokens if mark is not None}))
    return Marks.of(candidates, papers, Aside(0, spoiled))


def write_abif(election: Election) -> bytes:
    """An election of orders. Raises `Unreadable` NoPlaceInFormat for marks and spoiled papers."""
    papers = election.papers
    if (
        isinstance(papers, Marks)
        or papers.aside.spoiled
        or any(re.search(r"[\[\]\n]", n) for n in papers.candidates)
    ):
        raise Unreadable("NoPlaceInFormat")
    lines = [f"{{title: {json.dumps(election.title, ensure_ascii=False)}}}"] if election.title else []
    # Every name is declared, in order, so that who is on no paper is not lost.
    lines += [f"=[{name}]:[{name}]" for name in papers.candidates]
    if papers.aside.blank:
        lines.append(f"{papers.aside.blank}:")
    for votes, groups in papers.rankings():
        lines.append(
            f"{votes}:"
            + ">".join("=".join(f"[{papers.candidates[each]}]" for each in group) for group in groups)
        )
    return "\n".join([*lines, ""]).encode()
