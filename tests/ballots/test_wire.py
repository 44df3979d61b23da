"""One value has one spelling: JSON of elections is read strictly."""

from __future__ import annotations

import json

import pytest
from gmpy2 import mpz
from hypothesis import given
from hypothesis import strategies as st

from symbiosis.ballots.credentials import read_credentials
from symbiosis.ballots.election import read_election, write_election
from symbiosis.ballots.groups import BELENIOS_2048, RFC_3526_2048
from symbiosis.ballots.questions import Added, Shuffled, majority_judgment, read_question, write_question
from symbiosis.ballots.trustees import read_trustees
from symbiosis.ballots.wire import Ciphertext, Proof, SizedTally, decode, encode, read_weight, write_weight
from symbiosis.errors import Unsound

YES_NO = Added("Do we?", ("yes", "no"), 1, 1)
ELECTION = write_election(BELENIOS_2048, BELENIOS_2048.g, (YES_NO,), "1" * 14, "Name", "Text")


def test_a_value_is_read_as_it_was_written() -> None:
    text = b'{"alpha":"12","beta":"0"}'
    assert decode(text, Ciphertext) == Ciphertext(mpz(12), mpz(0))
    assert encode(decode(text, Ciphertext)) == text


@pytest.mark.parametrize(
    "text",
    [
        '{"alpha":"012","beta":"0"}', '{"alpha":"+12","beta":"0"}', '{"alpha":"0x12","beta":"0"}',
        '{"alpha":"1_2","beta":"0"}', '{"alpha":" 12","beta":"0"}', '{"alpha":"-12","beta":"0"}',
        '{"alpha":"-0","beta":"0"}', '{"alpha":"","beta":"0"}', '{"alpha":"1e2","beta":"0"}',
        '{"alpha":"１２","beta":"0"}', '{"alpha":12,"beta":"0"}', '{"alpha":"12","beta":null}',
        '{"beta":"0","alpha":"12"}', '{"alpha":"12"}', '{"alpha":"12","beta":"0","x":1}',
        '{"alpha":"12","alpha":"12","beta":"0"}', '{"alpha":"12", "beta":"0"}', '{"alpha":"12","beta":"0"}\n',
        '{"alpha":"\\u0031","beta":"0"}', '["12","0"]', "", "{", "\ufeff{}",
        '{"alpha":"' + "9" * 641 + '","beta":"0"}',
    ],
)  # fmt: skip
def test_other_spellings_are_unsound(text: str) -> None:
    with pytest.raises(Unsound):
        decode(text.encode(), Ciphertext)


def test_bytes_that_are_no_text_are_unsound() -> None:
    for data in (b"\xff", b'{"alpha":"\xc3","beta":"0"}', b"[" * 100_000):
        with pytest.raises(Unsound):
            decode(data, Ciphertext)


@given(st.integers(0, 10**18))
def test_weights_have_one_spelling(number: int) -> None:
    written = write_weight(number)
    assert read_weight(written) == number
    with pytest.raises(Unsound):
        read_weight(str(number) if number < 2**30 else number)


def test_a_size_is_read_with_text_for_large_counts() -> None:
    text = b'{"num_tallied":2,"total_weight":"1073741824","encrypted_tally":"x"}'
    assert read_weight(decode(text, SizedTally).total_weight) == 2**30
    for wrong in ("1073741823", "01073741824", "-5", "1" * 30, "x"):
        with pytest.raises(Unsound):
            read_weight(wrong)


@pytest.mark.parametrize(
    "question",
    [
        YES_NO,
        Added('¿Cuál?\n«α» "q"', ("a",), 0, 1, True),
        Added("Which?", ("a",), 0, 0, False),
        Shuffled("Order?", ("a", "b")),
        Shuffled("Grade?", ("a", "b"), majority_judgment(["good", "bad"], True)),
    ],
)
def test_questions_are_read_as_they_were_written(question: Added | Shuffled) -> None:
    assert read_question(write_question(question)) == question


@pytest.mark.parametrize(
    "question",
    [
        Added("?", (), 0, 0),
        Added("?", ("a",), 0, 2),
        Added("?", ("a",), 1, 0),
        Added("?", ("a",), -1, 1),
        Added("?", ("a",) * 1001, 0, 1),
        Shuffled("?", ()),
        Shuffled("?", ("a",) * 255),
    ],
)
def test_questions_that_cannot_be_answered_are_unsound(question: Added | Shuffled) -> None:
    with pytest.raises(Unsound):
        read_question(write_question(question))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"version":1', '"version":2'),
        ('"BELENIOS-2048"', '"RFC-3526-4096"'),
        ('"BELENIOS-2048"', '{"p":"23","q":"11","g":"2"}'),
        ('"11111111111111"', '"1111111111111"'),
        ('"11111111111111"', '"1111111111111l"'),
        ('"description":"Text"', '"description":"Te\\u007fxt"'),
        ('"description":"Text"', '"description":"Te\x7fxt"'),
        ('"description":"Text"', '"description":"Te\\u0001xt"'),
        ('"questions":[', '"questions":[],"x":['),
        ('"public_key":"', '"public_key":"1'),
    ],
)
def test_an_election_that_is_not_as_it_must_be(old: str, new: str) -> None:
    assert read_election(ELECTION).questions == (YES_NO,)
    changed = ELECTION.decode().replace(old, new, 1).encode()
    assert changed != ELECTION
    with pytest.raises(Unsound):
        read_election(changed)


def test_a_text_may_have_backslashes_and_quotes() -> None:
    for text in ("C:\\users", '"\\"', "\\\\u0001", "a\nb", "\\"):
        data = write_election(BELENIOS_2048, BELENIOS_2048.g, (YES_NO,), "1" * 14, text)
        assert read_election(data).name == text
    for text in ("\x01", "\\\x01", "\x7f"):
        with pytest.raises(Unsound):
            write_election(BELENIOS_2048, BELENIOS_2048.g, (YES_NO,), "1" * 14, text)


def test_shuffled_questions_need_their_group() -> None:
    with pytest.raises(Unsound):
        write_election(BELENIOS_2048, BELENIOS_2048.g, (Shuffled("?", ("a",)),), "1" * 14, "Name")
    data = write_election(RFC_3526_2048, RFC_3526_2048.g, (Shuffled("?", ("a",)),), "1" * 14, "Name")
    assert read_election(data).shuffled == (0,)


def test_credentials_are_read_with_their_weights() -> None:
    assert read_credentials(b'["12","13,7"]') == {"12": 1, "13": 7}
    for wrong in (
        ["12", "12"], ["12", "12,3"], ["012"], ["12,0"], ["12,07"], ["12,"], ["12,3,login"], ["-12"], ["x"],
        ["12,100000000000", "13"], [12], "12",
    ):  # fmt: skip
        with pytest.raises(Unsound):
            read_credentials(json.dumps(wrong, separators=(",", ":")).encode())


def test_trustees_of_unknown_kinds_are_unsound() -> None:
    proof = encode(Proof(mpz(1), mpz(1))).decode()
    single = f'["Single",{{"pok":{proof},"public_key":"4"}}]'
    assert len(read_trustees(f"[{single}]".encode()).keys()) == 1
    for wrong in ("[]", f"[{single.replace('Single', 'Double')}]", f"[{single}, {single}]", "{}"):
        with pytest.raises(Unsound):
            read_trustees(wrong.encode())
