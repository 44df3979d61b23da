"""`symbiosis up`: it starts, answers, and stops; what it cannot do it says in a sentence."""

from __future__ import annotations

import os
import signal
import socket
import stat
import urllib.request
from pathlib import Path

import pytest

from tests.node.nodes import Served, free_port, run


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_answers_and_a_signal_ends_all_of_it(tmp_path: Path, number: signal.Signals) -> None:
    with Served(tmp_path / "data") as node:
        assert len(node.processes()) == 3  # the one that serves, its worker, the one that tends
        os.kill(node.process.pid, number)
        assert node.process.wait(timeout=10) in (0, 130, -number)
        assert node.gone(5)
        said = node.said()
    assert f"Symbiosis is at {node.url}" in said
    assert "Found a body" in said


def test_a_killed_server_leaves_no_worker(tmp_path: Path) -> None:
    with Served(tmp_path / "data") as node:
        node.process.kill()
        node.process.wait(timeout=10)
        assert node.gone(10)
    with Served(tmp_path / "data"):
        pass


def test_one_folder_is_served_once(tmp_path: Path) -> None:
    with Served(tmp_path / "data"):
        second = run("up", "--data", tmp_path / "data", "--port", str(free_port()))
    assert second.returncode == 1
    assert "serves" in second.stderr
    assert "Traceback" not in second.stderr


def test_what_lies_in_the_data_folder_is_the_keepers_alone(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir(mode=0o755)
    with Served(data):
        for path in data.rglob("*"):
            assert not path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO), path


def test_headers_are_strict_and_nobody_is_logged(tmp_path: Path) -> None:
    with Served(tmp_path / "data") as node:
        with urllib.request.urlopen(node.url + "/health") as answer:
            policy = dict(
                each.strip().split(" ", 1) for each in answer.headers["Content-Security-Policy"].split(";")
            )
            assert policy["default-src"] == "'none'"
            assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
            assert policy["style-src"] == policy["form-action"] == "'self'"
            assert "unsafe" not in answer.headers["Content-Security-Policy"]
            assert answer.headers["Referrer-Policy"] in ("no-referrer", "same-origin")
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert "Set-Cookie" not in answer.headers
        with pytest.raises(urllib.request.HTTPError) as missing:
            urllib.request.urlopen(node.url + "/join/A-CODE-THAT-WAS-MISTYPED")
        assert missing.value.code == 409
        missing.value.close()
        wrong = urllib.request.Request(node.url + "/health", headers={"Host": "elsewhere.example"})
        with pytest.raises(urllib.request.HTTPError) as refused:
            urllib.request.urlopen(wrong)
        assert refused.value.code == 400
        refused.value.close()
        node.process.terminate()
        said = node.said()
    assert "A-CODE" not in said
    assert "elsewhere" not in said
    # The address of the node itself is printed once; no other is.
    assert said.replace(node.url, "").count("127.0.0.1") == 0


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--host", "0.0.0.0", "--example"], "sign-in links for everyone"),
        (["--public-url", "https://x.example", "--example"], "sign-in links for everyone"),
        (["--host", "0.0.0.0"], "--public-url"),
        (["--host", "0.0.0.0", "--public-url", "ftp://x"], "--public-url"),
        (["--public-url", "https://x.example/below"], "--public-url"),
        (["--port", "0"], "--port"),
        (["--host", "198.51.100.7", "--public-url", "https://x.example"], "cannot be had"),
    ],
)
def test_what_cannot_be_served_is_refused_before_anything_is_made(
    tmp_path: Path, words: list[str], sentence: str
) -> None:
    done = run("up", "--data", tmp_path / "data", *words)
    assert done.returncode in (1, 2)
    assert sentence in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("words", [["--host", "0.0.0.0"], []])
def test_a_folder_with_the_example_is_not_shown_to_others(tmp_path: Path, words: list[str]) -> None:
    (tmp_path / "example").write_text("loaded")
    done = run("up", "--data", tmp_path, "--public-url", "https://x.example", *words)
    assert done.returncode == 1
    assert "sign-in links for everyone" in " ".join(done.stderr.split())
    assert [each.name for each in tmp_path.iterdir()] == ["example"]


def test_a_port_in_use_is_said(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        done = run("up", "--data", tmp_path / "data", "--port", port)
    assert done.returncode == 1
    assert f"port {port}" in done.stderr
