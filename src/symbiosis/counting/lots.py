"""Drawing lots from a public seed: exact, without modulo bias, and the same in every language."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping


def drawn_from(
    seed: str, lot: str, groups: Mapping[str, int], seats: Mapping[str, int]
) -> dict[str, tuple[int, ...]]:
    """The numbers (from 1, ascending) drawn in each group for its seats: {"women": (4, 17), "men": (9,)}.

    Every set of a group's numbers is equally likely. Each group is drawn by itself: number by number, a
    number n of those left is taken at the place `drawn_below(n)`. The bytes behind it are SHA-256 of the line
    "symbiosis lot 1", then seed, lot and group on a line each, then a counter from 0 in decimal, in UTF-8.
    """
    return {
        group: _drawn(f"symbiosis lot 1\n{seed}\n{lot}\n{group}\n", groups[group], count)
        for group, count in seats.items()
    }


def _drawn(head: str, people: int, seats: int) -> tuple[int, ...]:
    left, chosen, counter = list(range(1, people + 1)), [], 0
    for _ in range(seats):
        place, counter = drawn_below(head, len(left), counter)
        chosen.append(left.pop(place))
    return tuple(sorted(chosen))


def drawn_below(head: str, most: int, counter: int) -> tuple[int, int]:
    """A whole number below `most`, each equally likely, and the next counter.

    Of the 2^256 values of a hash those above the last whole multiple of `most` are passed over. Where `most` is larger
    than that, as many hashes as it takes stand one behind another, each with the next counter.
    """
    hashes = max(1, -(-(most - 1).bit_length() // 256))
    space = 2 ** (256 * hashes)
    limit = space - space % most
    while True:
        found = [hashlib.sha256(f"{head}{counter + n}".encode()).digest() for n in range(hashes)]
        value = int.from_bytes(b"".join(found), "big")
        counter += hashes
        if value < limit:
            return value % most, counter
