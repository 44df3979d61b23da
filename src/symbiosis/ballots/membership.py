"""Who belongs to the group: many numbers are asked at once.

An element x has x^q = 1. In a group whose q is short, one such power costs as much as everything else about a number,
so many are tested together: 128 products of random halves of them. If x is no element, a product with it and the one
without it cannot both be elements, so each product of a random half shows it with a chance of at least one half, and
all 128 miss it with a chance of at most 2^-128. The halves are drawn from a hash of all the numbers, so the answer is
the same for everyone, and who makes numbers can only try again, 2^128 times. Where a product is none, each number is
tested by itself, so nothing is refused by chance.
Source: Bellare, Garay, Rabin 1998 (the random subset test).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Final

from gmpy2 import mpz, powmod

from symbiosis.ballots.groups import Group

TRIALS: Final = 128
_TOGETHER: Final = 5
"""Numbers that share a table of their 2^5 products: measured, 4 to 6 are alike."""
_WORTHWHILE: Final = 300
"""Below this many numbers the 128 powers of the products cost more than one for each number."""


def outsiders(group: Group, numbers: Sequence[mpz]) -> list[int]:
    """The places of the numbers that are no elements of the group, in order."""
    if group.cofactor != 2 and len(numbers) >= _WORTHWHILE and _all_belong(group, numbers):
        return []
    return [place for place, number in enumerate(numbers) if not group.contains(number)]


def _all_belong(group: Group, numbers: Sequence[mpz]) -> bool:
    p, q = group.p, group.q
    if not all(0 < number < p for number in numbers):
        return False
    seed = hashlib.sha256(",".join(map(str, numbers)).encode()).digest()
    stream = hashlib.shake_256(b"members|" + seed).digest(-(-len(numbers) // _TOGETHER) * TRIALS)
    products = [mpz(1)] * TRIALS
    mask = (1 << _TOGETHER) - 1
    for start in range(0, len(numbers), _TOGETHER):
        table = [mpz(1)]
        for number in numbers[start : start + _TOGETHER]:
            table += [number if each == 1 else each * number % p for each in table]
        table += table * ((mask + 1) // len(table) - 1)
        row = stream[start // _TOGETHER * TRIALS :]
        products = [
            product * table[byte & mask] % p for product, byte in zip(products, row[:TRIALS], strict=True)
        ]
    return all(powmod(product, q, p) == 1 for product in products)
