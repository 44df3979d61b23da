"""Backups are whole or refused, and a restored node signs nothing that could fork a record."""

from __future__ import annotations

import io
import json
import os
import random
import shutil
import sqlite3
import tarfile
from pathlib import Path

import pytest

from tests.node.nodes import Served, fill, free_port, run, script
from tests.postgresql import new_database

ACT = """
import time
from symbiosis.store import reader
from symbiosis.actions.perform import perform
from symbiosis.actions import folds
body = next(each for each in reader.bodies() if folds.caught_up(each).book is not None)
receipt = perform(body, "MemberAdmitted", {"token": "%032x" % %d}, at=int(time.time()), by=%r)
print(receipt.body, receipt.index)
"""
BODIES = """
from symbiosis.store import reader, writer
from symbiosis.record import identity
for body in reader.bodies():
    print(body, reader.size(identity.board_origin(body)))
"""


def act(number: int) -> str:
    """Lines that admit a member."""
    return ACT.replace("%d", str(number)).replace("%r", "'secretary'")


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a node with scenario A in it. Tests that change it take a copy."""
    data = tmp_path_factory.mktemp("node") / "data"
    fill(data)
    return data


@pytest.fixture(scope="module")
def saved(node: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its backup."""
    file = tmp_path_factory.mktemp("backup") / "node.tar"
    done = run("backup", "--data", node, "--out", file)
    assert done.returncode == 0, done.stderr
    return file


def bodies(data: Path, **more: str) -> dict[str, int]:
    """The size of each body's board, by id."""
    done = script(data, BODIES, **more)
    assert done.returncode == 0, done.stderr
    return {line.split()[0]: int(line.split()[1]) for line in done.stdout.splitlines()}


def exported(data: Path, folder: Path) -> list[Path]:
    """The bundles of all bodies of a node, books included."""
    files = []
    for body in bodies(data):
        files.append(folder / f"{body}.bundle")
        done = run("export", body, "--data", data, "--out", files[-1], "--book")
        assert done.returncode == 0, done.stderr
    return files


def test_a_backup_holds_what_it_must_and_nothing_else(saved: Path) -> None:
    assert saved.stat().st_mode & 0o077 == 0
    with tarfile.open(saved) as tar:
        members = {member.name: member for member in tar.getmembers()}
    assert set(members) == {"manifest.json", "secret", "node.sqlite3"}
    assert all(member.isfile() and not member.uname for member in members.values())
    assert not [path for path in saved.parent.iterdir() if path != saved]


