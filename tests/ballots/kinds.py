"""The kinds of elections that are made again and again, with some variation from a seed."""

from __future__ import annotations

import random
from collections.abc import Callable

from symbiosis.ballots.decryption import Result
from symbiosis.ballots.questions import (
    Added,
    Question,
    Shuffled,
    majority_judgment,
    schulze,
    single_transferable_vote,
)
from tests.ballots.making import Made, make, some_values


def plain(choose: random.Random) -> tuple[list[Question], dict]:
    """One to three questions, one to four trustees who are all needed."""
    return [_added(choose, False) for _ in range(choose.randint(1, 3))], {"trustees": choose.randint(1, 5)}


def blank(choose: random.Random) -> tuple[list[Question], dict]:
    """A blank vote is offered."""
    return [_added(choose, True), _added(choose, choose.random() < 0.5)], {"trustees": choose.randint(1, 2)}


def weighted(choose: random.Random) -> tuple[list[Question], dict]:
    """Voters have weights, also very large ones."""
    weights = [choose.choice([1, 2, 7, 1000, 2**30 - 1, 2**30, 2**31]) for _ in range(choose.randint(1, 4))]
    return [_added(choose, choose.random() < 0.5)], {"voters": weights}


def threshold(choose: random.Random) -> tuple[list[Question], dict]:
    """A group of trustees of whom some are enough, with or without one who is needed."""
    count = choose.randint(1, 4)
    return [_added(choose, False)], {
        "trustees": choose.randint(0, 1),
        "threshold": (choose.randint(1, count), count),
    }


def ranked(choose: random.Random) -> tuple[list[Question], dict]:
    """Papers are shuffled, perhaps beside a question whose answers are added up."""
    extra = choose.choice([b"", schulze(), majority_judgment(["good", "bad"]), single_transferable_vote(2)])
    questions: list[Question] = [Shuffled("In what order?", ("a", "b", "c")[: choose.randint(1, 3)], extra)]
    if choose.random() < 0.3:
        questions.insert(choose.randint(0, 1), Added("Do we?", ("yes", "no"), 1, 1))
    return questions, {"trustees": choose.randint(1, 2)}


KINDS: dict[str, Callable[[random.Random], tuple[list[Question], dict]]] = {
    "plain": plain,
    "blank": blank,
    "weighted": weighted,
    "threshold": threshold,
    "ranked": ranked,
}


def _added(choose: random.Random, blank: bool) -> Added:
    size = choose.randint(1, 3)
    least = choose.randint(0, size)
    text = choose.choice(["Which?", "¿Cuál? «α»", 'Said "so"\\ \n'])
    return Added(
        text, tuple("abc"[:size]), least, choose.randint(least, size), blank or choose.choice([None, False])
    )


def run(kind: str, seed: int) -> tuple[Made, Result, dict[int, list[list[int]]]]:
    """A whole election of a kind: the archive, the result, and what the ballots that count say in clear text."""
    choose = random.Random(f"{kind} {seed}")
    questions, more = KINDS[kind](choose)
    made = make(questions, more.pop("voters", choose.randint(1, 3)), f"{kind} {seed}", **more)
    clear: dict[int, list[list[int]]] = {}
    for _ in range(choose.randint(0, 4)):
        voter = choose.randrange(len(made.credentials))
        clear[voter] = some_values(questions, made.draw)
        made.cast(voter, clear[voter])
    made.close()
    owners = list(made.secrets)
    if made.election.shuffled:
        made.shuffle(choose.sample(owners, choose.randint(1, len(owners))))
    if "threshold" in more:
        needed, count = more["threshold"]
        owners = sorted(choose.sample(owners[-count:], needed) + owners[:-count])
    choose.shuffle(owners)
    result = made.open(owners)
    return made, result, clear


def expected(made: Made, clear: dict[int, list[list[int]]]) -> Result:
    """The result that follows from the votes in clear text, papers in ascending order."""
    rows: list = []
    weights = list(made.credentials.values())
    for at, question in enumerate(made.election.questions):
        if isinstance(question, Added):
            rows.append(
                tuple(
                    sum(weights[voter] * values[at][place] for voter, values in clear.items())
                    for place in range(question.choices)
                )
            )
        else:
            rows.append(tuple(sorted(tuple(values[at]) for values in clear.values())))
    return tuple(rows)


def in_order(made: Made, result: Result) -> Result:
    """A result with papers in ascending order, to compare it with another."""
    return tuple(
        row if isinstance(question, Added) else tuple(sorted(row))  # type: ignore[type-var, arg-type]
        for question, row in zip(made.election.questions, result, strict=True)
    )
