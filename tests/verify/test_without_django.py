"""The verifier where nothing of a node is installed says the same as on a node."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.lean import lean, lean_packages
from tests.node.nodes import run

RECORDS = sorted((Path(__file__).parent.parent / "vectors" / "records" / "0.1.0").glob("*.bundle"))


def test_the_same_words_with_and_without_django(tmp_path: Path) -> None:
    alone = lean(lean_packages(tmp_path / "packages"), "verify", *RECORDS)
    assert alone.returncode == 0, alone.stderr
    assert "Sound: 13 of 13 files." in alone.stdout
    assert alone.stdout == run("verify", *RECORDS).stdout


def test_the_lean_environment_is_one(tmp_path: Path) -> None:
    packages = lean_packages(tmp_path / "packages")
    assert not (packages / "django").exists()
    assert not (packages / "granian").exists()
    assert any("site-packages" in path for path in sys.path)
    bodies = lean(packages, "bodies", "--data", tmp_path)
    assert bodies.returncode != 0
