"""BLT: the file of OpaVote, OpenTally, droop and most programs that count the single transferable vote.

First line: candidates and seats. Then perhaps a line of withdrawn candidates as negative numbers, then a line for each
paper: weight, candidates in order of preference, 0. A line with 0 alone, the names in quotes, and the title.
"=" joins equals, "-" is a place left out, "(...)" before the weight is a paper's name, "#" begins a remark.
"""

from __future__ import annotations

import re
from fractions import Fraction

import numpy as np

from symbiosis.counting.formats.election import (
    Election,
    Gathering,
    Groups,
    Unreadable,
    decimal,
    number,
    text_of,
    weight,
)
from symbiosis.counting.papers import MOST, Ints, Marks, Rankings, kind_for

_PLAIN = b"0123456789 \n"


def read_blt(data: bytes) -> Election:
    """Read a file. Raises `Unreadable` naming the line."""
    return _read_plain(data) or _read_carefully(text_of(data))


def _read_plain(data: bytes) -> Election | None:
    """The quick way for files without peculiarities: all numbers at once. None where the careful way is needed."""
    data = data.replace(b"\r\n", b"\n")
    head, _, rest = data.partition(b"\n")
    block, end, tail = rest.partition(b"\n0\n")
    block += b"\n"
    head_words = head.split()
    if (
        not end
        or len(head_words) != 2
        or block.translate(None, _PLAIN)
        or not head.translate(None, b" ").isdigit()
    ):
        return None
    numbers = np.fromstring(block, dtype=np.int64, sep=" ")
    ends = np.flatnonzero(numbers == 0)
    lines = block.count(b"\n")
    if not lines == len(ends) == block.count(b" 0\n") or numbers[-1] != 0:
        return None
    starts = np.concatenate(([0], ends[:-1] + 1))
    lengths = ends - starts - 1
    size = int(head_words[0])
    times = numbers[starts]
    if lengths.min() < 1 or times.min() < 1 or int(times.sum()) >= MOST:
        return None
    try:
        names, title = _names(text_of(tail).split("\n"), size, lines + 3)
    except Unreadable:
        return None
    order = np.full((lines, int(lengths.max())), -1, dtype=kind_for(size))
    here = np.ones(len(numbers), dtype=bool)
    here[starts] = here[ends] = False
    preferences = numbers[here]
    if preferences.max() > size:
        return None
    order[np.arange(order.shape[1]) < lengths[:, None]] = preferences - 1
    if _has_twice(order, size):
        return None
    return Election(Rankings(tuple(names), order, times), title, int(head_words[1]))


def _has_twice(order: Ints, size: int) -> bool:
    """Whether a paper ranks somebody twice: by a bit for each candidate where there are few."""
    if size > 62:
        ordered = np.sort(order, axis=1)
        return bool(((ordered[:, 1:] == ordered[:, :-1]) & (ordered[:, 1:] >= 0)).any())
    seen = np.zeros(len(order), dtype=np.int64)
    for place in range(order.shape[1]):
        here = order[:, place].astype(np.int64)
        bit = np.where(here >= 0, np.int64(1) << np.maximum(here, 0), 0)
        if (seen & bit).any():
            return True
        seen |= bit
    return False


def _read_carefully(text: str) -> Election:
    lines = [
        (n, re.sub(r"#.*", "", line).strip()) if '"' not in line else (n, line.strip())
        for n, line in enumerate(re.split(r"\r\n|\r|\n", text), start=1)
    ]
    lines = [(n, line) for n, line in lines if line]
    if not lines:
        raise Unreadable("EmptyFile")
    first, head = lines[0]
    words = head.split()
    if len(words) != 2:
        raise Unreadable("BltHead", first, text=head[:40])
    size, seats = (number(each, first) for each in words)
    at, withdrawn = 1, set[int]()
    while at < len(lines) and lines[at][1].startswith("-"):
        line, text = lines[at]
        for each in text.split():
            if not each.startswith("-") or not 1 <= number(each[1:], line) <= size:
                raise Unreadable("BltWithdrawn", line)
            withdrawn.add(int(each[1:]) - 1)
        at += 1
    papers: list[tuple[Fraction | int, Groups, int]] = []
    while at < len(lines) and lines[at][1] != "0":
        line, text = lines[at]
        if '"' in text:
            raise Unreadable("BltEnd", line)
        papers.append((*_paper(text, line), line))
        at += 1
    if at == len(lines):
        raise Unreadable("BltEnd", lines[-1][0])
    names, title = _names([text for _, text in lines[at + 1 :]], size, lines[at][0] + 1)
    standing = [each for each in range(size) if each not in withdrawn]
    place = {candidate: number for number, candidate in enumerate(standing)}
    gathering = Gathering([names[each] for each in standing])
    for votes, groups, _line in papers:
        flat = [each for group in groups for each in group]
        if any(not 0 <= each < size for each in flat):
            gathering.spoil(votes, "unknown")
        else:
            left = [[place[each] for each in group if each in place] for group in groups]
            gathering.put(votes, [group for group in left if group])
    return Election(gathering.papers(), title, seats)


def _paper(text: str, line: int) -> tuple[Fraction | int, Groups]:
    """A line "2 1 3=4 - 5 0" as its weight and groups of numbers from 0."""
    words = re.sub(r"^\([^)]*\)\s*", "", text).split()
    if len(words) < 2 or words[-1] != "0":
        raise Unreadable("BltPaper", line)
    groups = [[number(each, line) - 1 for each in word.split("=")] for word in words[1:-1] if word != "-"]
    votes = weight(words[0], line)
    return (int(votes) if votes.denominator == 1 else votes), groups


def _names(lines: list[str], size: int, line: int) -> tuple[list[str], str]:
    """The names in quotes and the title after them."""
    quoted = [(line + n, text.strip()) for n, text in enumerate(lines) if text.strip()]
    # Several names may stand on one line.
    found = [(n, name) for n, text in quoted for name in (re.findall(r'"([^"]*)"', text) or [text])]
    if len(found) < size:
        raise Unreadable("BltNames", found[-1][0] if found else line, names=len(found), candidates=size)
    names = [name for _, name in found[:size]]
    if len(set(names)) != size:
        twice = next(name for name in names if names.count(name) > 1)
        raise Unreadable("NameTwice", line, name=twice)
    return names, found[size][1] if len(found) > size else ""


def write_blt(election: Election) -> bytes:
    """The same election as a file; spoiled papers and weights that are no decimals have no place in it.

    Raises `Unreadable` NoPlaceInFormat where it would say something else.
    """
    papers = election.papers
    if isinstance(papers, Marks) or papers.aside.spoiled:
        raise Unreadable("NoPlaceInFormat")
    lines = [f"{len(papers.candidates)} {election.seats or 1}"]
    if papers.aside.blank:
        lines.append(f"{decimal(Fraction(papers.aside.blank))} 0")
    for votes, groups in papers.rankings():
        ranked = " ".join("=".join(str(each + 1) for each in group) for group in groups)
        lines.append(f"{decimal(votes)} {ranked} 0")
    names = [*papers.candidates, election.title]
    if any('"' in name or "\n" in name for name in names):
        raise Unreadable("NoPlaceInFormat")
    return "\n".join([*lines, "0", *(f'"{name}"' for name in names), ""]).encode()
