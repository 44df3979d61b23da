"""`symbiosis charter check`: each broken charter's defect by name, and nothing in those that are ready."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from symbiosis.node.main import app
from tests.lean import lean, lean_packages

from .charters import BROKEN, READY, size_of


def check(*words: object) -> Result:
    return CliRunner().invoke(app, ["charter", "check", *map(str, words)])


def told(result: Result) -> list[tuple[int, str]]:
    """Lines and names of what was found."""
    found = re.findall(r"^[^\n]+?\.(?:toml|json):(\d+): (\w+): ", result.stdout, flags=re.MULTILINE)
    return [(int(line), name) for line, name in found]


def test_there_are_enough_broken_charters_and_each_says_what_is_wrong() -> None:
    assert len(BROKEN) >= 40
    for file in BROKEN:
        assert re.match(r"# .{15,}\.\n|# .{15,}\?\n", file.read_text(encoding="utf-8")), file.name


@pytest.mark.parametrize("file", BROKEN, ids=[file.stem for file in BROKEN])
def test_the_defect_is_found_by_name_and_nothing_else(file: Path) -> None:
    result = check(file, *size_of(file.read_text(encoding="utf-8")))
    assert {name for _, name in told(result)} == {file.stem}
    assert result.exit_code in (1, 2)


@pytest.mark.parametrize("file", READY, ids=[file.stem for file in READY])
def test_nothing_is_found_in_a_charter_that_people_begin_with(file: Path) -> None:
    result = check(file)
    assert result.stdout == f"{file}: sound\n"
    assert result.exit_code == 0


def test_a_folder_is_looked_at_whole_and_the_worst_is_the_exit_code(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    good, worse = READY[0].read_text(encoding="utf-8"), BROKEN[0].read_text(encoding="utf-8")
    (tmp_path / "a.toml").write_text(good, encoding="utf-8")
    assert check(tmp_path).exit_code == 0
    (tmp_path / "deep" / "b.toml").write_text(worse, encoding="utf-8")
    result = check(tmp_path)
    assert (result.exit_code, f"{tmp_path}/a.toml: sound" in result.stdout) == (1, True)
    (tmp_path / "c.toml").write_text("charter = ", encoding="utf-8")
    assert check(tmp_path).exit_code == 2


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("ConditionCountsNothing", 29),
        ("UnanimityDeadlock", 25),
        ("StageNeverReached", 26),
        ("NumberImpossible", 12),
    ],
)
def test_the_line_is_that_of_the_place(name: str, line: int) -> None:
    file = next(file for file in BROKEN if file.stem == name)
    assert told(check(file)) == [(line, name)]


def test_what_does_not_work_at_a_size_is_found_with_it(tmp_path: Path) -> None:
    file = next(file for file in BROKEN if file.stem == "QuorumAboveTheRoll")
    assert check(file).exit_code == 0
    assert check(file, "--members", "20").exit_code == 0
    assert told(check(file, "--members", "19")) == [(14, "QuorumAboveTheRoll")]


def test_sentences_come_in_the_language_asked_for() -> None:
    file = next(file for file in BROKEN if file.stem == "NoLanguages")
    assert "en languages." in check(file, "--language", "es").stdout
    assert "in languages." in check(file).stdout


@pytest.mark.parametrize("bodies", ["A1", "A1=", "A1=x", "A1=-3", "=3", "A1=2,A1=3", "A1=٣"])
def test_sizes_that_cannot_be_read_are_refused(bodies: str) -> None:
    result = check(READY[0], "--bodies", bodies)
    assert result.exit_code == 2
    assert "CODE=MEMBERS" in result.stderr


def test_what_is_no_file_or_no_text_is_said_and_nothing_breaks(tmp_path: Path) -> None:
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe")
    for path in (tmp_path / "none.toml", tmp_path / "bytes.toml"):
        result = check(path)
        assert (result.exit_code, "cannot be read" in result.stderr) == (2, True)
    (tmp_path / "empty").mkdir()
    assert check(tmp_path / "empty").exit_code == 2


def test_it_needs_no_node(tmp_path: Path) -> None:
    files = [*READY, BROKEN[0]]
    alone = lean(lean_packages(tmp_path / "packages"), "charter", "check", *files)
    assert alone.returncode == 1, alone.stderr
    assert alone.stdout == check(*files).stdout
