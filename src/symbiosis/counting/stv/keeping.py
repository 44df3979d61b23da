"""What Meek's and Warren's counts share: everybody elected keeps a part of each paper, and the rest goes on.

An elected candidate's part is found by trying: it is lowered, and all papers are shared out again, until each
elected candidate holds just the quota. Papers that met the same elected candidates in the same order and lie with
the same candidate now are worth the same, so they are one pile, and a trial passes over piles only.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from symbiosis.counting.counts import Count, Result, Stage, check_seats, fixed, nobody, reasons
from symbiosis.counting.papers import Rankings, up_to_equals
from symbiosis.counting.reserved import Places, Reserved
from symbiosis.counting.stv.piles import EXHAUSTED, Moved, piles_of
from symbiosis.counting.ties import TieRule, Ties, Undecided

DIGITS = 9
ONE: int = 10**DIGITS
CLOSE_ENOUGH = 10 ** (DIGITS - 6)
"""The surpluses together that end a trial: a millionth of a vote."""

Keeps = Callable[[int, int], int]
"""Of a paper's weight what a candidate keeps by a keep value, all in units of 10^-9."""
_OUT = ("exclusion", "guarded_exclusion", "withdrawn")
"""What a stage is called in which somebody goes."""


def count_by_keeping(
    method: str, papers: Rankings, seats: int, tie: TieRule, keeps: Keeps, reserved: Reserved
) -> Count:
    """Fill seats; `keeps` is where Meek and Warren differ.

    Where seats are `reserved`, whom that bars is withdrawn as soon as papers are shared out, and the lowest who can be
    spared is excluded. Raises `NotCountable` as `check_seats` and `check_reserved`.
    """
    check_seats(papers.candidates, seats)
    places = Places(papers.candidates, seats, reserved)
    papers = up_to_equals(papers)
    if not len(papers.times):
        return nobody(method, papers.candidates, seats, papers.aside)
    count = _Count(papers, tie, keeps, places)
    result: Result = "decided"
    try:
        count.run()
    except Undecided:
        result = "tied"
    finally:
        count.piles.close()
    return Count(
        method=method,
        candidates=papers.candidates,
        seats=seats,
        result=result,
        elected=count.named(count.elected),
        stages=tuple(count.stages),
        votes=str(papers.votes),
        blank=str(papers.aside.blank),
        spoiled=reasons(papers.aside),
        ties=tuple(count.ties.met),
        settings={
            "quota": "droop, after every trial anew",
            "arithmetic": "9 decimals, kept parts rounded up",
        },
    )


