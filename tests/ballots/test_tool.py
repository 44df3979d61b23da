"""belenios-tool 2.0 as the judge: it accepts our elections and we accept its, with the same results."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import tests.ballots.attacks_on_ballots
import tests.ballots.attacks_on_trust  # noqa: F401
from symbiosis.ballots.audit import audit
from symbiosis.ballots.credentials import check_credential, new_credential, public_credential
from symbiosis.ballots.groups import GROUPS, SecretPowers
from tests.ballots.attacks import ATTACKS, cast
from tests.ballots.judge import ask, tool
from tests.ballots.kinds import KINDS, expected, in_order, run
from tests.ballots.tool_elections import ELECTIONS, hold
from tests.ballots.tool_elections import in_order as tool_order
from tests.ballots.vectors import kept, read

AT_ONCE = 5


def accepts(folder: Path, data: bytes) -> bool:
    """Whether the tool accepts an archive, and says that it checked all of it."""
    for old in folder.glob("*.bel"):
        old.unlink()
    (folder / "board.bel").write_bytes(data)
    answer = ask(folder, "election", "verify")
    assert answer.returncode in (0, 124)
    return answer.returncode == 0 and b"all checks passed" in answer.stderr + answer.stdout


def agree(folder: Path, kind: str, seed: int) -> None:
    """An election by us: both accept it, and its result is that of the votes in clear text."""
    made, result, clear = run(kind, seed)
    assert in_order(made, result) == expected(made, clear)
    report = audit(made.archive.data)
    assert report.defects == ()
    assert report.result == result
    assert accepts(folder, made.archive.data), (kind, seed)


@pytest.mark.parametrize("start", range(100, 300, AT_ONCE))
def test_the_tool_accepts_two_hundred_elections_of_ours(tmp_path: Path, start: int) -> None:
    kinds = [kind for kind in KINDS if kind != "ranked"]
    for seed in range(start, start + AT_ONCE):
        agree(tmp_path, "ranked" if seed % 10 == 0 else kinds[seed % len(kinds)], seed)


@pytest.mark.slow
@pytest.mark.parametrize("start", range(1000, 2000, AT_ONCE))
def test_the_tool_accepts_a_thousand_elections_of_ours(tmp_path: Path, start: int) -> None:
    for seed in range(start, start + AT_ONCE):
        agree(tmp_path, list(KINDS)[seed % len(KINDS)], seed)


@pytest.mark.parametrize("name", ELECTIONS)
def test_we_accept_elections_of_the_tool(tmp_path: Path, name: str) -> None:
    report = audit(hold(tmp_path, name))
    assert report.defects == ()
    assert report.result is not None
    questions = ELECTIONS[name].questions
    assert tool_order(questions, report.result) == tool_order(questions, ELECTIONS[name].result)


@pytest.mark.parametrize("name", ATTACKS)
def test_we_are_stricter_than_the_tool(tmp_path: Path, name: str) -> None:
    """What the tool says of each attack is written beside it; we find all of them (`test_attacks.py`)."""
    assert accepts(tmp_path, read(kept("attacks")[name])) == ATTACKS[name].accepted


def test_the_tool_accepts_that_our_boards_grow(tmp_path: Path) -> None:
    made = cast((0, 0), (1, 1))
    made.credentials = dict(made.credentials)
    before = made.archive.data
    made.cast(2, [[1, 0]])
    for name, data in (("old", before), ("new", made.archive.data)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "board.bel").write_bytes(data)
    tool(tmp_path, "election", "verify-diff", "--dir1", "old", "--dir2", "new")
    assert ask(tmp_path, "election", "verify-diff", "--dir1", "new", "--dir2", "old").returncode != 0


@pytest.mark.parametrize("group", GROUPS)
def test_public_credentials_are_those_of_the_tool(tmp_path: Path, group: str) -> None:
    uuid = tool(tmp_path, "setup", "generate-token").decode().strip()
    tool(tmp_path, "setup", "generate-credentials", "--uuid", uuid, "--group", group, "--count", "5")
    secret = [line.split()[1] for line in next(tmp_path.glob("*.privcreds")).read_text().splitlines()]
    public = json.loads(next(tmp_path.glob("*.pubcreds")).read_text())
    g = SecretPowers(GROUPS[group], GROUPS[group].g)
    ours = [str(public_credential(g, uuid, check_credential(each))) for each in secret]
    assert sorted(ours) == sorted(each.split(",")[0] for each in public)


def test_the_tool_takes_our_credentials(tmp_path: Path) -> None:
    g = SecretPowers(GROUPS["BELENIOS-2048"], GROUPS["BELENIOS-2048"].g)
    digits = iter(range(7, 100000, 11))
    credential = new_credential(lambda most: next(digits) % most)
    uuid = tool(tmp_path, "setup", "generate-token").decode().strip()
    words = ("--uuid", uuid, "--group", "BELENIOS-2048", "--derive", credential)
    assert (
        str(public_credential(g, uuid, credential))
        in tool(tmp_path, "setup", "generate-credentials", *words).decode()
    )
