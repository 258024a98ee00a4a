"""Work side by side, on the cores that are there.

Each worker is a fork of this process: it has in memory what this one has, and hands back its result only. Where the
system cannot fork, or has one core, the same is done here, one after another.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from multiprocessing import get_all_start_methods, get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import Any, TypeVar

T = TypeVar("T")
MOST = 4  # processes; more wait for the disk and for each other


def processes() -> int:
    """How many processes can work at once; 1 where the system cannot fork."""
    return min(os.cpu_count() or 1, MOST) if "fork" in get_all_start_methods() else 1


def each(call: Callable[[int], T], numbers: Sequence[int], chunk: int = 1, meanwhile: Callable[[], object] = lambda: None) -> dict[int, T]:
    """What ``call`` gives for each number, begun in this order. Every process takes ``chunk`` numbers at a time, and fewer
    when few are left, so that all end together.

    This process works too: every further one copies what it touches of the memory that they share. The others begin with
    the first numbers; when none is left for this one, it calls ``meanwhile`` before it waits. The results must be data that
    can be pickled. Raises what ``call`` raises.
    """
    count = max(min(processes(), -(-len(numbers) // chunk)), 1)
    if count < 2:
        done = {number: call(number) for number in numbers}
        meanwhile()
        return done
    taken = get_context("fork").Value("i", (count - 1) * chunk)

    def take() -> tuple[int, int]:
        with taken.get_lock():
            start = taken.value
            taken.value = end = start + min(chunk, max(-(-(len(numbers) - start) // (2 * count)), 1))
        return start, end

    def work(start: int, end: int) -> dict[int, T]:
        done = {}
        while start < len(numbers):
            done |= {number: call(number) for number in numbers[start:end]}
            start, end = take()
        return done

    with ExitStack() as stack:
        first = [(other * chunk, (other + 1) * chunk) for other in range(count - 1)]
        others = [stack.enter_context(beside(partial(work, *part))) for part in first]
        done = work(*take())
        meanwhile()
        for other in others:
            done |= other()
    return done


@contextmanager
def beside(call: Callable[[], T]):
    """Run ``call`` beside the block; yields a function that waits for its result, or raises what ``call`` raised.

    A block that ends without asking, or with an error, ends the work.
    """
    if processes() < 2:
        yield call
        return
    context = get_context("fork")
    receiving, sending = context.Pipe(duplex=False)
    process = context.Process(target=_answer, args=(call, sending))
    process.start()
    sending.close()
    try:
        yield lambda: _result(receiving)
    finally:
        process.terminate()
        process.join()
        receiving.close()


def _answer(call: Callable[[], Any], sending) -> None:
    Thread(target=_end_with_parent, daemon=True).start()
    try:
        answer = (call(), None)
    except BaseException as error:  # noqa: BLE001 (whatever it is, the process that asked raises it)
        answer = (None, error)
    sending.send(answer)
    sending.close()


def _end_with_parent() -> None:
    """A process whose parent was killed ends at once: what it would still write may be in the way of the next build."""
    wait([parent_process().sentinel])
    os._exit(1)


def _result(receiving):
    try:
        value, error = receiving.recv()
    except EOFError:
        raise RuntimeError("a worker process ended before it had answered: it was killed, or memory is short") from None
    if error is not None:
        raise error
    return value
