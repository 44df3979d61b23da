"""Ties, and the only three ways by which a charter may settle them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

import msgspec

from symbiosis.counting.lots import drawn_below

Way = Literal["earlier_round", "status_quo", "lot"]
Question = Literal["elect", "exclude", "transfer", "rank"]


class TieRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """How a charter settles ties: the ways in the order in which they are tried (none: a tie is reported).

    `seed` is public and was announced before the ballots were; `status_quo` is the candidate that stands
    already.
    """

    ways: tuple[Way, ...] = ()
    seed: str = ""
    status_quo: str = ""


TOLD = TieRule()
"""A tie is told, and nothing settles it."""
EARLIER = TieRule(("earlier_round",))


class Tie(msgspec.Struct, frozen=True, omit_defaults=True):
    """A tie that came up: between whom, over what, and by which way it was settled, for whom ("" where not)."""

    among: tuple[str, ...]
    over: Question
    stage: int
    settled_by: Literal["", "earlier_round", "status_quo", "lot"] = ""
    chosen: str = ""


class Undecided(Exception):
    """No way of the charter settles a tie: the count stops here and says so."""

    def __init__(self, tie: Tie) -> None:
        super().__init__(tie)
        self.tie = tie


class Ties:
    """The ties of one count, settled as they come and kept in order."""

    def __init__(self, candidates: Sequence[str], rule: TieRule) -> None:
        self.candidates = tuple(candidates)
        self.rule = rule
        self.met: list[Tie] = []
        self._order: tuple[int, ...] | None = None

    def best(
        self,
        among: Sequence[int],
        over: Question,
        stage: int = 0,
        history: Sequence[Sequence[Fraction | int]] = (),
        forwards: bool = False,
        worst: bool = False,
    ) -> int:
        """The one of `among` that fares best (with `worst`, worst); alone, it is no tie.

        `history` holds each earlier round's figures by candidate, which the way "earlier_round" compares from
        the last back to the first, or `forwards`. Whom it tells apart from the best (or the worst) is out of the
        question for good: what comes after it, a lot for one, is among those alone who were equal in all rounds. The
        Scottish order draws its lot only between candidates with equal votes "at all stages" (rules 49 and 51), and
        so does ERS97 (5.2.5, 5.6.2). A tie names all who were equal, or, where nothing settles it, those still are.
        Raises `Undecided`.
        """
        if len(among) == 1:
            return among[0]
        names, left = tuple(self.candidates[each] for each in among), list(among)
        for way in self.rule.ways:
            if way == "earlier_round":
                left = _by_rounds(left, history, forwards, worst)
            elif way == "status_quo":
                left = self._by_status_quo(left, worst)
            elif self.rule.seed:
                left = [sorted(left, key=self.lot.index)[-1 if worst else 0]]
            if len(left) == 1:
                self.met.append(Tie(names, over, stage, way, self.candidates[left[0]]))
                return left[0]
        tie = Tie(tuple(self.candidates[each] for each in left), over, stage)
        self.met.append(tie)
        raise Undecided(tie)

    def drawn(self, among: Sequence[int], over: Question, stage: int = 0) -> tuple[int, ...]:
        """The order of several equals by lot, where more than one place is at stake. Raises `Undecided`."""
        names = tuple(self.candidates[each] for each in among)
        if "lot" not in self.rule.ways or not self.rule.seed:
            tie = Tie(names, over, stage)
            self.met.append(tie)
            raise Undecided(tie)
        order = tuple(sorted(among, key=self.lot.index))
        self.met.append(Tie(names, over, stage, "lot", self.candidates[order[0]]))
        return order

    def _by_status_quo(self, among: Sequence[int], worst: bool) -> list[int]:
        """What stands already wins; where somebody must go, it is out of the question."""
        held = [each for each in among if self.candidates[each] == self.rule.status_quo]
        if not worst:
            return held or list(among)
        return [each for each in among if each not in held]

    @property
    def lot(self) -> tuple[int, ...]:
        """All candidates in the order drawn by lot, which settles every tie of this count: the first fares best."""
        if self._order is None:
            self._order = lot_order(self.rule.seed, self.candidates)
        return self._order


def _by_rounds(
    among: Sequence[int], history: Sequence[Sequence[Fraction | int]], forwards: bool, worst: bool
) -> list[int]:
    """Those who had most (or fewest) at the nearest round that tells them from the rest, and so on round by round."""
    left = list(among)
    for figures in history if forwards else reversed(history):
        found = [figures[each] for each in left]
        wanted = min(found) if worst else max(found)
        left = [each for each in left if figures[each] == wanted]
    return left


def lot_order(seed: str, candidates: Sequence[str]) -> tuple[int, ...]:
    """Every order of the candidates is equally likely: drawn one after another from a public seed.

    The candidates stand in code point order of their names first, so that the order of the ballot does not
    matter. Bytes are drawn as in `lots`, with the head "symbiosis ties 1", the seed and a hash of the names.
    """
    left = sorted(range(len(candidates)), key=lambda each: candidates[each])
    names = hashlib.sha256("\n".join(candidates[each] for each in left).encode()).hexdigest()
    head, drawn, counter = f"symbiosis ties 1\n{seed}\n{names}\n", [], 0
    while left:
        place, counter = drawn_below(head, len(left), counter)
        drawn.append(left.pop(place))
    return tuple(drawn)
