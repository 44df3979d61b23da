"""Archives that are kept: `tests/vectors/ballots/*/*.bel.xz`."""

from __future__ import annotations

import lzma
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "vectors" / "ballots"


def kept(kind: str) -> dict[str, Path]:
    """The archives of a kind ("attacks", "ours", "tool") by name."""
    return {path.name.removesuffix(".bel.xz"): path for path in sorted((FOLDER / kind).glob("*.bel.xz"))}


def read(path: Path) -> bytes:
    """An archive as it was published."""
    return lzma.decompress(path.read_bytes())


def keep(kind: str, name: str, data: bytes) -> None:
    """Put an archive there."""
    folder = FOLDER / kind
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.bel.xz").write_bytes(lzma.compress(data, preset=9))
