"""Elections held by belenios-tool alone, of every kind that it knows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.ballots.judge import add, cast, result, tool

CHOICE = {"answers": ["yes", "no"], "min": 1, "max": 1, "question": "Do we?"}
SOME = {"answers": ["a", "b", "c"], "blank": True, "min": 1, "max": 2, "question": "Which?"}
GRADES = {"method": "MajorityJudgment", "blank": True, "grades": ["good", "fair", "bad"]}


def shuffled(*answers: str, **extra: object) -> dict:
    """A question whose papers are shuffled."""
    value = {"answers": list(answers), "question": "In what order?"}
    return {"type": "NonHomomorphic", "value": value, **({"extra": extra} if extra else {})}


@dataclass(frozen=True)
class Held:
    """What is asked, who votes (the weight of each), what they vote in order (voter, vote), and who opens it."""

    questions: list[dict]
    votes: list[tuple[int, list[list[int]]]]
    result: list
    weights: Sequence[int] = (1, 1, 1)
    trustees: int = 1
    threshold: tuple[int, int] = (0, 0)
    owners: list[int] = field(default_factory=lambda: [1])


ELECTIONS: dict[str, Held] = {
    "one_choice": Held([CHOICE], [(0, [[1, 0]]), (1, [[0, 1]]), (0, [[0, 1]])], [[0, 2]]),
    "blank": Held(
        [SOME, CHOICE],
        [(0, [[1, 0, 0, 0], [1, 0]]), (1, [[0, 1, 0, 1], [1, 0]]), (2, [[0, 0, 0, 1], [0, 1]])],
        [[1, 1, 0, 2], [2, 1]],
        trustees=3,
        owners=[3, 1, 2],
    ),
    "weights": Held(
        [CHOICE], [(0, [[1, 0]]), (1, [[0, 1]])], [[5, 2**30 + 1]], weights=(5, 2**30 + 1, 2), trustees=5,
        owners=[1, 2, 3, 4, 5],
    ),
    "threshold": Held(
        [CHOICE], [(0, [[1, 0]]), (2, [[1, 0]])], [[2, 0]], trustees=1, threshold=(2, 3), owners=[1, 4, 2]
    ),
    "threshold_alone": Held([CHOICE], [(1, [[0, 1]])], [[0, 1]], trustees=0, threshold=(2, 3), owners=[1, 3]),
    "nobody": Held([CHOICE], [], [[0, 0]]),
    "ranked": Held(
        [shuffled("a", "b", "c", method="Schulze", blank=False), CHOICE],
        [(0, [[1, 2, 3], [1, 0]]), (1, [[3, 2, 1], [1, 0]]), (0, [[2, 1, 3], [0, 1]])],
        [[[2, 1, 3], [3, 2, 1]], [1, 1]],
        trustees=2,
        owners=[1, 2],
    ),
    "grades": Held([shuffled("a", "b", **GRADES)], [(0, [[1, 3]]), (1, [[255, 0]])], [[[1, 3], [255, 0]]]),
}  # fmt: skip


def hold(folder: Path, name: str) -> bytes:
    """Hold an election from its beginning to its result, and give the archive."""
    held = ELECTIONS[name]
    ranked = any("type" in question for question in held.questions)
    group = ("--group", "RFC-3526-2048" if ranked else "BELENIOS-2048")
    uuid = tool(folder, "setup", "generate-token").decode().strip()
    lines = [f"v{at}@example.org,v{at},{weight}" for at, weight in enumerate(held.weights)]
    (folder / "voters.txt").write_text("\n".join(lines) + "\n")
    tool(folder, "setup", "generate-credentials", "--uuid", uuid, *group, "--file", "voters.txt")
    public = json.loads(next(folder.glob("*.pubcreds")).read_text())
    weighted = any(weight != 1 for weight in held.weights)
    stripped = [",".join(each.split(",")[: 2 if weighted else 1]).rstrip(",") for each in public]
    (folder / "public_creds.json").write_text(json.dumps(stripped, separators=(",", ":")))
    private = [line.split()[-1] for line in next(folder.glob("*.privcreds")).read_text().splitlines()]
    keys = _trustees(folder, held, group)
    template = {"description": "By the tool.", "name": name, "questions": held.questions}
    (folder / "questions.json").write_text(json.dumps(template))
    tool(folder, "setup", "make-election", "--uuid", uuid, *group, "--template", "questions.json")
    tool(folder, "archive", "init")
    for voter, vote in held.votes:
        cast(folder, private[voter], vote)
    add(folder, "EndBallots")
    add(folder, "EncryptedTally", *tool(folder, "election", "compute-encrypted-tally").splitlines())
    if ranked:
        for owner in range(1, held.trustees + 1):
            add(folder, "Shuffle", *tool(folder, "election", "shuffle", f"--trustee-id={owner}").splitlines())
        add(folder, "EndShuffles")
    for owner in held.owners:
        words = keys[owner - 1]
        part = tool(folder, "election", *words, "--trustee-id", str(owner))
        add(folder, "PartialDecryption", *part.splitlines())
    assert in_order(held.questions, result(folder)) == in_order(held.questions, held.result)
    return next(folder.glob("*.bel")).read_bytes()


def in_order(questions: list[dict], found: Sequence) -> list:
    """A result with counts as numbers and papers in ascending order."""
    return [
        sorted(map(list, row)) if "type" in question else [int(count) for count in row]
        for question, row in zip(questions, found, strict=True)
    ]


def _trustees(folder: Path, held: Held, group: tuple[str, str]) -> list[list[str]]:
    """Make the trustees' keys; gives how each of them decrypts."""
    keys = []
    published = []
    for _ in range(held.trustees):
        before = set(folder.glob("*.privkey"))
        tool(folder, "setup", "generate-trustee-key", *group)
        (private,) = set(folder.glob("*.privkey")) - before
        published.append(private.with_suffix(".pubkey").read_bytes())
        keys.append(["decrypt", "--privkey", private.name])
    (folder / "public_keys.jsons").write_bytes(b"".join(published))
    enough, count = held.threshold
    if count:
        keys += _threshold(folder, enough, count, group)
    tool(folder, "setup", "make-trustees")
    return keys


def _threshold(folder: Path, enough: int, count: int, group: tuple[str, str]) -> list[list[str]]:
    """The tool's key ceremony."""
    step = ("setup", "generate-trustee-key-threshold", *group)
    names = []
    for _ in range(count):
        before = set(folder.glob("*.key"))
        tool(folder, *step, "--step", "1")
        (key,) = set(folder.glob("*.key")) - before
        names.append(key.stem)
    (folder / "certs.jsons").write_bytes(b"".join((folder / f"{each}.cert").read_bytes() for each in names))
    certs = ("--certs", "certs.jsons")
    tool(folder, *step, *certs, "--step", "2")
    made = [
        tool(folder, *step, *certs, "--key", f"{each}.key", "--step", "3", "--threshold", str(enough))
        for each in names
    ]
    (folder / "polynomials.jsons").write_bytes(b"".join(made))
    tool(folder, *step, *certs, "--step", "4", "--polynomials", "polynomials.jsons")
    outputs = b""
    for each in names:
        given = (folder / f"{each}.vinput").read_bytes()
        outputs += tool(folder, *step, *certs, "--key", f"{each}.key", "--step", "5", given=given)
    text = tool(folder, *step, *certs, "--step", "6", "--polynomials", "polynomials.jsons", given=outputs)
    (folder / "threshold.json").write_bytes(text)
    return [
        ["decrypt-threshold", "--key", f"{each}.key", "--decryption-key", f"{each}.dkey"] for each in names
    ]
