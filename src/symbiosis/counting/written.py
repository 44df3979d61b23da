"""A paper in writing: one whole number for each option, in the options' order, "-" where it says nothing.

"2 1 - 3" ranks the second option first, or gives it one point: what the numbers say is the method's affair. Equal
papers are written equally, so a tally of papers is counts by what is written, as any tally is counts by position.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from symbiosis.counting.methods import Method
from symbiosis.counting.papers import Aside, Marks, Rankings

PATTERN = r"(?:-|[0-9]{1,3})(?: (?:-|[0-9]{1,3})){0,99}"
MOST_OPTIONS = 100
BLANK, SPOILED, MARKED = "blank", "spoiled", "marked"

_PAPER = re.compile(PATTERN)
Settings = Mapping[str, str]


def written(marks: Sequence[int | None]) -> str:
    """The paper as a line: written([2, 1, None, 3]) is "2 1 - 3"."""
    return " ".join("-" if mark is None else str(mark) for mark in marks)


def read(line: str) -> tuple[int | None, ...]:
    """The marks of a line. Raises ValueError for what is no paper."""
    if not _PAPER.fullmatch(line):
        raise ValueError(f"{line!r} is no paper")
    return tuple(None if each == "-" else int(each) for each in line.split(" "))


def is_paper(position: str) -> bool:
    """Whether a position in a tally is a paper, and not a word such as "blank"."""
    return _PAPER.fullmatch(position) is not None


def settled(method: Method, marks: Sequence[int | None]) -> str:
    """The one way of writing it: places close up ("1 5 5" is "1 2 2"), and nothing marked is "blank"."""
    if all(mark is None for mark in marks):
        return BLANK
    if method.paper == "ranking":
        places = sorted({mark for mark in marks if mark is not None})
        return written([None if mark is None else places.index(mark) + 1 for mark in marks])
    if method.paper == "dots":
        marks = [mark or None for mark in marks]
        return written(marks) if any(marks) else BLANK
    return written(marks)


def spoiled_by(method: Method, marks: Sequence[int | None], settings: Settings) -> str:
    """Why a paper cannot count by this method, as a code; "" where it can.

    EqualPlaces where the method needs one next preference, MarkOutOfRange beside `least` to `most` of the
    settings, TooManyDots beyond `dots`, TooManyTicks beyond the ticks that a paper has.
    """
    given = [mark for mark in marks if mark is not None]
    if method.paper == "ranking":
        if 0 in given:
            return "MarkOutOfRange"
        return "" if method.equals or len(given) == len(set(given)) else "EqualPlaces"
    least, most = bounds(method, settings)
    if any(not least <= mark <= most for mark in given):
        return "MarkOutOfRange"
    if method.paper == "approval" and 0 < ticks(method, settings) < len(given):
        return "TooManyTicks"
    return "TooManyDots" if method.paper == "dots" and sum(given) > most else ""


_GRADES = {"time-poll": "3", "gradients": "8", "majority-judgment": "6"}
"""How many grades a method has where its settings do not say."""


def ticks(method: Method, settings: Settings) -> int:
    """How many options may be ticked on a paper of approval; 0 for any number."""
    return 1 if method.name == "majority" else int(settings.get("most", "0"))


def bounds(method: Method, settings: Settings) -> tuple[int, int]:
    """The smallest and the largest mark that a paper of marks may carry."""
    if method.paper == "approval":
        return 1, 1
    if method.paper == "dots":
        return 0, int(settings.get("dots", "10"))
    if method.paper == "grades":
        return 0, int(settings.get("grades", _GRADES.get(method.name, "6"))) - 1
    return int(settings.get("least", "0")), int(settings.get("most", "5"))


def gathered(method: Method, options: Sequence[str], tally: Mapping[str, int]) -> Rankings | Marks:
    """The papers of a tally, ready to be counted; what is no paper is set aside."""
    papers = [(votes, read(line)) for line, votes in tally.items() if votes and is_paper(line)]
    spoiled = tally.get(SPOILED, 0)
    aside = Aside(tally.get(BLANK, 0), {SPOILED: spoiled} if spoiled else {})
    if method.paper == "ranking":
        return Rankings.of(options, [(votes, _groups(marks)) for votes, marks in papers], aside)
    pairs = [
        (votes, {number: mark for number, mark in enumerate(marks) if mark is not None})
        for votes, marks in papers
    ]
    return Marks.of(options, pairs, aside)


def _groups(marks: Sequence[int | None]) -> list[list[int]]:
    places = sorted({mark for mark in marks if mark is not None})
    return [[number for number, mark in enumerate(marks) if mark == place] for place in places]


def in_short(tally: Mapping[str, int]) -> dict[str, int]:
    """How many papers are marked, blank and spoiled: {"marked": 17, "blank": 2}."""
    short: dict[str, int] = {}
    for position, votes in tally.items():
        name = MARKED if is_paper(position) else position
        short[name] = short.get(name, 0) + votes
    return short
