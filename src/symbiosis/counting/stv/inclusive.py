"""What counts by weighted inclusive Gregory transfers share: all papers of an elected candidate move, at a lower value.

Rules by their number are those of the Scottish Local Government Elections Order 2007 (SSI 2007/42), schedule 1.
"""

from __future__ import annotations

from collections.abc import Sequence

from symbiosis.counting.counts import Count, Result, Stage, check_seats, fixed, nobody, reasons
from symbiosis.counting.papers import Rankings, up_to_equals
from symbiosis.counting.reserved import Places, Reserved
from symbiosis.counting.stv.piles import EXHAUSTED, Moved, piles_of
from symbiosis.counting.ties import TieRule, Ties, Undecided


def count_inclusive(
    method: str,
    papers: Rankings,
    seats: int,
    tie: TieRule,
    reserved: Reserved,
    digits: int = 5,
    sinking: bool = False,
) -> Count:
    """Fill seats by weighted inclusive Gregory transfers, figures to so many decimals, remainders ignored.

    Where the quota is `sinking` it is worked out anew in each stage from the votes that are not exhausted, before
    anybody is deemed elected; who was elected keeps what they kept. Raises `NotCountable` as `check_seats` and
    `check_reserved`.
    """
    check_seats(papers.candidates, seats)
    places = Places(papers.candidates, seats, reserved)
    papers = up_to_equals(papers)
    if not len(papers.times):
        return nobody(method, papers.candidates, seats, papers.aside)
    count = _Count(papers, tie, places, digits, sinking)
    try:
        count.run()
    except Undecided:
        count.result = "tied"
    finally:
        count.piles.close()
    return count.told(method)


