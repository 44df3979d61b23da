"""Answers, encrypted, each with the proof that it is one that the question allows.

Source: Belenios specification 2.0, 4.11 to 4.13; the blank vote: Gaudry, Glondu 2016. A proof names the election and
the voter's credential (`about`, S0 in the specification), so an answer copied from another ballot is worth nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from gmpy2 import mpz
from msgspec import UNSET, UnsetType

from symbiosis.ballots.groups import Base, Draw, Group
from symbiosis.ballots.proofs import Branch, check_either, check_knowledge, prove_either, prove_knowledge
from symbiosis.ballots.questions import Added, Question, Shuffled, encode_numbers
from symbiosis.ballots.wire import AnswerAdded, AnswerShuffled, Ciphertext, Proof
from symbiosis.errors import Unsound

Answer = AnswerAdded | AnswerShuffled
ONE = Ciphertext(mpz(1), mpz(1))


def multiply(group: Group, factors: Sequence[Ciphertext]) -> Ciphertext:
    """The ciphertext of the sum of what these encrypt."""
    alpha, beta = mpz(1), mpz(1)
    for factor in factors:
        alpha = alpha * factor.alpha % group.p
        beta = beta * factor.beta % group.p
    return Ciphertext(alpha, beta)


def ciphertexts(answer: Answer) -> tuple[Ciphertext, ...]:
    """What of an answer must be elements of the group."""
    return answer.choices if isinstance(answer, AnswerAdded) else (answer.choices,)


def check_shape(question: Question, answer: Answer) -> None:
    """An answer has as many parts as its question asks for. Raises Unsound."""
    if isinstance(question, Shuffled):
        if not isinstance(answer, AnswerShuffled):
            raise Unsound("an answer of another kind than its question")
        return
    if not isinstance(answer, AnswerAdded):
        raise Unsound("an answer of another kind than its question")
    spans = question.maximum - question.minimum + 1 + bool(question.blank)
    shape = (len(answer.choices), len(answer.individual_proofs), len(answer.overall_proof))
    if shape != (question.choices, question.choices, spans):
        raise Unsound("an answer with another number of parts than its question asks for")
    if isinstance(answer.blank_proof, UnsetType) == bool(question.blank):
        raise Unsound("a proof about a blank vote where none is offered, or none where one is")


def check_answer(g: Base, y: Base, question: Question, answer: Answer, about: str) -> None:
    """The proofs of an answer of the right shape, whose ciphertexts are elements, hold. Raises Unsound."""
    if isinstance(answer, AnswerShuffled):
        number = answer.choices
        prefix = f"raweg|{about}|{y.base},{number.alpha},{number.beta}|"
        check_knowledge(g, number.alpha, answer.proof, prefix)
    elif isinstance(question, Added):
        _check_added(g, y, question, answer, about)


def _check_added(g: Base, y: Base, question: Added, answer: AnswerAdded, about: str) -> None:
    written = [f"{choice.alpha},{choice.beta}" for choice in answer.choices]
    for choice, text, proof in zip(answer.choices, written, answer.individual_proofs, strict=True):
        check_either(g, y, [Branch(choice, 0), Branch(choice, 1)], proof, f"prove|{about}|{text}|")
    for prefix, branches, proofs in _overall(g.group, question, answer.choices, about, written):
        held = answer.overall_proof if proofs == "overall" else answer.blank_proof
        assert not isinstance(held, UnsetType)
        check_either(g, y, branches, held, prefix)


def _overall(
    group: Group, question: Added, choices: Sequence[Ciphertext], about: str, written: Sequence[str]
) -> list[tuple[str, list[Branch], str]]:
    """The statements about a whole answer: (what is hashed, the statements of which one holds, which proof)."""
    all_of = f"{about}|{','.join(written)}"
    allowed = range(question.minimum, question.maximum + 1)
    if not question.blank:
        total = multiply(group, choices)
        prefix = f"prove|{all_of}|{total.alpha},{total.beta}|"
        return [(prefix, [Branch(total, marks) for marks in allowed], "overall")]
    blank, total = choices[0], multiply(group, choices[1:])
    return [
        (f"bproof0|{all_of}|", [Branch(blank, 0), Branch(total, 0)], "blank"),
        (f"bproof1|{all_of}|", [Branch(blank, 1), *(Branch(total, marks) for marks in allowed)], "overall"),
    ]


def make_answer(
    g: Base, y: Base, question: Question, values: Sequence[int], about: str, draw: Draw
) -> Answer:
    """Encrypt a voter's answer, which `questions.check_answer` has allowed. `g`, `y` are `SecretPowers`."""
    if isinstance(question, Added):
        return _make_added(g, y, question, values, about, draw)
    group = g.group
    element = encode_numbers(group, values)
    r = group.exponent(draw)
    number = Ciphertext(g.of(r), y.of(r) * element % group.p)
    prefix = f"raweg|{about}|{y.base},{number.alpha},{number.beta}|"
    return AnswerShuffled(number, prove_knowledge(g, r, prefix, draw))


def _make_added(
    g: Base, y: Base, question: Added, values: Sequence[int], about: str, draw: Draw
) -> AnswerAdded:
    group = g.group
    choices, individual = [], []
    randomness = [group.exponent(draw) for _ in values]
    for value, r in zip(values, randomness, strict=True):
        # g^0 and g^1 both are multiplied in, so that the time does not tell which it was.
        choice = Ciphertext(g.of(r), y.of(r) * (group.g if value else mpz(1)) % group.p)
        branches = [Branch(choice, 0), Branch(choice, 1)]
        prefix = f"prove|{about}|{choice.alpha},{choice.beta}|"
        first, second = prove_either(g, y, branches, value, [r, r], [value, value], prefix, draw)
        choices.append(choice)
        individual.append((first, second))
    written = [f"{choice.alpha},{choice.beta}" for choice in choices]
    marks = sum(values[1:]) if question.blank else sum(values)
    r_total = sum(randomness[1:] if question.blank else randomness, mpz(0))
    proofs: dict[str, tuple[Proof, ...]] = {}
    for prefix, branches, kind in _overall(group, question, choices, about, written):
        if not question.blank:
            true, rs, messages = marks - question.minimum, [r_total] * len(branches), [marks] * len(branches)
        else:
            rs = [randomness[0]] + [r_total] * (len(branches) - 1)
            messages = [values[0]] + [marks] * (len(branches) - 1)
            true = 0 if values[0] else marks - question.minimum + 1
            if kind == "blank":
                true = values[0]
        proofs[kind] = prove_either(g, y, branches, true, rs, messages, prefix, draw)
    blank: tuple[Proof, Proof] | UnsetType = UNSET
    if question.blank:
        blank = (proofs["blank"][0], proofs["blank"][1])
    return AnswerAdded(tuple(choices), tuple(individual), proofs["overall"], blank)
