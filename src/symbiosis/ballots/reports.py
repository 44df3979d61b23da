"""What an audit says: every defect that it found, and what follows from the board if there is none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from symbiosis.ballots.decryption import Result

Level = Literal["defect", "warning"]


@dataclass(frozen=True)
class Finding:
    """Something that is wrong (defect), or that people should know (warning).

    `code` has a line in `docs/spec/ballots.md`; `where` says which record ("event 4", "ballot 17", "trustee 2");
    `figures` are for the sentence.
    """

    code: str
    where: str = ""
    figures: dict[str, str | int] = field(default_factory=dict)
    level: Level = "defect"


Note = Callable[[Finding], None]
"""Takes down a finding."""


@dataclass(frozen=True)
class Report:
    """The answer of an audit.

    `trackers` are of the ballots that count, in their order; `replaced` of those that a later one of the same
    credential replaced. `stage` is the last event ("Result" if the election is over). `head` names the last event and
    fixes all before it: compare it with what others saw. `fingerprint` is that of the election, `credentials` that
    of the list of credentials: nobody but those who gave them out can tell whether the list is theirs. `result` is
    what follows from the trustees' parts, None while they are not there.
    """

    findings: tuple[Finding, ...]
    ballots: int
    counted: int
    weight: int
    voters: int
    trackers: tuple[str, ...]
    replaced: tuple[str, ...]
    stage: str
    head: str
    fingerprint: str
    credentials: str
    result: Result | None

    @property
    def sound(self) -> bool:
        """No defect was found; there may be warnings."""
        return not self.defects

    @property
    def defects(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.level == "defect")

    @property
    def warnings(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.level == "warning")

    @property
    def revotes(self) -> int:
        """Ballots that were replaced by a later one of the same credential."""
        return len(self.replaced)
