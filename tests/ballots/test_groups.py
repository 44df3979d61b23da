"""The two groups, powers in them, and who belongs to them."""

from __future__ import annotations

import random

import pytest
from gmpy2 import is_prime, mpz, powmod
from hypothesis import given
from hypothesis import strategies as st

from symbiosis.ballots import membership
from symbiosis.ballots.groups import BELENIOS_2048, GROUPS, RFC_3526_2048, Group, Powers, SecretPowers
from symbiosis.ballots.membership import outsiders

P, Q = BELENIOS_2048.p, BELENIOS_2048.q
TABLES = {
    (name, window): Powers(group, group.g, window) for name, group in GROUPS.items() for window in (4, 7)
}


@pytest.mark.parametrize("group", GROUPS.values(), ids=GROUPS)
def test_a_group_is_what_it_says(group: Group) -> None:
    assert is_prime(group.p)
    assert is_prime(group.q)
    assert group.q * group.cofactor == group.p - 1
    assert group.g != 1
    assert powmod(group.g, group.q, group.p) == 1


def test_the_prime_of_the_rfc_is_made_of_pi() -> None:
    """p = 2^2048 - 2^1984 - 1 + 2^64 * (floor(2^1918 pi) + 124476), RFC 3526; pi by Machin's formula."""
    places = 2**2100

    def arctan_of_one_over(x: int) -> int:
        total = term = places // x
        n, sign = 1, 1
        while term:
            term //= x * x
            n, sign = n + 2, -sign
            total += sign * (term // n)
        return total

    pi = 4 * (4 * arctan_of_one_over(5) - arctan_of_one_over(239))
    assert RFC_3526_2048.p == 2**2048 - 2**1984 - 1 + 2**64 * ((pi >> (2100 - 1918)) + 124476)


@pytest.mark.parametrize("name", GROUPS)
@given(st.integers(-(2**2100), 2**2100))
def test_powers_are_powers(name: str, exponent: int) -> None:
    group = GROUPS[name]
    expected = powmod(group.g, mpz(exponent) % group.q, group.p)
    assert SecretPowers(group, group.g).of(mpz(exponent)) == expected
    assert TABLES[name, 4].of(mpz(exponent)) == TABLES[name, 7].of(mpz(exponent)) == expected


@pytest.mark.parametrize("group", GROUPS.values(), ids=GROUPS)
def test_who_belongs(group: Group) -> None:
    element = powmod(group.g, 12345, group.p)
    assert group.contains(element)
    assert group.contains(mpz(1))
    for stranger in (mpz(0), group.p, group.p - 1, group.p - element, element + group.p, -element):
        assert not group.contains(stranger)


def of_order(order: mpz) -> mpz:
    """A number whose order is what is left of `order`, a divisor of p - 1, for the first base that has one."""
    base = mpz(2)
    while powmod(base, (P - 1) // order, P) == 1:
        base += 1
    return powmod(base, (P - 1) // order, P)


@pytest.mark.parametrize("order", [mpz(2), mpz(3), mpz(6), BELENIOS_2048.cofactor // 6])
@pytest.mark.parametrize("count", [10, 400])
def test_strangers_are_found_among_many(order: mpz, count: int) -> None:
    """One alone, and two that cancel each other in a product of all."""
    draw = random.Random(f"{order} {count}")
    numbers = [powmod(BELENIOS_2048.g, draw.randrange(int(Q)), P) for _ in range(count)]
    assert outsiders(BELENIOS_2048, numbers) == []
    bad = of_order(order)
    numbers[7] = numbers[7] * bad % P
    assert outsiders(BELENIOS_2048, numbers) == [7]
    numbers[3] = numbers[3] * powmod(bad, order - 1, P) % P
    assert outsiders(BELENIOS_2048, numbers) == [3, 7]
    numbers[3] = mpz(0)
    numbers[7] = P
    assert outsiders(BELENIOS_2048, numbers) == [3, 7]


def test_many_are_tested_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """The products alone find a stranger in every place of a table, and none where there is none."""
    numbers = [powmod(BELENIOS_2048.g, 3 * n, P) for n in range(1, 304)]
    assert membership._all_belong(BELENIOS_2048, numbers)
    for place in (0, 1, 4, 5, 299, 300, 302):
        changed = [*numbers]
        changed[place] = P - changed[place]
        assert not membership._all_belong(BELENIOS_2048, changed)


def test_in_the_other_group_each_is_tested() -> None:
    numbers = [powmod(RFC_3526_2048.g, n, RFC_3526_2048.p) for n in range(1, 400)]
    numbers[9] = RFC_3526_2048.p - numbers[9]
    assert outsiders(RFC_3526_2048, numbers) == [9]
