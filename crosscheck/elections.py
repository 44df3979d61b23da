"""Random elections, the same in every run, and how the other libraries want them written."""

from __future__ import annotations

import random
from collections.abc import Iterator

from symbiosis.counting.papers import Marks, Rankings

Papers = list[tuple[int, tuple[int, ...]]]
"""How often, and the candidates in order."""


def seeded(name: str, number: int) -> Iterator[random.Random]:
    """So many sources of chance, each of which can be made again from what a failure prints."""
    for n in range(number):
        yield random.Random(f"{name} {n}")


def strict_papers(chance: random.Random, complete: bool = False, most: int = 40) -> tuple[list[str], Papers]:
    """Candidates, and papers that rank some of them or all, without equals; like minds are likelier than chance."""
    size = chance.randint(2, 6)
    names = [f"c{number}" for number in range(size)]
    centre = [chance.random() for _ in names]
    found: dict[tuple[int, ...], int] = {}
    for _ in range(chance.randint(1, most)):
        order = sorted(range(size), key=lambda each: centre[each] + chance.gauss(0, 0.5))
        length = size if complete else chance.choice((size, size, chance.randint(1, size)))
        paper = tuple(order[:length])
        found[paper] = found.get(paper, 0) + 1
    return names, [(times, paper) for paper, times in found.items()]


def rankings(names: list[str], papers: Papers) -> Rankings:
    return Rankings.of(names, [(times, [[each] for each in paper]) for times, paper in papers])


def ticks(chance: random.Random, most: int = 25) -> tuple[list[str], list[tuple[int, frozenset[int]]]]:
    """Candidates, and papers of ticks, each with at least one."""
    size = chance.randint(2, 6)
    names = [f"c{number}" for number in range(size)]
    found: dict[frozenset[int], int] = {}
    for _ in range(chance.randint(1, most)):
        ticked = frozenset(each for each in range(size) if chance.random() < 0.4)
        ticked = ticked or frozenset({chance.randrange(size)})
        found[ticked] = found.get(ticked, 0) + 1
    return names, [(times, ticked) for ticked, times in found.items()]


def marked(names: list[str], papers: list[tuple[int, frozenset[int]]]) -> Marks:
    return Marks.of(names, [(times, dict.fromkeys(ticked, 1)) for times, ticked in papers])
