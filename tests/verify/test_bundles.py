"""Records of every release verify for ever; nothing that was changed or cut does."""

import random
from pathlib import Path

import pytest
from typer.testing import CliRunner

from symbiosis.errors import Unsound
from symbiosis.node.main import app
from symbiosis.record import bundles
from symbiosis.verify.files import NotABundle, verify_bundle, verify_files

RELEASES = Path(__file__).parent.parent / "vectors" / "records"
FILES = sorted(RELEASES.glob("*/*.bundle"))
CONGRESS = RELEASES / "0.1.0" / "Congress.bundle"


def test_there_are_records_of_this_release():
    assert len(FILES) >= 13


@pytest.mark.parametrize("release", sorted({file.parent for file in FILES}), ids=lambda folder: folder.name)
def test_every_release_verifies(release):
    files = [(file.name, file.read_bytes()) for file in sorted(release.glob("*.bundle"))]
    found = verify_files(files)
    assert len(found) == len(files)


def outcome_of_verifying(data):
    """0, 1 or 2, as the command would exit; anything else raised is a failure of the test."""
    try:
        verify_bundle(data)
    except NotABundle:
        return 2
    except Unsound:
        return 1
    return 0


def mutations(data, places):
    for place in places:
        for change in (1, 0x20, 0x80):
            yield data[:place] + bytes([data[place] ^ change]) + data[place + 1 :]


def test_a_changed_byte_or_a_cut_never_verifies():
    """2,000 of all places in all of scenario A's bundles, drawn by a fixed seed."""
    chosen = random.Random(20270612)
    weights = [file.stat().st_size for file in FILES]
    for _ in range(500):
        data = chosen.choices(FILES, weights)[0].read_bytes()
        place = chosen.randrange(len(data))
        for mutant in (*mutations(data, [place]), data[:place]):
            assert outcome_of_verifying(mutant) in (1, 2)


PART = 4096
"""Bytes that one test changes: all cores have some of a long file."""
PARTS = [(file, start) for file in FILES for start in range(0, file.stat().st_size, PART)]


@pytest.mark.slow
@pytest.mark.parametrize(("file", "start"), PARTS, ids=[f"{file.name}-{start}" for file, start in PARTS])
def test_no_changed_byte_and_no_cut_verifies(file, start):
    data = file.read_bytes()
    places = range(start, min(start + PART, len(data)))
    for mutant in mutations(data, places):
        assert outcome_of_verifying(mutant) in (1, 2)
    for place in places:
        assert outcome_of_verifying(data[:place]) in (1, 2)


def run(*arguments):
    return CliRunner().invoke(app, ["verify", *map(str, arguments)])


def test_the_command_explains_each_outcome():
    result = run(*FILES)
    assert result.exit_code == 0, result.output
    assert "vote levy-congress (levy), provisional; figures recomputed" in result.output
    assert "36 of 45 (yes + no), 4/5 = 80.0 %; more than 1/2: met" in result.output
    assert "487 of 818" in result.output
    assert f"Sound: {len(FILES)} of {len(FILES)} files." in result.output


def test_the_command_names_what_is_unsound(tmp_path):
    data = (RELEASES / "0.1.0" / "A1.bundle").read_bytes()
    place = data.index(b'"no":18')
    changed = tmp_path / "changed.bundle"
    changed.write_bytes(data[:place] + b'"no":17' + data[place + 7 :])
    result = run(changed)
    assert result.exit_code == 1
    assert "entry" in result.output


def test_what_is_no_bundle(tmp_path):
    other = tmp_path / "other"
    other.write_bytes(b"hello\n")
    assert run(other).exit_code == 2
    assert run(tmp_path / "missing").exit_code == 2
    assert run(CONGRESS, "--expect", "nonsense").exit_code == 2


def test_an_expected_checkpoint():
    import base64

    verified = verify_bundle(CONGRESS.read_bytes())
    body = verified.fold.board.id
    root = base64.b64encode(verified.board.root).decode()
    assert run(CONGRESS, "--expect", f"{body}:{verified.board.size}:{root}").exit_code == 0
    wrong = base64.b64encode(bytes(32)).decode()
    assert run(CONGRESS, "--expect", f"{body}:{verified.board.size}:{wrong}").exit_code == 1
    longer = run(CONGRESS, "--expect", f"{body}:{verified.board.size + 1}:{root}")
    assert longer.exit_code == 1
    assert "older" in longer.output


def test_a_fork_between_two_files(tmp_path):
    """The same body, cut one entry earlier and signed again with another last entry's checkpoint: refused."""
    bundle = bundles.read_bundle((RELEASES / "0.1.0" / "C3.bundle").read_bytes())
    log = bundle.logs[0]
    shorter = bundles.bundle_bytes(bundles.Bundle([bundles.Log(log.origin, log.note, log.entries[:-1])]))
    file = tmp_path / "shorter.bundle"
    file.write_bytes(shorter)
    assert run(file).exit_code == 1


@pytest.mark.parametrize("day", [b"2027-26-06", b"2027-02-30", b"0000-01-01"])
def test_a_date_that_no_calendar_has_is_unsound_and_no_traceback(day):
    """Found by the long form of the test above: digits in a date's shape are not yet a date."""
    data = CONGRESS.read_bytes()
    for place in range(len(data)):
        if data[place : place + 6] == b'"on":"':
            mutant = data[: place + 6] + day + data[place + 16 :]
            assert outcome_of_verifying(mutant) == 1
            break
    else:
        raise AssertionError("there is no meeting's date in it")
