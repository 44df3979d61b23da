"""An election as a file holds it, and what is said of a file that holds none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from symbiosis.counting.budget import Budget
from symbiosis.counting.papers import Aside, Marks, Rankings

Groups = list[list[int]]


@dataclass(frozen=True, slots=True)
class Election:
    """What a file says: its papers, and as far as the format has them the title, the seats and the budget."""

    papers: Rankings | Marks
    title: str = ""
    seats: int | None = None
    budget: Budget | None = None


class Unreadable(ValueError):
    """A file that is not what it should be, at a `line` (from 1; 0: the file as a whole): a `code` with a sentence."""

    def __init__(self, code: str, line: int = 0, **figures: str | int) -> None:
        shown = ", ".join(f"{name}={value}" for name, value in figures.items())
        super().__init__(f"line {line}: {code} {shown}".strip())
        self.code = code
        self.line = line
        self.figures = figures


def text_of(data: bytes) -> str:
    """UTF-8, with or without a mark, else Latin-1 as older files have it; line ends as they come."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def number(text: str, line: int) -> int:
    """A whole number without a sign. Raises `Unreadable` NoNumber."""
    if not (text.isascii() and text.isdigit() and len(text) < 16):
        raise Unreadable("NoNumber", line, text=text[:40])
    return int(text)


def weight(text: str, line: int) -> Fraction:
    """A weight: whole, decimal or a fraction, exact and above 0. Raises `Unreadable` NoWeight."""
    try:
        if "e" in text.lower() or len(text) > 30:
            raise ValueError
        found = Fraction(text)
    except (ValueError, ZeroDivisionError):
        raise Unreadable("NoWeight", line, text=text[:40]) from None
    if found <= 0:
        raise Unreadable("NoWeight", line, text=text[:40])
    return found


def decimal(votes: Fraction) -> str:
    """A number written exactly, "2.5". Raises `Unreadable` NoPlaceInFormat for one that has no end."""
    if votes.denominator == 1:
        return str(votes.numerator)
    for digits in range(1, 19):
        if 10**digits % votes.denominator == 0:
            scaled = int(votes * 10**digits)
            return f"{scaled // 10**digits}.{scaled % 10**digits:0{digits}}"
    raise Unreadable("NoPlaceInFormat")


class Gathering:
    """Papers as they are read one by one: those that break the rules are set aside with the reason."""

    def __init__(self, candidates: Sequence[str]) -> None:
        self.candidates = candidates
        self.rankings: list[tuple[Fraction | int, Groups]] = []
        self.spoiled: dict[str, Fraction | int] = {}

    def put(self, votes: Fraction | int, groups: Groups) -> None:
        """A ranking, by candidates' numbers from 0; one that is there twice, or unknown, spoils it."""
        flat = [each for group in groups for each in group]
        if any(not 0 <= each < len(self.candidates) for each in flat):
            self.spoil(votes, "unknown")
        elif len(flat) != len(set(flat)):
            self.spoil(votes, "twice")
        else:
            self.rankings.append((votes, groups))

    def spoil(self, votes: Fraction | int, reason: str) -> None:
        """Set a paper aside."""
        self.spoiled[reason] = self.spoiled.get(reason, 0) + votes

    def papers(self) -> Rankings:
        """All of them."""
        return Rankings.of(self.candidates, self.rankings, Aside(0, self.spoiled))
