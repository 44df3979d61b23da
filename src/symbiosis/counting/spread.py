"""A large count on several tables: each part of the papers lies in a process, or on a machine, of its own.

What a method asks of its papers (sort them, move a pile, compare pairs) gives whole numbers of papers, and those of
the parts add up to those of the whole. So a count over parts is the same count, figure by figure, wherever the
parts lie: here, in processes of this machine, or with the workers of a Dask cluster.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Sequence
from multiprocessing.connection import Connection
from typing import Any

from symbiosis.counting.papers import Engine, Make


class Here:
    """All parts in this process, one after another."""

    def __init__(self, make: Make, parts: Sequence[object]) -> None:
        self._objects = [make(part) for part in parts]

    def ask(self, what: str, *arguments: object) -> list[Any]:
        return [getattr(each, what)(*arguments) for each in self._objects]

    def close(self) -> None:
        self._objects = []


class Processes:
    """A process for each part. Where the system can fork, parts are not copied; elsewhere they are sent."""

    def __init__(self, make: Make, parts: Sequence[object]) -> None:
        way = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
        context = multiprocessing.get_context(way)
        self._lines: list[Connection] = []
        self._running = []
        for part in parts:
            ours, theirs = context.Pipe()
            process = context.Process(target=_serve, args=(make, part, theirs), daemon=True)  # type: ignore[attr-defined]
            process.start()
            theirs.close()
            self._lines.append(ours)
            self._running.append(process)

    def ask(self, what: str, *arguments: object) -> list[Any]:
        for line in self._lines:
            line.send((what, arguments))
        # All answers are taken before an error is raised: the next question must not meet an old answer.
        answers = [line.recv() for line in self._lines]
        for well, answer in answers:
            if not well:
                raise answer
        return [answer for _, answer in answers]

    def close(self) -> None:
        for line, process in zip(self._lines, self._running, strict=True):
            # A closed line is not enough: processes forked later hold a copy of its end.
            line.send(None)
            process.join()
            line.close()
        self._lines, self._running = [], []


def _serve(make: Make, part: object, line: Connection) -> None:
    held = make(part)
    while True:
        try:
            asked = line.recv()
        except EOFError:
            return
        if asked is None:
            return
        what, arguments = asked
        try:
            line.send((True, getattr(held, what)(*arguments)))
        except Exception as error:
            line.send((False, error))


def over_dask(client: Any) -> Engine:
    """Parts with the workers of a Dask cluster, as actors; `client` is a `dask.distributed.Client`.

    The extra "scale" brings Dask. A worker that is lost takes its part along: then the count ends in Dask's error
    and is begun anew; it never goes on without those papers.
    """

    class WithWorkers:
        def __init__(self, make: Make, parts: Sequence[object]) -> None:
            # The papers go to the workers by turns first; within the question they would pass through the scheduler.
            laid = client.scatter(list(parts), hash=False)
            futures = [client.submit(make, part, actor=True, pure=False) for part in laid]
            self._actors = [each.result() for each in futures]

        def ask(self, what: str, *arguments: object) -> list[Any]:
            asked = [getattr(each, what)(*arguments) for each in self._actors]
            return [each.result() for each in asked]

        def close(self) -> None:
            self._actors = []

    return WithWorkers
