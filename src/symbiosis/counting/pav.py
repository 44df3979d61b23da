"""Proportional approval, one seat after another: a paper counts whole, then half, then a third.

Source: T. N. Thiele, Om Flerfoldsvalg, 1895; sequential proportional approval voting.
"""

from __future__ import annotations

from fractions import Fraction

from symbiosis.counting.counts import Count, Stage
from symbiosis.counting.papers import Marks
from symbiosis.counting.ticks import Classes, count_ticks, named
from symbiosis.counting.ties import TOLD, TieRule, Ties


def pav_sequential(papers: Marks, seats: int = 1, tie: TieRule = TOLD) -> Count:
    """Each seat goes to the candidate with most votes, where a paper that has elected k already counts 1/(k+1).

    Nobody without a single approval is elected. A mark above 0 is an approval. Raises `NotCountable` as
    `check_seats`.
    """

    def elect(ties: Ties, elected: list[int], stages: list[Stage]) -> None:
        classes = Classes(papers, Fraction(0))
        rest = [each for each, rows in enumerate(classes.rows) if len(rows)]
        while rest and len(elected) < seats:
            scores = [(each, _score(classes, each) * papers.unit) for each in rest]
            most = max(score for _, score in scores)
            equal = [each for each, score in scores if score == most]
            figures = {"votes": named(papers.candidates, scores)}
            won = _pick(ties, equal, figures, stages)
            rest.remove(won)
            elected.append(won)
            held, _ = classes.votes(won)
            classes.change(won, held, [classes.parts[each] + 1 for each in held])
            name = (papers.candidates[won],)
            stages.append(Stage(done="pav_seat", names=name, figures=figures, elected=name))

    return count_ticks("pav-sequential", papers, seats, tie, elect)


def _pick(ties: Ties, equal: list[int], figures: dict[str, dict[str, str]], stages: list[Stage]) -> int:
    """The one that wins; where nothing settles a tie its figures are told all the same."""
    if len(equal) > 1:
        stages.append(Stage(done="pav_tie", figures=figures))
        won = ties.best(equal, "elect", len(stages))
        stages.pop()
        return won
    return equal[0]


def _score(classes: Classes, candidate: int) -> Fraction:
    held, votes = classes.votes(candidate)
    return sum(
        (Fraction(v, classes.parts[n] + 1) for n, v in zip(held.tolist(), votes.tolist(), strict=True)),
        Fraction(0),
    )
