"""Shuffles: belenios-tool accepts ours, we accept its; whatever is changed in one is found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

import pytest
from gmpy2 import invert, mpz, powmod
from hypothesis import given, settings
from hypothesis import strategies as st

from symbiosis.ballots import shuffles, wire
from symbiosis.ballots.groups import BELENIOS_2048, RFC_3526_2048, Powers
from symbiosis.ballots.shuffles import check_shuffle, generators, make_shuffle, product_of_powers
from symbiosis.ballots.wire import Ciphertext, Shuffle
from symbiosis.errors import Unsound
from tests.ballots import judge

GROUP = RFC_3526_2048
P, Q = GROUP.p, GROUP.q
G = Powers(GROUP, GROUP.g)
SECRET = mpz(Random("trustee").randrange(int(Q)))
KEY = G.of(SECRET)
FINGERPRINT = "lpcMJd5Xtr0mVbPD0mNvOHgKC7Uo0YxW9MEbJX7OaQ4"
RANKED = [{"type": "NonHomomorphic", "value": {"answers": ["a", "b", "c"], "question": "?"}}]
MarkedList = tuple[tuple[Ciphertext, ...], ...]


def encrypted(messages: Sequence[int], seed: object = 0) -> tuple[Ciphertext, ...]:
    """Each number m encrypted as g^m, so that what a shuffle did can be seen."""
    random = Random(f"encrypt {seed}")
    drawn = [mpz(random.randrange(int(Q))) for _ in messages]
    return tuple(
        Ciphertext(G.of(r), powmod(KEY, r, P) * G.of(mpz(m)) % P)
        for r, m in zip(drawn, messages, strict=True)
    )


def opened(ciphertexts: Sequence[Ciphertext]) -> list[mpz]:
    """The elements inside."""
    return [each.beta * invert(powmod(each.alpha, SECRET, P), P) % P for each in ciphertexts]


@given(st.lists(st.lists(st.integers(0, 3), max_size=4), min_size=1, max_size=2), st.integers())
@settings(max_examples=25, deadline=None)
def test_a_shuffle_keeps_what_is_inside_and_shows_that_it_does(questions: list[list[int]], seed: int) -> None:
    before = [encrypted(messages, seed) for messages in questions]
    made = make_shuffle(GROUP, FINGERPRINT, KEY, before, Random(seed).randrange)
    check_shuffle(GROUP, FINGERPRINT, KEY, before, made)
    assert [sorted(opened(each)) for each in made.ciphertexts] == [sorted(opened(each)) for each in before]
    numbers = {
        number for each in made.ciphertexts for cipher in each for number in (cipher.alpha, cipher.beta)
    }
    assert not numbers & {
        number for each in before for cipher in each for number in (cipher.alpha, cipher.beta)
    }
    assert wire.decode(wire.encode(made), Shuffle) == made


def test_every_order_is_drawn() -> None:
    before = encrypted([0, 1, 2])
    place = {element: number for number, element in enumerate(opened(before))}
    orders = set()
    for seed in range(30):
        made = make_shuffle(GROUP, FINGERPRINT, KEY, [before], Random(seed).randrange)
        orders.add(tuple(place[element] for element in opened(made.ciphertexts[0])))
    assert len(orders) == 6


def test_in_the_other_group_too() -> None:
    group = BELENIOS_2048
    random = Random(3)
    before = tuple(
        Ciphertext(
            powmod(group.g, random.getrandbits(200), group.p),
            powmod(group.g, random.getrandbits(200), group.p),
        )
        for _ in range(3)
    )
    key = powmod(group.g, 12345, group.p)
    made = make_shuffle(group, FINGERPRINT, key, [before], random.randrange)
    check_shuffle(group, FINGERPRINT, key, [before], made)
    with pytest.raises(Unsound):
        check_shuffle(group, FINGERPRINT, key, [before[::-1]], made)


BEFORE = encrypted([1, 2, 3], "kept")
MADE = make_shuffle(GROUP, FINGERPRINT, KEY, [BEFORE], Random("kept").randrange)


def places(value: object, way: tuple[int, ...] = ()) -> Iterator[tuple[int, ...]]:
    """The way to each number in nested tuples."""
    if isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from places(inner, (*way, index))
    else:
        yield way


def at(value: object, way: tuple[int, ...]) -> mpz:
    for index in way:
        value = value[index]  # type: ignore[index]
    return value  # type: ignore[return-value]


def changed(value: object, way: tuple[int, ...], number: mpz) -> object:
    """The same nested tuples with another number in one place."""
    if not way:
        return number
    assert isinstance(value, tuple)
    head, *rest = way
    return (*value[:head], changed(value[head], tuple(rest), number), *value[head + 1 :])


PROOF = MADE.proofs[0]
WAYS = list(places(PROOF))
RESPONSES = {way for way in WAYS if way[0] == 1}


def refused(made: Shuffle, before: Sequence[Ciphertext] = BEFORE) -> str:
    with pytest.raises(Unsound) as found:
        check_shuffle(GROUP, FINGERPRINT, KEY, [before], made)
    return found.value.sentence


def test_the_kept_shuffle_is_sound() -> None:
    check_shuffle(GROUP, FINGERPRINT, KEY, [BEFORE], MADE)
    assert len(WAYS) == 5 + 3 + 4 + 6 + 6


@pytest.mark.parametrize("way", WAYS, ids=str)
def test_each_number_of_the_proof_counts(way: tuple[int, ...]) -> None:
    number = at(PROOF, way)
    if way in RESPONSES:
        others = {(number + 1) % Q: "does not hold", number + Q: "not below q", number - Q: "not below q"}
    else:
        others = {
            number * GROUP.g % P: "does not hold",
            P - number: "no element", number + P: "no element", mpz(0): "no element",
        }  # fmt: skip
    for other, why in others.items():
        assert why in refused(Shuffle(MADE.ciphertexts, (changed(PROOF, way, other),))), why  # type: ignore[arg-type]


def test_numbers_that_change_places_are_found() -> None:
    for first, second in (((0, 4, 0), (0, 4, 1)), ((1, 4, 0), (1, 4, 1)), ((2, 0), (2, 1)), ((3, 0), (3, 2))):
        proof = changed(changed(PROOF, first, at(PROOF, second)), second, at(PROOF, first))
        assert "does not hold" in refused(Shuffle(MADE.ciphertexts, (proof,)))  # type: ignore[arg-type]


def test_two_signs_do_not_cancel_each_other() -> None:
    # (-1) times (-1) is 1 in a product of equations: this is why each number is tested for itself.
    proof = changed(changed(PROOF, (0, 4, 0), P - PROOF[0][4][0]), (0, 4, 1), P - PROOF[0][4][1])
    assert "no element" in refused(Shuffle(MADE.ciphertexts, (proof,)))  # type: ignore[arg-type]


def test_two_errors_do_not_cancel_each_other() -> None:
    g, over = GROUP.g, invert(GROUP.g, P)
    for first, second in (((0, 4, 0), (0, 4, 1)), ((0, 3, 0), (0, 3, 1)), ((0, 0), (0, 1)), ((2, 0), (2, 1))):
        proof = changed(PROOF, first, at(PROOF, first) * g % P)
        proof = changed(proof, second, at(PROOF, second) * over % P)
        assert "does not hold" in refused(Shuffle(MADE.ciphertexts, (proof,)))  # type: ignore[arg-type]
    proof = changed(PROOF, (1, 4, 0), (PROOF[1][4][0] + 1) % Q)
    proof = changed(proof, (1, 4, 1), (PROOF[1][4][1] - 1) % Q)
    assert "does not hold" in refused(Shuffle(MADE.ciphertexts, (proof,)))  # type: ignore[arg-type]


def test_the_weights_depend_on_the_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    # Were they known before the answers are chosen, two wrong answers could be made to cancel each other.
    seen: list[list[mpz]] = []
    weigh = shuffles._weights
    monkeypatch.setattr(shuffles, "_weights", lambda seed, count: seen.append(weigh(seed, count)) or seen[-1])
    check_shuffle(GROUP, FINGERPRINT, KEY, [BEFORE], MADE)
    first, second = seen[0][4:6]
    proof = changed(PROOF, (1, 4, 0), (PROOF[1][4][0] + second) % Q)
    proof = changed(proof, (1, 4, 1), (PROOF[1][4][1] - first) % Q)
    assert "does not hold" in refused(Shuffle(MADE.ciphertexts, (proof,)))  # type: ignore[arg-type]
    assert seen[1] != seen[0]


def test_each_ciphertext_counts() -> None:
    after = MADE.ciphertexts[0]
    other = encrypted([2], "other")[0]
    for index, each in enumerate(after):
        worse = (
            Ciphertext(each.alpha * 2 % P, each.beta), Ciphertext(each.alpha, each.beta * 2 % P), other,
            Ciphertext(each.alpha * 2 % P, each.beta * KEY % P), after[index - 1],
        )  # fmt: skip
        for cipher in worse:
            replaced = (*after[:index], cipher, *after[index + 1 :])
            assert "does not hold" in refused(Shuffle((replaced,), MADE.proofs))
            if cipher != after[index - 1]:
                assert "does not hold" in refused(MADE, (*BEFORE[:index], cipher, *BEFORE[index + 1 :]))
        stranger = Ciphertext(P - each.alpha, each.beta)
        assert "no element" in refused(
            Shuffle(((*after[:index], stranger, *after[index + 1 :]),), MADE.proofs)
        )
    assert "does not hold" in refused(Shuffle((after[::-1],), MADE.proofs))
    assert "does not hold" in refused(MADE, BEFORE[::-1])


def test_a_proof_is_for_one_election_and_one_key() -> None:
    with pytest.raises(Unsound, match="does not hold"):
        check_shuffle(GROUP, FINGERPRINT[::-1], KEY, [BEFORE], MADE)
    with pytest.raises(Unsound, match="does not hold"):
        check_shuffle(GROUP, FINGERPRINT, KEY * 2 % P, [BEFORE], MADE)


def test_lists_of_another_length_are_found() -> None:
    t, s, c, c_hat = PROOF
    longer = [
        ((*t[:4], (*t[4], t[4][0])), s, c, c_hat), (t, (*s[:4], s[4][:-1], s[5]), c, c_hat),
        (t, (*s[:5], (*s[5], s[5][0])), c, c_hat), (t, s, c[:-1], c_hat), (t, s, c, (*c_hat, c_hat[0])),
    ]  # fmt: skip
    for proof in longer:
        assert "another length" in refused(Shuffle(MADE.ciphertexts, (proof,)))
    assert "another length" in refused(Shuffle((MADE.ciphertexts[0][:-1],), MADE.proofs))
    assert "another length" in refused(MADE, BEFORE[:-1])
    assert "number of questions" in refused(Shuffle(MADE.ciphertexts * 2, MADE.proofs * 2))
    assert "number of questions" in refused(Shuffle(MADE.ciphertexts, ()))


def test_the_question_at_fault_is_named() -> None:
    both = make_shuffle(GROUP, FINGERPRINT, KEY, [BEFORE, BEFORE], Random("two").randrange)
    check_shuffle(GROUP, FINGERPRINT, KEY, [BEFORE, BEFORE], both)
    crossed = Shuffle(both.ciphertexts, (both.proofs[0], both.proofs[0]))
    with pytest.raises(Unsound) as found:
        check_shuffle(GROUP, FINGERPRINT, KEY, [BEFORE, BEFORE], crossed)
    assert found.value.where == "shuffled question 2"


def test_another_spelling_is_refused() -> None:
    data = wire.encode(MADE)
    t1 = str(PROOF[0][0]).encode()
    spellings = [
        data.replace(t1, b"0" + t1), data.replace(b'"' + t1 + b'"', t1), data + b"\n", data.replace(b",", b", ", 1),
        data.replace(b'{"ciphertexts"', b'{"extra":1,"ciphertexts"'), data.replace(t1, b"-" + t1), data[:-1],
    ]  # fmt: skip
    for spelling in spellings:
        with pytest.raises(Unsound):
            wire.decode(spelling, Shuffle)


@given(
    st.lists(
        st.tuples(st.integers(1, 2**40), st.one_of(st.integers(0, 300), st.integers(0, 2**300))), max_size=40
    )
)
@settings(max_examples=60, deadline=None)
def test_the_product_of_powers_is_that_of_powers_one_by_one(pairs: list[tuple[int, int]]) -> None:
    expected = mpz(1)
    for base, exponent in pairs:
        expected = expected * powmod(base, exponent, P) % P
    found = product_of_powers(
        GROUP, [mpz(base) for base, _ in pairs], [mpz(exponent) for _, exponent in pairs]
    )
    assert found == expected


def test_generators_do_not_depend_on_what_was_asked_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shuffles, "_generators", {})
    three = generators(GROUP, 3)[:3]
    assert generators(GROUP, 7)[:3] == three
    monkeypatch.setattr(shuffles, "_generators", {})
    assert generators(GROUP, 7)[:3] == three
    assert len({*generators(GROUP, 7), shuffles.secondary_generator(GROUP), GROUP.g, mpz(1)}) == 10
    assert all(GROUP.contains(each) for each in three)


def ranked_election(folder: Path, votes: list[list[list[int]]]) -> tuple[str, mpz, MarkedList]:
    """An election by the tool up to its encrypted tally, with as many ranked questions as a vote has answers."""
    voters = judge.open_election(folder, GROUP.name, RANKED * len(votes[0]), len(votes), None)
    for voter, vote in zip(voters, votes, strict=True):
        judge.cast(folder, voter, vote)
    judge.close(folder)
    fingerprint, election = judge.election(folder)
    tally = wire.decode_as(judge.payloads(folder, "EncryptedTally")[0], MarkedList)
    return fingerprint, election.public_key, tally


@pytest.mark.parametrize("count", [1, 5])
def test_the_judge_accepts_our_shuffles_and_we_accept_those_of_the_judge(tmp_path: Path, count: int) -> None:
    votes = [[[n % 3, 1, n], [2, n, 0]] for n in range(count)]
    fingerprint, key, tally = ranked_election(tmp_path, votes)
    ours = make_shuffle(GROUP, fingerprint, key, tally, Random(count).randrange)
    judge.add_owned(tmp_path, "Shuffle", 1, wire.encode(ours))
    judge.verify(tmp_path)
    data, owner = judge.tool(tmp_path, "election", "shuffle", "--trustee-id=2").splitlines()
    theirs = wire.decode(data, Shuffle)
    check_shuffle(GROUP, fingerprint, key, ours.ciphertexts, theirs)
    with pytest.raises(Unsound):
        check_shuffle(GROUP, fingerprint, key, tally, theirs)
    judge.add(tmp_path, "Shuffle", data, owner)
    again = make_shuffle(GROUP, fingerprint, key, theirs.ciphertexts, Random("again").randrange)
    judge.add_owned(tmp_path, "Shuffle", 2, wire.encode(again))
    judge.add(tmp_path, "EndShuffles")
    for number, private in enumerate(sorted(tmp_path.glob("*.privkey")), 1):
        words = ("--privkey", private.name, "--trustee-id", str(number))
        judge.add(
            tmp_path, "PartialDecryption", *judge.tool(tmp_path, "election", "decrypt", *words).splitlines()
        )
    first, second = judge.result(tmp_path)
    assert sorted(first) == sorted(vote[0] for vote in votes)
    assert sorted(second) == sorted(vote[1] for vote in votes)


def test_the_judge_refuses_what_we_refuse(tmp_path: Path) -> None:
    fingerprint, key, tally = ranked_election(tmp_path, [[[1, 2, 3]], [[3, 2, 1]]])
    ours = make_shuffle(GROUP, fingerprint, key, tally, Random(1).randrange)
    proof = changed(ours.proofs[0], (1, 4, 1), ours.proofs[0][1][4][1] + 1)
    judge.add_owned(tmp_path, "Shuffle", 1, wire.encode(Shuffle(ours.ciphertexts, (proof,))))  # type: ignore[arg-type]
    assert judge.ask(tmp_path, "election", "verify").returncode != 0
