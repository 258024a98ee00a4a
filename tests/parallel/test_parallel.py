"""Work on several cores: results, errors and ends, with real processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from rift import parallel
from rift.diagnostics import Place, Problem, finding
from rift.parallel import beside, each


@pytest.fixture(params=[1, 3], ids=["one process", "several"])
def processes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(parallel, "processes", lambda: request.param)
    return request.param


@pytest.mark.parametrize("chunk", [1, 4, 100])
def test_every_number_is_answered(processes: int, chunk: int) -> None:
    assert each(lambda number: number * number, range(50), chunk) == {number: number * number for number in range(50)}


def test_nothing_to_do(processes: int) -> None:
    assert each(lambda number: number, []) == {}


def test_several_processes_take_part(processes: int) -> None:
    def slowly(_: int) -> int:
        time.sleep(0.05)
        return os.getpid()
    assert len(set(each(slowly, range(12)).values())) == processes


@pytest.mark.parametrize("bad", [0, 11])
def test_a_problem_comes_whole_whoever_meets_it(processes: int, bad: int) -> None:
    def fail(number: int) -> int:
        if number == bad:
            raise Problem(finding("EDN-003", Place("tei/x.xml", 3), text="x"), exit_code=2)
        return number
    with pytest.raises(Problem) as caught:
        each(fail, range(12))
    assert (caught.value.finding.place, caught.value.exit_code) == (Place("tei/x.xml", 3), 2)


def test_meanwhile_something_else(processes: int) -> None:
    """It is done here, so that what it leaves in memory stays."""
    left = []
    assert each(lambda number: number, range(5), meanwhile=lambda: left.append(os.getpid())) == {n: n for n in range(5)}
    assert left == [os.getpid()]


def test_beside_a_block(processes: int) -> None:
    with beside(lambda: os.getpid()) as answer:
        assert (answer() == os.getpid()) == (processes == 1)


def test_what_is_beside_may_work_with_others(processes: int) -> None:
    with beside(lambda: each(abs, range(-9, 0))) as answer:
        assert answer() == {number: -number for number in range(-9, 0)}


def test_an_error_beside_is_raised_where_it_is_asked_for(processes: int) -> None:
    with beside(lambda: 1 // 0) as answer, pytest.raises(ZeroDivisionError):
        answer()


def test_a_worker_that_is_killed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "processes", lambda: 2)
    with beside(lambda: os.kill(os.getpid(), signal.SIGKILL)) as answer, pytest.raises(RuntimeError, match="a worker process ended"):
        answer()


def test_a_block_that_fails_does_not_wait_for_what_is_beside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "processes", lambda: 2)
    start = time.perf_counter()
    with pytest.raises(ValueError, match="enough"), beside(lambda: time.sleep(30)):
        raise ValueError("enough")
    assert time.perf_counter() - start < 10


def test_a_killed_process_takes_the_others_along(tmp_path: Path) -> None:
    """Two are at work beside it, one of them inside a step that takes long."""
    script = """
import sys, time
from pathlib import Path
from rift import parallel
parallel.processes = lambda: 3
def write(number):
    for at in range(1000):
        (Path(sys.argv[1]) / f"{number}").write_text(str(at))
        time.sleep(0.01)
parallel.each(write, range(30))
"""
    process = subprocess.Popen([sys.executable, "-c", script, str(tmp_path)])
    while len(list(tmp_path.iterdir())) < 3:
        time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.wait()
    time.sleep(0.5)
    before = {path: path.read_text() for path in tmp_path.iterdir()}
    time.sleep(0.5)
    assert {path: path.read_text() for path in tmp_path.iterdir()} == before
