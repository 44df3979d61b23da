"""An election as it is opened: its questions, its group, its key. Nothing of it changes afterwards.

Its fingerprint, the hash of its text, stands in every ballot and every proof. Source: Belenios specification 2.0, 4.10.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from gmpy2 import mpz
from msgspec import UNSET, Raw

from symbiosis.ballots.challenges import sha256_base64
from symbiosis.ballots.credentials import BASE58
from symbiosis.ballots.groups import GROUPS, RFC_3526_2048, Draw, Group
from symbiosis.ballots.questions import (
    MAX_QUESTIONS,
    Added,
    Question,
    Shuffled,
    read_question,
    write_question,
)
from symbiosis.ballots.wire import ElectionText, decode, encode
from symbiosis.errors import Unsound

_UUID: Final = re.compile(rf"[{BASE58}]{{14,64}}")


@dataclass(frozen=True)
class Election:
    """What voters are asked, and the key `y` that they encrypt for. `data` is its text, byte for byte."""

    data: bytes
    uuid: str
    name: str
    description: str
    group: Group
    y: mpz
    questions: tuple[Question, ...]
    fingerprint: str

    @property
    def shuffled(self) -> tuple[int, ...]:
        """The places (from 0) of questions whose answers are shuffled."""
        return tuple(at for at, question in enumerate(self.questions) if isinstance(question, Shuffled))


def new_uuid(draw: Draw) -> str:
    """A name for an election: 14 signs, about 82 bits."""
    return "".join(BASE58[draw(58)] for _ in range(14))


def read_election(data: bytes) -> Election:
    """Read election.json. Raises Unsound for what is not spelled as it must be, or names an unknown group."""
    text = decode(data, ElectionText, "election")
    if text.version != 1:
        raise Unsound(f"a version that is not known: {text.version}", "election")
    if not _UUID.fullmatch(text.uuid):
        raise Unsound("its name is not made of 14 or more base 58 signs", "election")
    group = GROUPS.get(text.group)
    if group is None:
        raise Unsound(f"a group that is not known: {text.group[:40]}", "election")
    if not 1 <= len(text.questions) <= MAX_QUESTIONS:
        raise Unsound(f"an election asks 1 to {MAX_QUESTIONS} questions", "election")
    questions = tuple(
        read_question(bytes(raw), f"election question {at + 1}") for at, raw in enumerate(text.questions)
    )
    if not group.bits_per_int and any(isinstance(question, Shuffled) for question in questions):
        raise Unsound(f"{group.name} is not for questions whose answers are shuffled", "election")
    if not group.contains(text.public_key):
        raise Unsound("its key is not in the group", "election")
    return Election(
        data, text.uuid, text.name, text.description, group, text.public_key, questions, sha256_base64(data)
    )


def write_election(
    group: Group,
    y: mpz,
    questions: tuple[Question, ...],
    uuid: str,
    name: str,
    description: str = "",
    administrator: str = "",
    credential_authority: str = "",
) -> bytes:
    """The text of election.json; `read_election` gives the election. Texts must have no control characters."""
    text = ElectionText(
        version=1,
        description=description,
        name=name,
        group=group.name,
        public_key=y,
        questions=tuple(Raw(write_question(question)) for question in questions),
        uuid=uuid,
        administrator=administrator or UNSET,
        credential_authority=credential_authority or UNSET,
    )
    data = encode(text)
    read_election(data)
    return data


def group_for(questions: tuple[Question, ...]) -> Group:
    """The faster group, unless a question needs the other. Mixing both kinds costs six times as much for the first."""
    if all(isinstance(question, Added) for question in questions):
        return GROUPS["BELENIOS-2048"]
    return RFC_3526_2048
