"""The instant run-off: the lowest goes out, round by round, until one has more than half of the votes that are left.

Also called alternative vote, ranked choice or preferential voting; Robert's Rules of Order names it 45:62.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from symbiosis.counting.counts import Count, Result, Stage, check_seats, column, nobody, reasons
from symbiosis.counting.papers import Rankings, up_to_equals
from symbiosis.counting.stv.piles import EXHAUSTED, Moved, piles_of
from symbiosis.counting.ties import EARLIER, TieRule, Ties, Undecided


def irv(papers: Rankings, seats: int = 1, tie: TieRule = EARLIER) -> Count:
    """Elect one by elimination. A paper without a further preference is exhausted and no longer counts in the half.

    Raises `NotCountable` as `check_seats`, with one seat at most.
    """
    check_seats(papers.candidates, seats, most=1)
    papers = up_to_equals(papers)
    if not len(papers.times):
        return nobody("irv", papers.candidates, 1, papers.aside)
    piles, ties = piles_of(papers), Ties(papers.candidates, tie)
    votes = [Fraction(0)] * len(papers.candidates)
    standing = list(range(len(votes)))
    exhausted, stages, history = Fraction(0), list[Stage](), list[Sequence[Fraction]]()
    winner: int | None = None
    result: Result = "decided"

    def credit(moved: Moved) -> None:
        nonlocal exhausted
        for (candidate, _), count in moved.items():
            if candidate == EXHAUSTED:
                exhausted += count * papers.unit
            else:
                votes[candidate] += count * papers.unit

    def close(out: Sequence[int]) -> int | None:
        history.append(list(votes))
        left = sum(votes, Fraction(0))
        won = next((each for each in standing if 2 * votes[each] > left or len(standing) == 1), None)
        stages.append(
            Stage(
                done="exclusion" if out else "first_preferences",
                names=tuple(papers.candidates[each] for each in out),
                figures={"votes": column(papers.candidates, votes)},
                totals={"majority": str(left / 2), "exhausted": str(exhausted)},
                elected=() if won is None else (papers.candidates[won],),
                excluded=tuple(papers.candidates[each] for each in out),
            )
        )
        return won

    try:
        credit(piles.deal(standing))
        winner = close(())
        while winner is None:
            least = min(votes[each] for each in standing)
            among = [each for each in standing if votes[each] == least]
            out = ties.best(among, "exclude", len(stages), history, worst=True)
            standing.remove(out)
            votes[out] = Fraction(0)
            credit(piles.move(out, {0: 0}, standing))
            winner = close((out,))
    except Undecided:
        result = "tied"
    finally:
        piles.close()
    return Count(
        method="irv",
        candidates=papers.candidates,
        seats=1,
        result=result,
        elected=() if winner is None else (papers.candidates[winner],),
        stages=tuple(stages),
        votes=str(papers.votes),
        blank=str(papers.aside.blank),
        spoiled=reasons(papers.aside),
        ties=tuple(ties.met),
    )
