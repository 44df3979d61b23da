"""What is asked: questions whose answers are added up, and questions whose answers are shuffled and opened.

In a question that is added up (homomorphic) a voter marks from `minimum` to `maximum` answers, or votes blank where
that is allowed; only the sums are ever known. In a question that is shuffled (non-homomorphic) a voter gives a small
number to each answer (a rank, a grade); every paper is opened after it was mixed, and can be counted by any method.
Source: Belenios specification 2.0, 4.9 and 4.11.2.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from gmpy2 import mpz
from msgspec import UNSET, Raw, UnsetType

from symbiosis.ballots.groups import Group
from symbiosis.ballots.wire import Written, decode, encode
from symbiosis.errors import Refusal, Unsound

MAX_ANSWERS_ADDED: Final = 1000
MAX_ANSWERS_SHUFFLED: Final = 254
"""As many numbers of 8 bits as fit below a prime of 2,048 bits; belenios-tool 2.0 does not look."""
MAX_QUESTIONS: Final = 100


@dataclass(frozen=True)
class Added:
    """A question of which only the sum of each answer is known in the end."""

    question: str
    answers: tuple[str, ...]
    minimum: int
    maximum: int
    blank: bool | None = None
    """Whether a blank vote is offered; None (not written) and False mean the same."""

    @property
    def choices(self) -> int:
        """Ciphertexts in an answer: one for each answer, and before them one for the blank vote."""
        return len(self.answers) + bool(self.blank)


@dataclass(frozen=True)
class Shuffled:
    """A question of which every single answer is known in the end, and nobody knows whose."""

    question: str
    answers: tuple[str, ...]
    extra: bytes = b""
    """How the papers are to be counted, as JSON ("" if nothing is said): belenios-tool does not look either."""


Question = Added | Shuffled


class _AddedText(Written, frozen=True):
    answers: tuple[str, ...]
    min: int
    max: int
    question: str


class _AddedBlankText(Written, frozen=True):
    answers: tuple[str, ...]
    blank: bool
    min: int
    max: int
    question: str


class _ShuffledValue(Written, frozen=True):
    answers: tuple[str, ...]
    question: str


class _ShuffledText(Written, frozen=True):
    type: str
    value: _ShuffledValue
    extra: Raw | UnsetType = UNSET


def schulze(blank: bool = False) -> bytes:
    """The note that papers are to be counted by Schulze's method."""
    return encode({"method": "Schulze", "blank": blank})


def majority_judgment(grades: Sequence[str], blank: bool = False) -> bytes:
    """The note that papers hold grades (0 the best), to be counted by majority judgment."""
    return encode({"method": "MajorityJudgment", "blank": blank, "grades": list(grades)})


def single_transferable_vote(seats: int, blank: bool = False) -> bytes:
    """The note that papers are to be counted by the single transferable vote."""
    return encode({"method": "STV", "blank": blank, "seats": seats})


def read_question(data: bytes, where: str = "") -> Question:
    """Read one question of an election. Raises Unsound if it asks for what cannot be."""
    if data.startswith(b'{"type":'):
        text = decode(data, _ShuffledText, where)
        if text.type != "NonHomomorphic":
            raise Unsound(f"a question of an unknown type: {text.type[:40]}", where)
        extra = b"" if isinstance(text.extra, UnsetType) else bytes(text.extra)
        question: Question = Shuffled(text.value.question, text.value.answers, extra)
    elif b',"blank":' in data:
        blank = decode(data, _AddedBlankText, where)
        question = Added(blank.question, blank.answers, blank.min, blank.max, blank.blank)
    else:
        plain = decode(data, _AddedText, where)
        question = Added(plain.question, plain.answers, plain.min, plain.max)
    check_question(question, where)
    return question


def write_question(question: Question) -> bytes:
    """The one spelling of a question."""
    text: Any
    if isinstance(question, Shuffled):
        extra = Raw(question.extra) if question.extra else UNSET
        text = _ShuffledText("NonHomomorphic", _ShuffledValue(question.answers, question.question), extra)
    elif question.blank is None:
        text = _AddedText(question.answers, question.minimum, question.maximum, question.question)
    else:
        text = _AddedBlankText(
            question.answers, question.blank, question.minimum, question.maximum, question.question
        )
    return encode(text)


def check_question(question: Question, where: str = "") -> None:
    """A question can be answered, and a ballot for it has a bounded size. Raises Unsound."""
    most = MAX_ANSWERS_SHUFFLED if isinstance(question, Shuffled) else MAX_ANSWERS_ADDED
    if not 1 <= len(question.answers) <= most:
        raise Unsound(f"a question has 1 to {most} answers, not {len(question.answers)}", where)
    if isinstance(question, Added) and not 0 <= question.minimum <= question.maximum <= len(question.answers):
        raise Unsound(f"{question.minimum} to {question.maximum} of {len(question.answers)} answers", where)


def check_answer(question: Question, values: Sequence[int]) -> None:
    """A voter's answer is one that the question allows, before it is encrypted. Raises Refusal."""
    if isinstance(question, Shuffled):
        if len(values) != len(question.answers) or not all(0 <= value < 256 for value in values):
            raise Refusal("AnswerNotAllowed", answers=len(question.answers))
        return
    if len(values) != question.choices or not all(value in (0, 1) for value in values):
        raise Refusal("AnswerNotAllowed", answers=len(question.answers))
    marks = sum(values[1:]) if question.blank else sum(values)
    if question.blank and values[0]:
        if marks:
            raise Refusal("BlankWithMarks")
    elif not question.minimum <= marks <= question.maximum:
        raise Refusal("TooFewOrTooMany", marks=marks, least=question.minimum, most=question.maximum)


def encode_numbers(group: Group, values: Sequence[int]) -> mpz:
    """Write small numbers as one element of the group: the first that is one, counting from their number.

    Raises Unsound if there is none or the numbers are too many. Its time tells about the numbers a little (how many
    candidates were tried): it is run where the voter is.
    """
    if not group.bits_per_int:
        raise Unsound(f"{group.name} is not for questions whose answers are shuffled")
    number = mpz(0)
    for value in values:
        number = (number << group.bits_per_int) + value
    number = number << group.padding
    if number + (1 << group.padding) > group.p:
        raise Unsound("more numbers than fit into one element")
    for step in range(1 << group.padding):
        if group.contains(number + step):
            return number + step
    raise Unsound("no element stands for these numbers")


def decode_numbers(group: Group, element: mpz, length: int) -> tuple[int, ...]:
    """The small numbers that an element stands for; what does not fit into `length` of them is dropped.

    Whoever encrypts an element that stands for more has spoilt their own paper: see `overfull`.
    """
    left = int(element >> group.padding)
    mask = (1 << group.bits_per_int) - 1
    values = []
    for _ in range(length):
        values.append(left & mask)
        left >>= group.bits_per_int
    return tuple(reversed(values))


def overfull(group: Group, element: mpz, length: int) -> bool:
    """Tell whether an element stands for more numbers than the question has answers."""
    return bool(element >> (group.padding + group.bits_per_int * length))
