"""Opening a tally: logarithms, papers written as one number, trustees of whom some are enough."""

from __future__ import annotations

from itertools import combinations

import pytest
from gmpy2 import powmod
from hypothesis import given
from hypothesis import strategies as st

from symbiosis.ballots.audit import audit
from symbiosis.ballots.decryption import Logarithms, combine, missing_trustees, open_tally, read_decryption
from symbiosis.ballots.groups import BELENIOS_2048, RFC_3526_2048
from symbiosis.ballots.questions import Shuffled, decode_numbers, encode_numbers, overfull
from symbiosis.errors import Unsound
from tests.ballots.attacks import YES_NO
from tests.ballots.making import make

G, P = BELENIOS_2048.g, BELENIOS_2048.p


@pytest.mark.parametrize("most", [0, 1, 2, 3, 4, 24, 25, 26, 10_000])
def test_logarithms_up_to_the_most_and_no_further(most: int) -> None:
    logarithms = Logarithms(BELENIOS_2048, most)
    for count in {0, 1, most // 2, most - 1, most} & set(range(most + 1)):
        assert logarithms.of(powmod(G, count, P)) == count
    for stranger in (powmod(G, 2 * most + 40, P), powmod(G, -1, P)):
        with pytest.raises(Unsound):
            logarithms.of(stranger)


def test_a_large_count_is_found() -> None:
    count = 98_765_432_109
    assert Logarithms(BELENIOS_2048, 10**11).of(powmod(G, count, P)) == count


@given(st.lists(st.integers(0, 255), min_size=1, max_size=254))
def test_numbers_are_written_as_one_element_and_read_again(values: list[int]) -> None:
    element = encode_numbers(RFC_3526_2048, values)
    assert RFC_3526_2048.contains(element)
    assert decode_numbers(RFC_3526_2048, element, len(values)) == tuple(values)
    assert not overfull(RFC_3526_2048, element, len(values))
    if values[0]:
        assert overfull(RFC_3526_2048, element, len(values) - 1)


def test_more_numbers_than_fit_are_not_written() -> None:
    assert encode_numbers(RFC_3526_2048, [255] * 254) < RFC_3526_2048.p
    with pytest.raises(Unsound):
        encode_numbers(RFC_3526_2048, [255] * 255)
    with pytest.raises(Unsound):
        encode_numbers(BELENIOS_2048, [1])


@pytest.mark.parametrize(("enough", "count"), [(1, 1), (1, 3), (2, 3), (3, 4)])
def test_any_who_are_enough_open_it_and_fewer_do_not(enough: int, count: int) -> None:
    made = make([YES_NO], 3, "any", trustees=1, threshold=(enough, count))
    made.cast(0, [[1, 0]])
    made.cast(1, [[1, 0]])
    made.close()
    assert made.total is not None
    parts = {owner: read_decryption(made.part(owner)).decryption_factors for owner in made.secrets}
    group = BELENIOS_2048
    members = range(2, count + 2)
    for chosen in combinations(members, enough):
        given_ = {owner: parts[owner] for owner in (1, *chosen)}
        result, _ = open_tally(made.election, made.tally, combine(group, made.trustees, given_), 2)
        assert result == ((2, 0),)
        for left_out in given_:
            fewer = {owner: part for owner, part in given_.items() if owner != left_out}
            assert left_out in missing_trustees(made.trustees, list(fewer))
            with pytest.raises(Unsound):
                combine(group, made.trustees, fewer)


def test_a_paper_that_holds_too_much_is_warned_about() -> None:
    """A voter's own program wrote more numbers than there are answers; the tool drops them, and so do we."""
    question = Shuffled("In what order?", ("a", "b"))
    made = make([question], 1, "overfull")
    longer = make([Shuffled("In what order?", ("a", "b", "c"))], 1, "overfull")
    assert longer.election.y == made.election.y
    longer.election = made.election.__class__(
        **{**made.election.__dict__, "questions": longer.election.questions}
    )
    made.post(longer.ballot(0, [[9, 1, 2]]))
    made.close()
    made.shuffle([1])
    assert made.open([1]) == (((1, 2),),)
    report = audit(made.archive.data)
    assert report.sound
    assert "AnswerOverfull" in [finding.code for finding in report.warnings]


def test_a_part_for_another_tally_is_refused_by_the_audit() -> None:
    made = make([YES_NO], 2, "parts")
    made.cast(0, [[1, 0]])
    made.close()
    tally = made.tally
    made.tally = (tally[0][::-1],)
    made.archive.bring_owned("PartialDecryption", 1, made.part(1))
    (defect, *_) = audit(made.archive.data).defects
    assert (defect.code, defect.where, defect.figures["trustee"]) == ("DecryptionWrong", "decryption 1", 1)
