"""Keepers are added on the command line, by whoever can read the data folder."""

from __future__ import annotations

from pathlib import Path

from tests.node.nodes import Served, run, script


def test_a_second_keeper_can_be_added(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with Served(data):
        for number, name in enumerate(["ana", "bo"]):
            done = run("keeper", name, "--data", data, "--password", "a long enough phrase")
            assert done.returncode == 0, done.stderr
            assert f"with {number} others" in done.stdout
        taken = run("keeper", "ana", "--data", data, "--password", "a long enough phrase")
        short = run("keeper", "cy", "--data", data, "--password", "short")
        odd = run("keeper", "with space", "--data", data, "--password", "a long enough phrase")
    for done, sentence in ((taken, "already"), (short, "too short"), (odd, "username")):
        assert done.returncode == 1
        assert sentence in done.stderr
    code = "from django.contrib.auth.models import User\n"
    code += "print([(u.username, u.is_staff, u.check_password('a long enough phrase'), u.email) for u in "
    code += "User.objects.order_by('username')])"
    assert script(data, code).stdout.strip() == "[('ana', True, True, ''), ('bo', True, True, '')]"


def test_a_command_on_no_node_says_so(tmp_path: Path) -> None:
    for words in (["keeper", "ana", "--password", "x"], ["backup", "--out", "b.tar"], ["bodies"], ["resume"]):
        done = run(*words, "--data", tmp_path / "none")
        assert done.returncode == 2
        assert "no node" in done.stderr
        assert not (tmp_path / "none").exists()
