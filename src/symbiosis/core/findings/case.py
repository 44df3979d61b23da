"""What a finding is, and a charter to be looked at with the size of its body where that is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from symbiosis.core.charters import Charter, Matter, Petition, Stage

Found = Iterator[tuple[str, dict[str, str | int]]]
"""Places, as articles ("matters.rules.stages.1", counted from 1), with the figures that their sentences need."""


class Finding(NamedTuple):
    """Something in a charter that cannot work, or does not do what its words say: by name, at a place."""

    code: str
    place: str
    figures: dict[str, str | int]


class Case(NamedTuple):
    """A charter, and how many people or which bodies (members by code) it is meant for: None where nobody said."""

    charter: Charter
    members: int | None = None
    bodies: Mapping[str, int] | None = None

    @property
    def council(self) -> bool:
        """Whether the members are bodies."""
        return self.charter.bodies is not None

    @property
    def roll(self) -> int | None:
        """How many can come to a meeting or sign: people, or bodies in a council."""
        return (None if self.bodies is None else len(self.bodies)) if self.council else self.members


class Step(NamedTuple):
    """One stage of a matter, with its place and number from 1."""

    place: str
    name: str
    matter: Matter
    number: int
    stage: Stage

    @property
    def meets(self) -> bool:
        """Whether it is voted on in a meeting and nowhere else."""
        return self.stage.in_meeting or bool(self.matter.kinds)


def steps(charter: Charter) -> Iterator[Step]:
    """All stages of all matters."""
    for name, matter in charter.matters.items():
        for number, stage in enumerate(matter.stages, start=1):
            yield Step(f"matters.{name}.stages.{number}", name, matter, number, stage)


def petitions(charter: Charter) -> Iterator[tuple[str, Petition]]:
    """All petitions, for votes and for meetings."""
    for name, matter in charter.matters.items():
        if matter.petition:
            yield f"matters.{name}.petition", matter.petition
    for name, kind in charter.meetings.kinds.items():
        if kind.petition:
            yield f"meetings.kinds.{name}.petition", kind.petition


def who_may(charter: Charter, act: str) -> list[str]:
    """The roles with the power for an act."""
    return [name for name, role in charter.roles.items() if act in role.powers or "*" in role.powers]


def waits(charter: Charter, step: Step) -> int:
    """The fewest days between calling a meeting, where one is needed, and the end of the vote."""
    return notice(charter, step) + step.stage.open_days


def notice(charter: Charter, step: Step) -> int:
    """The fewest days from the call of a meeting to a vote in it; 0 where it needs none."""
    return max(step.stage.notice_days, min(_notices(charter, step))) if step.meets else 0


def longest_notice(charter: Charter, step: Step) -> int:
    """The most days of notice that any meeting for a vote must have."""
    return max(step.stage.notice_days, *_notices(charter, step))


def _notices(charter: Charter, step: Step) -> list[int]:
    kinds = charter.meetings.kinds
    if step.matter.kinds:
        return [kinds[name].notice_days for name in step.matter.kinds]
    return [charter.meetings.notice_days, *(kind.notice_days for kind in kinds.values())]
