"""`symbiosis audit` on archives of sound elections, of attacked ones, and of files that are none."""

from __future__ import annotations

import lzma
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from symbiosis.node.main import app
from symbiosis.phrases.audits import AUDITS

ROOT = Path(__file__).parents[2]
VECTORS = ROOT / "tests" / "vectors" / "ballots"


def audited(*words: object) -> Result:
    return CliRunner().invoke(app, ["audit", "--jobs", "1", *map(str, words)])


def test_every_finding_has_the_sentence_of_the_specification() -> None:
    page = (ROOT / "docs" / "spec" / "ballots.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `([A-Z]\w+)` \| ([^|]+?) \|$", page, flags=re.MULTILINE))
    assert AUDITS.items() <= rows.items()
    source = "".join(path.read_text("utf-8") for path in (ROOT / "src/symbiosis/ballots").glob("*.py"))
    noted = set(re.findall(r'(?:note|Finding)\(\s*"(\w+)"', source))
    assert noted <= set(AUDITS)


SOUND = sorted([*(VECTORS / "ours").glob("*.xz"), *(VECTORS / "tool").glob("*.xz")])
ATTACKS = sorted((VECTORS / "attacks").glob("*.xz"))


def unpacked(file: Path, folder: Path) -> Path:
    """A vector as the archive that it is."""
    out = folder / file.stem
    out.write_bytes(lzma.decompress(file.read_bytes()))
    return out


@pytest.mark.parametrize("file", SOUND, ids=lambda file: f"{file.parent.name}-{file.name}")
def test_a_sound_archive_is_told_with_its_figures(file: Path, tmp_path: Path) -> None:
    result = audited(unpacked(file, tmp_path), "--trackers")
    assert result.exit_code == 0, result.output
    assert result.stdout.rstrip().endswith("Sound.")
    counted = int(re.findall(r"of which (\d+) count", result.stdout)[0])
    assert len(re.findall(r"^  [\w+/]{43}$", result.stdout, flags=re.MULTILINE)) == counted


@pytest.mark.parametrize("file", ATTACKS, ids=lambda file: file.name)
def test_an_attacked_archive_is_refused_with_its_defects(file: Path, tmp_path: Path) -> None:
    result = audited(unpacked(file, tmp_path))
    assert result.exit_code == 1
    assert "defect: " in result.output
    assert "NOT SOUND" in result.stdout


def test_what_was_taken_back_and_what_is_none_is_told(tmp_path: Path) -> None:
    file = unpacked(SOUND[0], tmp_path)
    data = file.read_bytes()
    (tmp_path / "earlier.bel").write_bytes(data[:-512] + b"\1" + data[-511:])
    rewritten = audited(file, "--earlier", tmp_path / "earlier.bel")
    assert rewritten.exit_code == 1
    assert "BoardRewritten" in rewritten.output
    (tmp_path / "empty.bel").write_bytes(b"")
    empty = audited(tmp_path / "empty.bel")
    assert empty.exit_code == 1
    assert "ArchiveUnreadable" in empty.output
    assert audited(tmp_path / "nothing.bel").exit_code == 2
