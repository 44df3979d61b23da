"""`symbiosis apportion`: all methods beside each other, one as JSON, and what it refuses."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from symbiosis.counting.apportionment import METHODS
from symbiosis.node.main import app
from symbiosis.phrases.apportionment import DIVIDED


def apportion(*words: str):
    return CliRunner().invoke(app, ["apportion", *words])


FOUR = ("A=100", "B=80", "C=30", "D=20", "--seats", "8")


def test_all_methods_beside_each_other() -> None:
    result = apportion(*FOUR)
    assert result.exit_code == 0, result.output
    assert set(DIVIDED) == set(METHODS)
    assert all(name in result.output for name in DIVIDED.values())
    assert "of the power to decide" in result.output
    assert "por los divisores de D'Hondt" in apportion(*FOUR, "--language", "es").output


def test_one_as_json() -> None:
    told = json.loads(apportion(*FOUR, "-m", "dhondt", "--bar", "4/8", "--json").output)
    assert told["dhondt"]["seats"] == {"A": 4, "B": 3, "C": 1, "D": 0}
    # More than four of eight: A needs B or C, and without A there are four at most.
    assert told["dhondt"]["power"] == {"A": "3/5", "B": "1/5", "C": "1/5", "D": "0"}


def test_seats_without_power_are_named() -> None:
    said = apportion("A=5", "B=3", "C=1", "--seats", "9", "-m", "dhondt").output
    assert "Seats without power: whatever the others say, B, C never decide." in said
    assert "A decides everything alone." in said


def test_a_tie_is_told() -> None:
    result = apportion("A=10", "B=10", "--seats", "3", "-m", "adams")
    assert result.exit_code == 1
    assert "Seats that are not given: 1. Equal for them: A, B." in result.output


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("A", "--seats", "3"), 2, "'A' is not NAME=MEMBERS"),
        (("A=1", "A=2", "--seats", "3"), 2, "twice"),
        (("A=1", "--seats", "3", "-m", "luck"), 2, "none of largest-remainder"),
        (("A=1", "--seats", "3", "--bar", "half"), 2, "cannot be read"),
        (("A=1", "B=1", "--seats", "3", "--minimum", "2"), 1, "makes 4"),
        (("A=1", "B=1", "--seats", "3", "--cap", "1"), 1, "only 2 can be given"),
    ],
)
def test_what_is_refused(words: tuple[str, ...], code: int, said: str) -> None:
    result = apportion(*words)
    assert result.exit_code == code, result.output
    assert said in result.output
