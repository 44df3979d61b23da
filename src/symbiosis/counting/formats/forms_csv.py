"""CSV as forms and spreadsheets give it, with a head line.

Either a column for each option, with a number in each cell (its place, or its mark), or columns named 1, 2, 3 ("1st",
"choice 2") with a name in each cell. A column "weight" or "votes" says how many papers a line is; columns such as
"Timestamp" or "Name" are no ballots and are passed over. Comma, semicolon and tab separate.
"""

from __future__ import annotations

import csv
import io
import re
from fractions import Fraction

from symbiosis.counting.formats.election import Election, Groups, Unreadable, text_of, weight
from symbiosis.counting.papers import Aside, Marks, Rankings

_PLACE = re.compile(
    r"(?:choice|rank|preference|place)?\s*#?(\d{1,3})(?:st|nd|rd|th|\.)?(?:\s*(?:choice|preference|place))?",
    re.I,
)
_WEIGHT = {"weight", "votes", "count", "times"}
_NO_BALLOT = re.compile(r"|timestamp|time|date|id|ballot|name|e-?mail.*", re.I)


def read_csv(data: bytes, marks: bool = False) -> Election:
    """Read orders, or marks where `marks` says so. Raises `Unreadable` naming the line."""
    reader = csv.reader(io.StringIO(text_of(data), newline=""), delimiter=_separator(data), strict=True)
    try:
        rows = [(reader.line_num, row) for row in reader if any(row)]
    except csv.Error as error:
        raise Unreadable("CsvLine", reader.line_num) from error
    if not rows:
        raise Unreadable("EmptyFile")
    first, head = rows[0][0], [cell.strip() for cell in rows.pop(0)[1]]
    kinds = [cell.lower() for cell in head]
    weights = next((n for n, cell in enumerate(kinds) if cell in _WEIGHT), None)
    used = [n for n, cell in enumerate(kinds) if n != weights and not _NO_BALLOT.fullmatch(cell)]
    places = {n: int(found[1]) for n in used if (found := _PLACE.fullmatch(head[n]))}
    if places and len(places) == len(used):
        return Election(_by_place(rows, places, weights))
    if len({head[n] for n in used}) < len(used) or not used:
        raise Unreadable("CsvHead", first)
    return Election(_by_option(rows, [head[n] for n in used], used, weights, marks))


def _separator(data: bytes) -> str:
    head = data.split(b"\n", 1)[0]
    return max(",;\t", key=lambda each: head.count(each.encode()))


def _cell(row: list[str], column: int | None) -> str:
    return row[column].strip() if column is not None and column < len(row) else ""


def _votes(row: list[str], column: int | None, line: int) -> Fraction | int:
    if column is None:
        return 1
    votes = weight(_cell(row, column) or "1", line)
    return int(votes) if votes.denominator == 1 else votes


_Rows = list[tuple[int, list[str]]]


def _by_place(rows: _Rows, places: dict[int, int], weights: int | None) -> Rankings:
    columns = sorted(places, key=lambda n: places[n])
    names: dict[str, int] = {}
    papers: list[tuple[Fraction | int, Groups]] = []
    spoiled: dict[str, Fraction | int] = {}
    for line, row in rows:
        votes = _votes(row, weights, line)
        order = [names.setdefault(name, len(names)) for name in (_cell(row, n) for n in columns) if name]
        if len(order) != len(set(order)):
            spoiled["twice"] = spoiled.get("twice", 0) + votes
        else:
            papers.append((votes, [[each] for each in order]))
    return Rankings.of(list(names), papers, Aside(0, spoiled))


def _by_option(
    rows: _Rows, names: list[str], columns: list[int], weights: int | None, marks: bool
) -> Rankings | Marks:
    given: list[tuple[Fraction | int, dict[int, int]]] = []
    for line, row in rows:
        cells = {number: _cell(row, n) for number, n in enumerate(columns)}
        wrong = next((text for text in cells.values() if text and not re.fullmatch(r"\d{1,6}", text)), None)
        if wrong is not None:
            raise Unreadable("NoNumber", line, text=wrong[:40])
        given.append((_votes(row, weights, line), {n: int(text) for n, text in cells.items() if text}))
    if marks:
        return Marks.of(names, given)
    papers = []
    for votes, numbers in given:
        places = sorted(set(numbers.values()))
        papers.append((votes, [[n for n, place in numbers.items() if place == each] for each in places]))
    return Rankings.of(names, papers)
