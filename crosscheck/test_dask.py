"""A count, or an audit, over the workers of a Dask cluster on this machine is the same, figure by figure."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace

import dask
import pytest
from bench.ballots import ONE_OF_THREE, archive
from distributed import Client, LocalCluster

from crosscheck.elections import rankings, seeded, strict_papers
from symbiosis.ballots.audit import audit
from symbiosis.ballots.groups import BELENIOS_2048
from symbiosis.ballots.pool import over_dask as ballots_over_dask
from symbiosis.counting.methods import METHODS
from symbiosis.counting.spread import over_dask
from symbiosis.counting.ties import TieRule

LOT = TieRule(("earlier_round", "lot"), seed="all dice")
METHODS_SPREAD = {
    "stv-scottish": 3,
    "stv-ers97": 3,
    "stv-meek": 3,
    "stv-warren": 3,
    "irv": 1,
    "schulze": 1,
    "ranked-pairs": 1,
}


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    """Two workers in processes of their own, reached by loopback only, without a page to look at."""
    with (
        dask.config.set({"distributed.comm.timeouts.connect": "2s"}),
        LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            processes=True,
            host="127.0.0.1",
            dashboard_address=None,
            worker_dashboard_address=None,
        ) as cluster,
        Client(cluster) as found,
    ):
        yield found


@pytest.mark.parametrize("method", METHODS_SPREAD)
def test_the_same_count(client: Client, method: str) -> None:
    seats = METHODS_SPREAD[method]
    for number, chance in enumerate(seeded(f"dask {method}", 12)):
        names, papers = strict_papers(chance, most=200)
        here = rankings(names, papers)
        filled = min(seats, len(names))
        spread = replace(here, engine=over_dask(client), parts=4)
        assert METHODS[method].count(spread, seats=filled, tie=LOT) == METHODS[method].count(
            here, seats=filled, tie=LOT
        ), number


def test_the_papers_lie_with_both_workers(client: Client) -> None:
    """So that the comparison above is not with papers that never left."""
    tables = over_dask(client)(Where, [0, 1, 2, 3])
    assert len(set(tables.ask("process"))) == 2
    with pytest.raises(ValueError, match="the table fell over"):
        tables.ask("fall")
    tables.close()
    assert tables.ask("process") == []


def test_a_lost_worker_ends_the_count(client: Client) -> None:
    """It never goes on without the papers that lay there. The last test of the file: it costs a worker."""
    tables = over_dask(client)(Where, [0, 1])
    one, _ = tables.ask("process")
    with pytest.raises((OSError, RuntimeError, ValueError)):
        tables.ask("leave", one)
    with pytest.raises((OSError, RuntimeError, ValueError)):
        tables.ask("process")


class Where:
    """Says in which process it is."""

    def __init__(self, part: int) -> None:
        self.part = part

    def process(self) -> int:
        return os.getpid()

    def leave(self, process: int) -> None:
        if os.getpid() == process:
            os._exit(1)

    def fall(self) -> None:
        raise ValueError("the table fell over")


def test_the_same_audit(client: Client) -> None:
    """A secret election of two hundred ballots, sound and with one changed: workers find what one process finds."""
    sound = archive(ONE_OF_THREE, BELENIOS_2048, 200)
    changed = bytearray(sound)
    place = sound.index(b'"response":"', len(sound) // 2) + len(b'"response":"')
    changed[place] = ord("1") if sound[place] != ord("1") else ord("2")
    for data in (sound, bytes(changed)):
        alone, spread = audit(data), audit(data, ballots_over_dask(client))
        assert sorted(map(repr, spread.findings)) == sorted(map(repr, alone.findings))
        assert (spread.result, spread.trackers, spread.head) == (alone.result, alone.trackers, alone.head)
    assert audit(sound, ballots_over_dask(client)).sound