def test_keys_of_closed_votes_are_not_in_it(node: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(node, data)
    key = data / "vote-keys" / "body" / "voting"
    key.parent.mkdir(parents=True)
    key.write_bytes(os.urandom(32))
    row = "INSERT INTO store_sealedvote (body, voting, slot, sealed) VALUES ('b', 'v', 's', x'00')"
    with sqlite3.connect(data / "node.sqlite3") as database:
        database.execute(row)
    database.close()
    assert run("backup", "--data", data, "--out", tmp_path / "b.tar").returncode == 0
    assert key.read_bytes() not in (tmp_path / "b.tar").read_bytes()
    done = run("restore", tmp_path / "b.tar", "--data", tmp_path / "again")
    assert done.returncode == 0, done.stderr
    assert "1 closed votes" in done.stdout
    with sqlite3.connect(tmp_path / "again" / "node.sqlite3") as database:
        assert database.execute("SELECT count(*) FROM store_sealedvote").fetchone() == (0,)
    database.close()


def test_a_restored_node_is_the_same_and_signs_nothing_until_it_may(
    node: Path, saved: Path, tmp_path: Path
) -> None:
    data = tmp_path / "new" / "data"
    done = run("restore", saved, "--data", data)
    assert done.returncode == 0, done.stderr
    assert bodies(data) == bodies(node)
    files = exported(data, tmp_path)
    assert run("verify", *files).returncode == 0

    refused = script(data, act(1))
    assert refused.returncode != 0
    assert "Unavailable" in refused.stderr
    assert bodies(data) == bodies(node)

    unsure = run("resume", "--data", data)
    assert unsure.returncode == 1
    assert "--none-newer" in unsure.stderr
    some = run("resume", "--data", data, "--checkpoint", files[0])
    assert some.returncode == 1
    assert files[1].stem in some.stderr
    assert files[0].stem not in some.stderr

    every = [word for file in files for word in ("--checkpoint", str(file))]
    done = run("resume", "--data", data, *every)
    assert done.returncode == 0, done.stderr
    accepted = script(data, act(1))
    assert accepted.returncode == 0, accepted.stderr
    assert "has resumed already" in run("resume", "--data", data).stdout


def test_a_newer_checkpoint_keeps_a_restored_node_silent(node: Path, saved: Path, tmp_path: Path) -> None:
    ahead = tmp_path / "ahead"
    shutil.copytree(node, ahead)
    done = script(ahead, act(7))
    assert done.returncode == 0, done.stderr
    body = done.stdout.split()[0]
    newer = tmp_path / "newer.bundle"
    assert run("export", body, "--data", ahead, "--out", newer, "--book").returncode == 0
    data = tmp_path / "data"
    assert run("restore", saved, "--data", data).returncode == 0

    for words in ([], ["--none-newer"]):
        refused = run("resume", "--data", data, "--checkpoint", newer, *words)
        assert refused.returncode == 1
        assert "fork" in refused.stderr
        assert (data / "restored").exists()

    # The same from paper: three lines, typed.
    paper = tmp_path / "paper.txt"
    paper.write_text(f"body/{body}/board\n999\n{'A' * 43}=\r\n")
    assert "fork" in run("resume", "--data", data, "--checkpoint", paper, "--none-newer").stderr

    # Another history of the same length.
    assert run("export", body, "--data", data, "--out", tmp_path / "same.bundle").returncode == 0
    size = bodies(data)[body]
    paper.write_text(f"body/{body}/board\n{size}\n{'A' * 43}=\n")
    refused = run("resume", "--data", data, "--checkpoint", paper, "--none-newer")
    assert refused.returncode == 1
    assert "another history" in refused.stderr
    paper.write_bytes(random.Random(1).randbytes(300))
    refused = run("resume", "--data", data, "--checkpoint", paper, "--none-newer")
    assert refused.returncode == 1
    assert "neither a bundle nor a checkpoint" in refused.stderr
    assert (data / "restored").exists()


def test_restored_and_served_it_says_so(saved: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    assert run("restore", saved, "--data", data).returncode == 0
    with Served(data) as node:
        node.process.terminate()
        assert "symbiosis resume" in node.said()


def test_a_backup_while_it_is_served(node: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(node, data)
    with Served(data):
        assert run("backup", "--data", data, "--out", tmp_path / "b.tar").returncode == 0
    assert run("restore", tmp_path / "b.tar", "--data", tmp_path / "again").returncode == 0
    assert bodies(tmp_path / "again") == bodies(data)


def test_restore_never_touches_a_folder_in_use(node: Path, saved: Path) -> None:
    before = sorted(path.name for path in node.iterdir())
    done = run("restore", saved, "--data", node)
    assert done.returncode == 1
    assert "not empty" in done.stderr
    assert sorted(path.name for path in node.iterdir()) == before


def test_a_damaged_backup_is_refused_and_leaves_nothing(saved: Path, tmp_path: Path) -> None:
    """In this process, for speed: every kind of damage, at many places."""
    from symbiosis.errors import Unsound
    from symbiosis.node.backup import unpack

    whole = saved.read_bytes()
    chance = random.Random(20261123)
    damaged = [whole[:cut] for cut in (0, 1, 511, 512, 700, 1024, 4096, len(whole) // 2, len(whole) - 20_000)]
    # Inside the parts: what tar pads with between them carries nothing.
    with tarfile.open(saved) as tar:
        spans = [(member.offset_data, member.size) for member in tar.getmembers()]
    for start, size in spans:
        for _ in range(8):
            place = start + chance.randrange(size)
            damaged.append(whole[:place] + bytes([whole[place] ^ 0x01]) + whole[place + 1 :])
    damaged += [b"not a tar", _tar({"manifest.json": b"[]"}), _tar({"manifest.json": b'{"database": "x"}'})]
    evil = {"symbiosis backup": 1, "database": "sqlite", "files": {"../evil": {}, "secret": {}}}
    damaged.append(_tar({"manifest.json": json.dumps(evil).encode(), "../evil": b"x", "secret": b"y"}))
    for content in damaged:
        file = tmp_path / "damaged.tar"
        file.write_bytes(content)
        with pytest.raises(Unsound):
            unpack(file, tmp_path / "data", "sqlite")
        assert [path.name for path in tmp_path.iterdir()] == ["damaged.tar"]


def _tar(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar:
        for name, content in parts.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
    return out.getvalue()


def test_what_the_command_says_of_a_damaged_backup(tmp_path: Path) -> None:
    (tmp_path / "b.tar").write_bytes(b"not a tar")
    for file in (tmp_path / "b.tar", tmp_path / "missing.tar"):
        done = run("restore", file, "--data", tmp_path / "data")
        assert done.returncode == 1
        assert "cannot be read as a backup" in done.stderr
        assert "Traceback" not in done.stderr


def test_an_upgrade_makes_a_backup_first(node: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(node, data)
    # As after an upgrade: the code has a migration (of the sessions, here) that the data has not seen.
    with sqlite3.connect(data / "node.sqlite3") as database:
        database.execute("DELETE FROM django_migrations WHERE app = 'sessions'")
        database.execute("DROP TABLE django_session")
    database.close()
    with Served(data) as served:
        served.process.terminate()
        assert "Backup before the upgrade" in served.said()
    made = data / "backups" / "before-upgrade-1.tar"
    assert run("restore", made, "--data", tmp_path / "again").returncode == 0
    assert bodies(tmp_path / "again") == bodies(node)
    with Served(data) as served:
        served.process.terminate()
        assert "Backup" not in served.said()


def test_older_code_leaves_newer_data_alone(node: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(node, data)
    with sqlite3.connect(data / "node.sqlite3") as database:
        database.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('store', '9999_later', '2026-11-23')"
        )
    database.close()
    done = run("up", "--data", data, "--port", str(free_port()))
    assert done.returncode == 1
    assert "newer Symbiosis" in done.stderr


def test_on_postgresql(postgresql: str, tmp_path: Path) -> None:
    url = new_database(postgresql, "backed_up")
    data = tmp_path / "data"
    fill(data, DATABASE_URL=url)
    assert not (data / "node.sqlite3").exists()
    file = tmp_path / "b.tar"
    done = run("backup", "--data", data, "--out", file, DATABASE_URL=url)
    assert done.returncode == 0, done.stderr

    wrong = run("restore", file, "--data", tmp_path / "again")
    assert wrong.returncode == 1
    assert "PostgreSQL" in wrong.stderr
    full = run("restore", file, "--data", tmp_path / "again", DATABASE_URL=url)
    assert full.returncode == 1
    assert "not empty" in full.stderr
    assert not (tmp_path / "again").exists()

    new = new_database(postgresql, "restored")
    done = run("restore", file, "--data", tmp_path / "again", DATABASE_URL=new)
    assert done.returncode == 0, done.stderr
    assert bodies(tmp_path / "again", DATABASE_URL=new) == bodies(data, DATABASE_URL=url)
    assert "Unavailable" in script(tmp_path / "again", act(1), DATABASE_URL=new).stderr
    assert run("resume", "--data", tmp_path / "again", "--none-newer", DATABASE_URL=new).returncode == 0
    done = script(tmp_path / "again", act(1), DATABASE_URL=new)
    assert done.returncode == 0, done.stderr
    with Served(tmp_path / "again", DATABASE_URL=new):
        pass
