"""A tree kept as tiles of 256 hashes, so that roots and proofs never hash the record again.

Tile n of level l holds the roots over 256^l entries each, numbers 256n to 256n+255: level 0 holds leaf
hashes. A partial tile is the beginning of the full one (C2SP tlog-tiles). `docs/spec/tree.md`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from symbiosis.errors import Unsound
from symbiosis.record.tree import (
    EMPTY_ROOT,
    MAX_SIZE,
    Frontier,
    RangeRoot,
    consistency_path,
    inclusion_path,
    node_hash,
    split,
)

WIDTH: Final = 256
"""Hashes in a full tile."""

ReadTile = Callable[[int, int], bytes]
"""Gives the hashes of tile (level, n), one after the other; more than are needed do no harm."""


class Tile(NamedTuple):
    """Where a tile is, and how many hashes it has (1 to 256)."""

    level: int
    n: int
    width: int


def tile_path(level: int, n: int, width: int = WIDTH) -> str:
    """Name the file of a tile: `tile/0/x001/x234/067.p/12`."""
    if not (0 <= level < 64 and 0 <= n <= MAX_SIZE and 1 <= width <= WIDTH):
        raise Unsound(f"there is no tile {level}/{n} of width {width}")
    groups = [f"{n % 1000:03d}"]
    while n >= 1000:
        n //= 1000
        groups.append(f"x{n % 1000:03d}")
    name = f"tile/{level}/" + "/".join(reversed(groups))
    return name if width == WIDTH else f"{name}.p/{width}"


_PATH = re.compile(r"tile/(0|[1-9]\d?)/((?:x\d{3}/)*\d{3})(?:\.p/([1-9]\d{0,2}))?", re.ASCII)


def parse_tile_path(path: str) -> Tile:
    """Read the name of a tile's file; raises Unsound unless it is exactly as we write it."""
    found = _PATH.fullmatch(path) if len(path) <= 100 else None
    if not found:
        raise Unsound("not the path of a tile")
    n = int(found[2].replace("x", "").replace("/", ""))
    tile = Tile(int(found[1]), n, int(found[3] or WIDTH))
    if tile_path(*tile) != path:
        raise Unsound("not the path of a tile as it is written")
    return tile


def tiles_for(old_size: int, new_size: int) -> list[Tile]:
    """List the tiles that change or begin when a tree grows, level by level: what a store must write."""
    if not 0 <= old_size <= new_size <= MAX_SIZE:
        raise Unsound(f"a tree of {new_size} does not grow out of one of {old_size}")
    tiles, level = [], 0
    while new_size:
        if new_size > old_size:
            for n in range(old_size // WIDTH, (new_size + WIDTH - 1) // WIDTH):
                tiles.append(Tile(level, n, min(WIDTH, new_size - n * WIDTH)))
        old_size //= WIDTH
        new_size //= WIDTH
        level += 1
    return tiles


def grow(read_tile: ReadTile, old_size: int, leaf_hashes: Sequence[bytes]) -> dict[Tile, bytes]:
    """Give the tiles of `tiles_for`, with their bytes, when these leaf hashes are added.

    `read_tile` is asked only for tiles that the tree of `old_size` has in part.
    """
    grown: dict[Tile, bytes] = {}
    old, level, added = old_size, 0, list(leaf_hashes)
    while added:
        kept = old % WIDTH
        first = old // WIDTH
        row = (_hashes(read_tile, level, first, kept) if kept else b"") + b"".join(added)
        added = []
        for offset in range(0, len(row), 32 * WIDTH):
            data = row[offset : offset + 32 * WIDTH]
            tile = Tile(level, first + offset // (32 * WIDTH), len(data) // 32)
            grown[tile] = data
            if tile.width == WIDTH:
                added.append(_fold(data))
        old //= WIDTH
        level += 1
    return grown


def root_from_tiles(read_tile: ReadTile, size: int) -> bytes:
    """Give the root of the first `size` entries."""
    _check_size(size)
    return _ranges_from(read_tile)(0, size) if size else EMPTY_ROOT


def frontier_from_tiles(read_tile: ReadTile, size: int) -> Frontier:
    """Give the growing tree at `size`, as a node needs it that starts on an old record."""
    _check_size(size)
    range_root, low, hashes = _ranges_from(read_tile), 0, []
    for bit in reversed(range(size.bit_length())):
        if size >> bit & 1:
            hashes.append(range_root(low, low + (1 << bit)))
            low += 1 << bit
    return Frontier(size, hashes)


def inclusion_proof_from_tiles(read_tile: ReadTile, index: int, size: int) -> list[bytes]:
    """Make the proof that entry `index` is in the tree of the first `size` entries."""
    return inclusion_path(_ranges_from(read_tile), index, size)


def consistency_proof_from_tiles(read_tile: ReadTile, old_size: int, new_size: int) -> list[bytes]:
    """Make the proof that the tree of `new_size` only adds to the tree of `old_size`."""
    return consistency_path(_ranges_from(read_tile), old_size, new_size)


def _check_size(size: int) -> None:
    if not 0 <= size <= MAX_SIZE:
        raise Unsound(f"there is no tree of size {size}")


def _hashes(read_tile: ReadTile, level: int, n: int, width: int) -> bytes:
    """Read the first `width` hashes of a tile."""
    data = read_tile(level, n)
    if len(data) < 32 * width:
        raise Unsound(f"tile {level}/{n} has {len(data)} bytes, {32 * width} are needed")
    return data[: 32 * width]


def _fold(row: bytes) -> bytes:
    """Give the root over a power of two of hashes."""
    hashes = [row[offset : offset + 32] for offset in range(0, len(row), 32)]
    while len(hashes) > 1:
        hashes = [node_hash(left, right) for left, right in zip(hashes[::2], hashes[1::2], strict=True)]
    return hashes[0]


def _ranges_from(read_tile: ReadTile) -> RangeRoot:
    """Give the root over any range that occurs in proofs, reading each tile at most once."""
    seen: dict[tuple[int, int], bytes] = {}

    def full_subtree(low: int, bits: int) -> bytes:
        level, bits = divmod(bits, 8)
        n, first = divmod(low >> 8 * level, WIDTH)
        last = first + (1 << bits)
        if len(seen.get((level, n), b"")) < 32 * last:
            seen[level, n] = _hashes(read_tile, level, n, last)
        return _fold(seen[level, n][32 * first : 32 * last])

    def range_root(low: int, high: int) -> bytes:
        width = high - low
        if width & (width - 1) == 0:
            return full_subtree(low, width.bit_length() - 1)
        middle = low + split(width)
        return node_hash(range_root(low, middle), range_root(middle, high))

    return range_root