class _Count:
    """Papers by the elected candidates that they met (a path), what each keeps, and what was written down.

    Votes are whole units of 10^-9 papers, or of the fraction of a vote that weights come in.
    """

    def __init__(self, papers: Rankings, tie: TieRule, keeps: Keeps, places: Places) -> None:
        self.papers, self.seats, self.keeps, self.places = papers, places.seats, keeps, places
        self.ties = Ties(papers.candidates, tie)
        self.piles = piles_of(papers)
        size = len(papers.candidates)
        self.total = int(papers.times.sum()) * ONE
        self.keep = [ONE] * size
        self.hopeful = list(range(size))
        self.elected: list[int] = []
        # A path is a number; `before` and `last` tell the path that it goes on from, and by whom. 0 met nobody.
        self.before, self.last = [0], [-1]
        self.path: dict[tuple[int, int], int] = {}
        self.lying: list[dict[int, int]] = [{} for _ in range(size)]
        self.votes = [0] * size
        self.residue = self.quota = self.surplus = 0
        self.history: list[list[int]] = []
        self.stages: list[Stage] = []

    def run(self) -> None:
        self.lay(self.piles.deal(self.hopeful))
        done, names = "first_preferences", list[int]()
        while True:
            out = names if done in _OUT else ()
            try:
                reached = self.share_out()
            except Undecided:
                self.write(done, names, (), out)
                raise
            self.write(done, names, reached, out)
            if len(self.elected) + len(self.hopeful) <= self.seats or len(self.elected) >= self.seats:
                break
            barred = self.places.barred(self.elected, self.hopeful)
            if barred:
                done, names = "withdrawn", barred
                self.put_out(barred)
            elif reached:
                done, names = "surplus", reached
                continue
            else:
                done, names = self.exclude()
            if len(self.elected) + len(self.hopeful) <= self.seats:
                break
        self.end(done, names)

    def end(self, done: str, names: Sequence[int]) -> None:
        """As many are left as seats: all of them are elected, the one with most votes first."""
        rest = sorted(self.hopeful, key=lambda each: -self.votes[each])
        if len(self.elected) < self.seats and rest:
            self.hopeful = []
            self.elected += rest
            out = names if done in _OUT else ()
            told = {name for stage in self.stages for name in stage.excluded}
            self.write("last_seats", rest, rest, [n for n in out if self.papers.candidates[n] not in told])

    def lay(self, moved: Moved) -> None:
        """Note which piles came where; those that came to somebody elected go on."""
        met: dict[int, list[int]] = {}
        for (candidate, path), papers in moved.items():
            if candidate != EXHAUSTED:
                pile = self.lying[candidate]
                pile[path] = pile.get(path, 0) + papers
                if candidate in self.elected:
                    met.setdefault(candidate, []).append(path)
        for candidate, paths in met.items():
            self.go_on(candidate, paths)

    def go_on(self, candidate: int, paths: Sequence[int]) -> None:
        """Piles that met somebody elected move to the next who is elected or hopeful, each on a path of its own."""
        for path in paths:
            if (path, candidate) not in self.path:
                self.path[path, candidate] = len(self.last)
                self.before.append(path)
                self.last.append(candidate)
        onward = {path: self.path[path, candidate] for path in paths}
        self.lay(self.piles.move(candidate, onward, [*self.hopeful, *self.elected]))

    def share_out(self) -> list[int]:
        """Try until somebody reaches the quota, or the elected hold little more than it; who reached it.

        Source: Hill, Wichmann and Woodall, Algorithm 123, The Computer Journal 30 (1987); rounding as in the
        reference rule of the Proportional Representation Foundation.
        """
        last = None
        while True:
            self.give()
            self.quota = (self.total - self.residue) // (self.seats + 1) + 1
            reached = [each for each in self.hopeful if self.votes[each] >= self.quota]
            reached = self.places.in_turn(
                reached, self.votes, self.elected, self.hopeful, self.ties, len(self.stages), self.history
            )
            self.surplus = sum(max(0, self.votes[each] - self.quota) for each in self.elected)
            if reached:
                for each in reached:
                    self.hopeful.remove(each)
                self.elected += reached
                for each in reached:
                    self.go_on(each, list(self.lying[each]))
                return reached
            # Rounding can keep the surplus from shrinking further: then no better answer is to be had.
            if self.surplus < CLOSE_ENOUGH or (last is not None and self.surplus >= last):
                return []
            last = self.surplus
            for each in self.elected:
                wanted = -(-self.keep[each] * self.quota // ONE)
                self.keep[each] = min(ONE, -(-wanted * ONE // self.votes[each]))

    def give(self) -> None:
        """Share all papers out at the keep values of now."""
        weight = [ONE] * len(self.last)
        for path in range(1, len(self.last)):
            before = weight[self.before[path]]
            weight[path] = before - self.keeps(before, self.keep[self.last[path]])
        for candidate, piles in enumerate(self.lying):
            keep = self.keep[candidate]
            self.votes[candidate] = sum(
                self.keeps(weight[path], keep) * papers for path, papers in piles.items()
            )
        self.residue = self.total - sum(self.votes)

    def exclude(self) -> tuple[str, list[int]]:
        """The lowest who can be spared is out, and how that is called.

        Those within the surplus of it are equal to it, as it could still reach them.
        """
        spared = self.places.spared(self.elected, self.hopeful)
        least = min(self.votes[each] for each in spared)
        among = [each for each in spared if self.votes[each] <= least + self.surplus]
        out = self.ties.best(among, "exclude", len(self.stages), self.history, worst=True)
        guarded = any(self.votes[each] <= least for each in self.hopeful if each not in spared)
        self.put_out([out])
        return "guarded_exclusion" if guarded else "exclusion", [out]

    def put_out(self, out: Sequence[int]) -> None:
        """They keep nothing more, and their papers go on."""
        self.hopeful = [each for each in self.hopeful if each not in out]
        for each in out:
            self.keep[each] = 0
            parcels = {path: path for path in self.lying[each]}
            self.lying[each] = {}
            self.lay(self.piles.move(each, parcels, [*self.hopeful, *self.elected]))

    def write(self, done: str, names: Sequence[int], reached: Sequence[int], excluded: Sequence[int]) -> None:
        self.history.append(list(self.votes))
        candidates = self.papers.candidates
        self.stages.append(
            Stage(
                done=done,
                names=self.named(names),
                figures={
                    "votes": {
                        name: self.shown(votes) for name, votes in zip(candidates, self.votes, strict=True)
                    },
                    "keeps": {
                        name: fixed(keep, DIGITS) for name, keep in zip(candidates, self.keep, strict=True)
                    },
                },
                totals={
                    "quota": self.shown(self.quota),
                    "exhausted": self.shown(self.residue),
                    "surplus": self.shown(self.surplus),
                },
                elected=self.named(reached),
                excluded=self.named(excluded),
            )
        )

    def shown(self, votes: int) -> str:
        if self.papers.unit == 1:
            return fixed(votes, DIGITS)
        return str(Fraction(votes, ONE) * self.papers.unit)

    def named(self, numbers: Sequence[int]) -> tuple[str, ...]:
        return tuple(self.papers.candidates[each] for each in numbers)
