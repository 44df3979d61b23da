"""`symbiosis charter simulate` says what came of trying a charter, and refuses what it cannot read."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from symbiosis import rulebooks
from symbiosis.cli.simulate import app
from tests.core.test_trying import CONGRESS, TWELVE
from tests.lean import lean, lean_packages

SIZES = ",".join(f"{code}={members}" for code, members in TWELVE.items())


def simulate(*words: str):
    return CliRunner().invoke(app, ["simulate", *words])


@pytest.fixture
def council(tmp_path: Path) -> str:
    file = tmp_path / "council.toml"
    file.write_text(rulebooks.text_of("council"), encoding="utf-8")
    return str(file)


def test_twelve_bodies(council: str) -> None:
    result = simulate(council, "--bodies", SIZES, "--turnouts", "50")
    assert result.exit_code == 0, result.output
    assert "D1: Banzhaf 16.9 %, Shapley-Shubik 17.2 %" in result.output
    assert "These figures are exact." in result.output
    assert "The fewest who can pass it: 4 (A1, A3, B1, D1)." in result.output
    assert "Call 1 needs 6. By turnout, so often too few come: 50.0 %: 38.7 %." in result.output
    assert "a decision takes at least" in result.output


def test_on_the_records_of_a_congress(council: str) -> None:
    result = simulate(council, "--bundle", str(CONGRESS))
    assert result.exit_code == 0, result.output
    assert "would have come out otherwise" in result.output
    assert "the tried charter has no such step" in result.output


def test_in_spanish_for_an_assembly(tmp_path: Path) -> None:
    file = tmp_path / "assembly.toml"
    file.write_text(rulebooks.text_of("assembly"), encoding="utf-8")
    result = simulate(str(file), "--members", "40", "--language", "es", "--seed", "x")
    assert result.exit_code == 0, result.output
    assert "Convocatoria 1: hacen falta 8." in result.output
    assert "una decisión tarda al menos" in result.output


UNREADABLE = [
    ["missing.toml"],
    [str(CONGRESS)],
    ["{council}", "--bodies", "A1"],
    ["{council}", "--turnouts", "x"],
]


@pytest.mark.parametrize("words", UNREADABLE)
def test_what_cannot_be_read(words: list[str], council: str) -> None:
    assert simulate(*[word.replace("{council}", council) for word in words]).exit_code == 2


def test_records_that_do_not_hold(council: str, tmp_path: Path) -> None:
    data = CONGRESS.read_bytes()
    place = data.index(b'"yes":')
    broken = tmp_path / "broken.bundle"
    broken.write_bytes(data[: place + 6] + b"7" + data[place + 7 :])
    assert simulate(council, "--bundle", str(broken)).exit_code == 1


def test_it_needs_no_node(council: str, tmp_path: Path) -> None:
    packages = lean_packages(tmp_path / "packages")
    done = lean(packages, "charter", "simulate", council, "--bodies", SIZES)
    assert done.returncode == 0, done.stderr
    assert "These figures are exact." in done.stdout