class _Count:
    """The table on which the papers lie, and what was written down so far. Values are whole units of the last digit."""

    def __init__(self, papers: Rankings, tie: TieRule, places: Places, digits: int, sinking: bool) -> None:
        self.digits, self.sinking = digits, sinking
        self.one: int = 10**digits
        self.papers, self.seats, self.places = papers, places.seats, places
        self.ties = Ties(papers.candidates, tie)
        self.piles = piles_of(papers)
        self.votes = int(papers.votes * self.one)
        self.quota = self.quota_of(self.votes)
        self.value: list[int] = []
        self.number: dict[int, int] = {}
        self.held: list[dict[int, int]] = [{} for _ in papers.candidates]
        self.credited = [0] * len(papers.candidates)
        self.exhausted = 0
        self.standing = list(range(len(papers.candidates)))
        self.elected: list[int] = []
        self.surpluses: list[int] = []
        self.history: list[list[int]] = []
        self.stages: list[Stage] = []
        self.result: Result = "decided"

    def parcel(self, value: int) -> int:
        """The number of the parcel for papers of a value: papers of one value in one pile are one parcel."""
        if value not in self.number:
            self.number[value] = len(self.value)
            self.value.append(value)
        return self.number[value]

    def quota_of(self, votes: int) -> int:
        """Rule 46: the votes divided by one more than the seats, and one, without the fraction."""
        return (votes // self.one // (self.seats + 1) + 1) * self.one

    def run(self) -> None:
        first = self.parcel(int(self.papers.unit * self.one))
        self.credit(self.piles.deal(self.standing, first))
        self.close("first_preferences", ())
        while len(self.elected) < self.seats:
            barred = self.places.barred(self.elected, self.standing)
            if barred:
                self.put_out(barred, "withdrawn")
            elif len(self.standing) <= self.seats - len(self.elected):
                self.fill()
            elif self.surpluses:
                self.transfer_surplus()
            else:
                self.exclude()

    def credit(self, moved: Moved) -> None:
        for (candidate, parcel), papers in moved.items():
            if candidate == EXHAUSTED:
                self.exhausted += papers * self.value[parcel]
            else:
                pile = self.held[candidate]
                pile[parcel] = pile.get(parcel, 0) + papers
                self.credited[candidate] += papers * self.value[parcel]

    def transfer_surplus(self) -> None:
        """Rules 48 and 49: the largest surplus moves, all papers of the pile at their reduced value."""
        most = max(self.credited[each] for each in self.surpluses)
        among = [each for each in self.surpluses if self.credited[each] == most]
        giver = self.ties.best(among, "transfer", len(self.stages), self.history)
        self.surpluses.remove(giver)
        surplus, total = self.credited[giver] - self.quota, self.credited[giver]
        parcels = {
            parcel: self.parcel(surplus * self.value[parcel] // total) for parcel in list(self.held[giver])
        }
        self.held[giver] = {}
        self.credited[giver] = self.quota
        self.credit(self.piles.move(giver, parcels, self.standing))
        self.close("surplus", (giver,))

    def exclude(self) -> None:
        """Rules 50 and 51: the lowest is out, of those who can be spared."""
        spared = self.places.spared(self.elected, self.standing)
        least = min(self.credited[each] for each in spared)
        among = [each for each in spared if self.credited[each] == least]
        out = self.ties.best(among, "exclude", len(self.stages), self.history, worst=True)
        guarded = any(self.credited[each] <= least for each in self.standing if each not in spared)
        self.put_out([out], "guarded_exclusion" if guarded else "exclusion")

    def put_out(self, out: Sequence[int], done: str) -> None:
        """Each of their papers moves at the value with which it came."""
        self.standing = [each for each in self.standing if each not in out]
        for each in out:
            parcels = {parcel: parcel for parcel in self.held[each]}
            self.held[each] = {}
            self.credited[each] = 0
            self.credit(self.piles.move(each, parcels, self.standing))
        self.close(done, out, excluded=out)

    def fill(self) -> None:
        """Rule 52: as many are left as seats; all of them are elected, the one with most votes first."""
        rest = sorted(self.standing, key=lambda each: -self.credited[each])
        self.standing = []
        self.elected += rest
        self.write("last_seats", rest, rest, ())

    def close(self, done: str, names: Sequence[int], excluded: Sequence[int] = ()) -> None:
        """Who has reached the quota is elected (47); write the stage down."""
        if self.sinking:
            self.quota = self.quota_of(sum(self.credited))
        reached = [each for each in self.standing if self.credited[each] >= self.quota]
        try:
            reached = self.places.in_turn(
                reached, self.credited, self.elected, self.standing, self.ties, len(self.stages), self.history
            )
        except Undecided:
            self.write(done, names, (), excluded)
            raise
        for each in reached:
            self.standing.remove(each)
            if self.credited[each] > self.quota:
                self.surpluses.append(each)
        self.elected += reached
        self.write(done, names, reached, excluded)

    def write(self, done: str, names: Sequence[int], reached: Sequence[int], excluded: Sequence[int]) -> None:
        lost = self.votes - sum(self.credited) - self.exhausted
        self.history.append(list(self.credited))
        self.stages.append(
            Stage(
                done=done,
                names=self.named(names),
                figures={
                    "votes": {
                        name: fixed(value, self.digits)
                        for name, value in zip(self.papers.candidates, self.credited, strict=True)
                    }
                },
                totals={
                    "quota": fixed(self.quota, self.digits),
                    "exhausted": fixed(self.exhausted, self.digits),
                    "rounding": fixed(lost, self.digits),
                },
                elected=self.named(reached),
                excluded=self.named(excluded),
            )
        )

    def named(self, numbers: Sequence[int]) -> tuple[str, ...]:
        return tuple(self.papers.candidates[each] for each in numbers)

    def told(self, method: str) -> Count:
        return Count(
            method=method,
            candidates=self.papers.candidates,
            seats=self.seats,
            result=self.result,
            elected=self.named(self.elected),
            stages=tuple(self.stages),
            votes=str(self.papers.votes),
            blank=str(self.papers.aside.blank),
            spoiled=reasons(self.papers.aside),
            ties=tuple(self.ties.met),
            settings={
                "quota": "droop, in each stage anew" if self.sinking else "droop",
                "arithmetic": f"{self.digits} decimals, remainders ignored",
            },
        )
