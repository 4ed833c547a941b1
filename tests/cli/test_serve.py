"""Serve pages from the command line."""

from __future__ import annotations

import contextlib
import gc
import platform
import re
import signal
import socket
import subprocess
import sys
import urllib.request

import pytest

from argmap.cli.serve import listen, settle
from argmap.errors import ArgmapError
from tests.cli.conftest import process


@contextlib.contextmanager
def serving(*arguments):
    """Start a server and give its address, from the line it prints."""
    with process("serve", "--port", "8731", *arguments) as served:
        try:
            for line in served.stderr:
                if match := re.search(r"argmap is at (http://\S+)", line):
                    break
            else:
                pytest.fail(f"no address was printed: {served.communicate()}")
            yield match[1]
        finally:
            served.send_signal(signal.SIGTERM)
            served.communicate(timeout=60)


def get(address):
    with urllib.request.urlopen(address, timeout=60) as answer:
        return answer.status, answer.read().decode()


def test_store_is_served_at_the_address_printed(instance):
    with serving() as address:
        status, page = get(f"{address}small/claims/promise")

    assert status == 200
    assert "<svg" in page
    assert "Обещание" in page


def test_first_start_serves_the_shipped_corpora(empty_instance):
    with serving() as address:
        shelf = get(address)[1]

    assert "/russia-nato/" in shelf
    assert "/end-of-the-dinosaurs/" in shelf


def test_corpus_that_the_owner_loaded_is_served_beside_them(instance):
    with serving() as address:
        assert "/small/" in get(address)[1]


def test_busy_port_moves_to_the_next_free_one():
    with listen("127.0.0.1", 8741) as first, listen("127.0.0.1", 8741) as second:
        assert second.getsockname()[1] > first.getsockname()[1]


def test_no_free_port_is_said():
    with listen("127.0.0.1", 65535) as last:
        assert last.getsockname()[1] == 65535
        with pytest.raises(ArgmapError, match=r"65535 .* taken"):
            listen("127.0.0.1", 65535)


def test_address_of_another_machine_is_refused():
    with pytest.raises(ArgmapError, match=r"Cannot serve at 192\.0\.2\.1"):
        listen("192.0.2.1", 8741)


@pytest.mark.parametrize("host", ["no-such-host.invalid", "a..b", "\udcff"])
def test_name_that_nobody_has_is_refused(host):
    with pytest.raises(ArgmapError, match="Cannot serve at"):
        listen(host, 8741)


@pytest.mark.skipif(not socket.has_ipv6, reason="no IPv6")
def test_ipv6_is_served_too():
    try:
        listener = listen("::1", 8751)
    except ArgmapError:
        pytest.skip("this machine has no IPv6 address")
    with listener:
        assert listener.family == socket.AF_INET6


def test_watch_needs_a_folder(run, empty_instance):
    outcome = run("serve", "--watch")

    assert outcome.code == 2
    assert "argmap serve FOLDER --watch" in outcome.err


def test_folder_is_served_straight_and_nothing_is_stored(run, empty_instance, tmp_path):
    run("new", tmp_path / "crane")
    with serving(tmp_path / "crane") as address:
        assert get(f"{address}crane/")[0] == 200

    assert not (empty_instance / "argmap.db").exists()


def test_broken_folder_is_not_served_without_the_desk(run, empty_instance, tmp_path):
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "a.yaml").write_text("claims: none\n")

    outcome = run("serve", tmp_path / "broken")

    assert outcome.code == 1
    assert "a.yaml:1:" in outcome.err


def test_desk_shows_each_saved_change_and_each_problem(run, empty_instance, tmp_path):
    run("new", tmp_path / "crane")
    file = tmp_path / "crane" / "00-corpus.yaml"
    with serving(tmp_path / "crane", "--watch") as address:
        before = get(f"{address}crane/")[1]
        file.write_text(file.read_text("utf-8").replace("old crane at Larkhaven", "new ferry"))
        after = get(f"{address}crane/")[1]
        (tmp_path / "crane" / "20-slip.yaml").write_text("claims:\n- id: a\n  txt: b\n")
        broken = get(f"{address}crane/")[1]

    assert "new ferry" not in before
    assert "new ferry" in after
    assert "20-slip.yaml" in broken
    assert "new ferry" in broken


def test_settled_server_collects_only_what_requests_leave():
    threshold = gc.get_threshold()
    try:
        settle()
        kept, each_time = gc.get_freeze_count(), gc.get_threshold()[0]
    finally:
        gc.unfreeze()
        gc.set_threshold(*threshold)

    assert kept > 10_000
    assert each_time > threshold[0]


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="needs glibc")
def test_settled_server_keeps_the_memory_of_one_large_page_for_the_next():
    counted = subprocess.run(
        [sys.executable, "-c", _FAULTS_OF_A_SECOND_PAGE],
        capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert int(counted.stdout) < 1000


_FAULTS_OF_A_SECOND_PAGE = """
import resource
from argmap.cli.serve import settle

def page():
    return [b"x" * (8 << 20) for _ in range(3)]

def faults():
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt

settle()
page()
before = faults()
page()
print(faults() - before)
"""
