"""PrefLib: soc, soi, toc, toi (orders, complete or not, with ties or not) and cat (categories, the best first).

Lines of "# KEY: value", then for each paper "number: 3,1,{2,4}". The older form without keys is read too: the number
of candidates, "number,name" for each, "papers,votes,distinct", then "number,3,1,{2,4}". Candidates are numbered from 1;
files that number them from 0, as pref_voting writes them, are read too.
"""

from __future__ import annotations

import re
from fractions import Fraction

from symbiosis.counting.formats.election import (
    Election,
    Gathering,
    Groups,
    Unreadable,
    number,
    text_of,
    weight,
)
from symbiosis.counting.papers import Marks, Rankings

_NAME = re.compile(r"#\s*ALTERNATIVE NAME\s+(\d+)\s*:\s*(.*)", re.IGNORECASE)
_CATEGORY = re.compile(r"#\s*CATEGORY NAME\s+(\d+)\s*:\s*(.*)", re.IGNORECASE)


def read_preflib(data: bytes) -> Election:
    """Read a file of orders, or one of categories as grades from 0. Raises `Unreadable` naming the line."""
    lines = [(n, line.strip()) for n, line in enumerate(text_of(data).splitlines(), start=1)]
    lines = [(n, line) for n, line in lines if line]
    if not lines:
        raise Unreadable("EmptyFile")
    keyed = lines[0][1].startswith("#")
    names, title, categories, papers = _keyed(lines) if keyed else _old(lines)
    if categories:
        return Election(_marked(names, categories, papers), title)
    gathering = Gathering(names)
    for votes, groups, _line in papers:
        gathering.put(votes, [[each - 1 for each in group] for group in groups if group])
    return Election(gathering.papers(), title)


_Paper = tuple[Fraction | int, Groups, int]


def _keyed(lines: list[tuple[int, str]]) -> tuple[list[str], str, int, list[_Paper]]:
    names: dict[int, str] = {}
    categories, title, papers = 0, "", list[_Paper]()
    for line, text in lines:
        if not text.startswith("#"):
            votes, colon, order = text.partition(":")
            if not colon:
                raise Unreadable("PrefLibPaper", line)
            papers.append((_votes(votes.strip(), line), _groups(order, line), line))
        elif found := _NAME.fullmatch(text):
            names[int(found[1])] = found[2].strip()
        elif _CATEGORY.fullmatch(text):
            categories += 1
        elif text.upper().startswith("# TITLE:"):
            title = text.partition(":")[2].strip()
    if 0 in names:
        names = {each + 1: name for each, name in names.items()}
        papers = [
            (votes, [[each + 1 for each in group] for group in groups], n) for votes, groups, n in papers
        ]
    if sorted(names) != list(range(1, len(names) + 1)) or not names:
        raise Unreadable("PrefLibNames", lines[0][0])
    return _told_apart([names[each] for each in sorted(names)]), title, categories, papers


def _old(lines: list[tuple[int, str]]) -> tuple[list[str], str, int, list[_Paper]]:
    size = number(lines[0][1], lines[0][0])
    if len(lines) < size + 2:
        raise Unreadable("PrefLibNames", lines[-1][0])
    names = []
    for n, (line, text) in enumerate(lines[1 : size + 1], start=1):
        which, comma, name = text.partition(",")
        if not comma or number(which.strip(), line) != n:
            raise Unreadable("PrefLibNames", line)
        names.append(name.strip())
    papers = []
    for line, text in lines[size + 2 :]:
        votes, comma, order = text.partition(",")
        if not comma:
            raise Unreadable("PrefLibPaper", line)
        papers.append((_votes(votes.strip(), line), _groups(order, line), line))
    return _told_apart(names), "", 0, papers


def _told_apart(names: list[str]) -> list[str]:
    """Some files give one name to several: the number beside it tells them apart."""
    return [name if names.count(name) == 1 else f"{name} ({n})" for n, name in enumerate(names, start=1)]


def _votes(text: str, line: int) -> Fraction | int:
    votes = weight(text, line)
    return int(votes) if votes.denominator == 1 else votes


def _groups(text: str, line: int) -> Groups:
    """ "3,1,{2,4}" as groups of numbers from 1; "{}" is a group of nobody."""
    text = text.replace(" ", "")
    if not re.fullmatch(r"(?:\{[\d,]*\}|\d+)(?:,(?:\{[\d,]*\}|\d+))*,?", text):
        if not text:
            return []
        raise Unreadable("PrefLibPaper", line)
    return [
        [int(each) for each in found.strip("{}").split(",") if each]
        for found in re.findall(r"\{[\d,]*\}|\d+", text)
    ]


def _marked(names: list[str], categories: int, papers: list[_Paper]) -> Marks:
    """The first category is the highest grade, the last is 0."""
    rows: list[tuple[Fraction | int, dict[int, int]]] = []
    for votes, groups, line in papers:
        if len(groups) > categories:
            raise Unreadable("PrefLibPaper", line)
        given = {each - 1: categories - 1 - place for place, group in enumerate(groups) for each in group}
        if any(not 0 <= each < len(names) for each in given):
            raise Unreadable("PrefLibPaper", line)
        rows.append((votes, given))
    return Marks.of(names, rows)


def write_preflib(election: Election) -> bytes:
    """The orders of an election with keys; `kind_of` says which ending the file should have.

    Raises `Unreadable` NoPlaceInFormat for marks, spoiled and blank papers, and weights that are not whole.
    """
    papers = election.papers
    if (
        isinstance(papers, Marks)
        or papers.aside.spoiled
        or papers.aside.blank
        or papers.unit.denominator != 1
    ):
        raise Unreadable("NoPlaceInFormat")
    rows = list(papers.rankings())
    head = {
        "TITLE": election.title,
        "DATA TYPE": kind_of(papers),
        "NUMBER ALTERNATIVES": len(papers.candidates),
        "NUMBER VOTERS": papers.votes,
        "NUMBER UNIQUE ORDERS": len(rows),
    }
    lines = [f"# {key}: {value}" for key, value in head.items()]
    lines += [f"# ALTERNATIVE NAME {n}: {name}" for n, name in enumerate(papers.candidates, start=1)]
    for votes, groups in rows:
        order = (",".join(str(each + 1) for each in group) for group in groups)
        lines.append(f"{votes}: " + ",".join(f"{{{each}}}" if "," in each else each for each in order))
    return "\n".join([*lines, ""]).encode()


def kind_of(papers: Rankings) -> str:
    """soc, soi, toc or toi: with ties or strict, complete or incomplete."""
    complete = bool((papers.order >= 0).all()) and papers.order.shape[1] == len(papers.candidates)
    return f"{'so' if papers.tied is None else 'to'}{'c' if complete else 'i'}"
