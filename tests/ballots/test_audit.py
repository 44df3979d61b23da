"""Sound elections are found sound, with the result that their votes in clear text have."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from symbiosis.ballots.audit import audit
from symbiosis.ballots.ballot import tracker
from symbiosis.ballots.challenges import sha256_base64
from symbiosis.ballots.pool import here, processes
from tests.ballots.attacks import cast, done
from tests.ballots.kinds import KINDS, expected, in_order, run
from tests.ballots.steps import archive_of, changed, steps_of
from tests.ballots.tool_elections import ELECTIONS
from tests.ballots.tool_elections import in_order as tool_order
from tests.ballots.vectors import kept, read


@pytest.mark.parametrize("kind", KINDS)
def test_elections_of_every_kind_are_kept_and_sound(kind: str) -> None:
    report = audit(read(kept("ours")[kind]))
    assert report.defects == ()
    made, result, clear = run(kind, 1)
    assert report.result == result
    assert in_order(made, result) == expected(made, clear)


@pytest.mark.parametrize("name", ELECTIONS)
def test_elections_of_the_tool_are_sound(name: str) -> None:
    report = audit(read(kept("tool")[name]))
    assert report.defects == ()
    questions = ELECTIONS[name].questions
    assert report.result is not None
    assert tool_order(questions, report.result) == tool_order(questions, ELECTIONS[name].result)
    assert report.ballots == len(ELECTIONS[name].votes)


def test_figures_of_a_report() -> None:
    made = cast((0, 0), (1, 1), (0, 1))
    trackers = [tracker(ballot) for ballot in made.ballots]
    report = audit(done(made))
    assert (report.ballots, report.counted, report.revotes, report.weight, report.voters) == (3, 2, 1, 2, 3)
    assert report.trackers == (trackers[1], trackers[2])
    assert report.replaced == (trackers[0],)
    assert report.head == made.archive.head
    assert report.fingerprint == made.election.fingerprint
    assert report.stage == "Result"
    listed = steps_of(made.archive.data)[0].texts[2]
    assert report.credentials == sha256_base64(listed)


def test_few_ballots_are_warned_about() -> None:
    few, enough = cast((0, 0), (1, 0), (2, 0)), cast(*((voter, 0) for voter in range(5)), voters=5)
    assert [finding.code for finding in audit(done(few)).warnings] == ["ElectorateTiny"]
    assert audit(done(enough)).findings == ()


def test_a_trustee_alone_is_warned_about() -> None:
    made = cast(*((voter, 0) for voter in range(5)), voters=5, trustees=1)
    assert [finding.code for finding in audit(done(made)).warnings] == ["TrusteeAlone"]


def test_an_election_under_way_is_sound_as_far_as_it_went() -> None:
    made = cast((0, 0))
    stages = []
    for step in (made.close, lambda: made.archive.bring_owned("PartialDecryption", 1, made.part(1))):
        report = audit(made.archive.data)
        assert report.sound
        assert "ElectionUnfinished" in [finding.code for finding in report.warnings]
        stages.append((report.stage, report.result))
        step()
    assert stages == [("Ballot", None), ("EncryptedTally", None)]


def test_an_archive_of_nothing_is_no_election() -> None:
    for data in (b"", b"\0" * 512, b"BELENIOS", b"\xff" * 2000):
        assert {finding.code for finding in audit(data).defects} == {"ArchiveUnreadable", "SetupMissing"}


@pytest.mark.parametrize("tally", [b"[]", b"[[]]", b"[[],[]]", b"{}", b"[[[]]]"])
@pytest.mark.parametrize("readable", [True, False])
def test_a_tally_of_another_shape_is_no_tally(tally: bytes, readable: bool) -> None:
    made = cast((0, 0), (1, 1))
    if not readable:
        made.archive.bring("Ballot", b"{}")
    made.close()
    made.archive.bring_owned("PartialDecryption", 1, made.part(1))
    steps = steps_of(made.archive.data)
    report = audit(archive_of(changed(steps, "EncryptedTally", lambda _: tally)))
    expected = {"TallyWrong"} if readable else {"TallyWrong", "BallotMalformed"}
    assert {finding.code for finding in report.defects} - {"TallyCountWrong"} == expected
    assert len(report.trackers) == 2
    assert report.replaced == ()


def test_processes_find_the_same() -> None:
    made = cast(*((voter, voter % 2) for voter in range(70)), voters=70)
    made.cast(3, [[1, 0]])
    made.post(made.ballots[5] + b" ")
    data = made.archive.data
    alone = audit(data, here)
    assert [finding.where for finding in alone.defects] == ["ballot 72"]
    assert audit(data, processes(2)) == alone


def test_what_fails_in_a_process_is_raised_here() -> None:
    with pytest.raises(ZeroDivisionError):
        list(processes(2)(_divide, 1, [1, 0, 2]))


def test_only_a_few_parts_are_under_way() -> None:
    taken: list[int] = []

    def parts() -> Iterable[int]:
        for part in range(1, 50):
            taken.append(part)
            yield part

    answers = processes(2)(_divide, 100, parts())
    next(iter(answers))
    assert len(taken) <= 4
    answers.close()  # type: ignore[attr-defined]


def _divide(shared: int, part: int) -> int:
    return shared // part
