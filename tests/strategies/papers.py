"""Ballot papers of every shape: truncated, with equals, weighted, blank."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import strategies as st

from symbiosis.counting.papers import Marks, Rankings

NAMES = ("Ana", "Bo", "Cy", "Di", "Eva", "Fe", "Gil")


@st.composite
def rankings(
    draw: st.DrawFn, equals: bool = True, fractions: bool = True, most: int = 12, candidates: int = 7
) -> tuple[Rankings, int]:
    """Rankings, and a number of seats that they can fill."""
    number = draw(st.integers(1, candidates))
    weights = (
        st.integers(1, 9)
        if not fractions
        else st.one_of(st.integers(1, 9), st.sampled_from((Fraction(1, 2), Fraction(4, 3))))
    )
    papers = []
    for _ in range(draw(st.integers(0, most))):
        order = draw(st.permutations(range(number)))[: draw(st.integers(0, number))]
        groups: list[list[int]] = []
        for candidate in order:
            if groups and equals and draw(st.integers(0, 4)) == 0:
                groups[-1].append(candidate)
            else:
                groups.append([candidate])
        papers.append((draw(weights), groups))
    return Rankings.of(NAMES[:number], papers), draw(st.integers(1, number))


@st.composite
def marks(
    draw: st.DrawFn, lowest: int = 0, highest: int = 5, most: int = 12, candidates: int = 6
) -> tuple[Marks, int]:
    """Marks from lowest to highest, some left out, and a number of seats that they can fill."""
    number = draw(st.integers(1, candidates))
    papers = draw(
        st.lists(
            st.tuples(
                st.integers(1, 9),
                st.dictionaries(st.integers(0, number - 1), st.integers(lowest, highest), max_size=number),
            ),
            max_size=most,
        )
    )
    return Marks.of(NAMES[:number], papers), draw(st.integers(1, number))
