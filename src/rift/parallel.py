"""Work side by side, on the cores that are there.

Each worker is a fork of this process: it has in memory what this one has, and hands back its result only. Where the
system cannot fork, or has one core, the same is done here, one after another.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import ExitStack, contextmanager
from multiprocessing import get_all_start_methods, get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import Any, TypeVar

T = TypeVar("T")
MOST = 4  # processes; more wait for the disk and for each other


def processes() -> int:
    """How many processes can work at once; 1 where the system cannot fork."""
    return min(os.cpu_count() or 1, MOST) if "fork" in get_all_start_methods() else 1


def each(call: Callable[[int], T], numbers: Sequence[int], chunk: int = 1) -> dict[int, T]:
    """What ``call`` gives for each number, begun in this order. Every process takes ``chunk`` numbers at a time, and fewer
    when few are left, so that all end together.

    This process works too: every further one copies what it touches of the memory that they share. The results must be
    data that can be pickled. Raises what ``call`` raises.
    """
    count = min(processes(), -(-len(numbers) // chunk))
    if count < 2:
        return {number: call(number) for number in numbers}
    taken = get_context("fork").Value("i", 0)

    def work() -> dict[int, T]:
        done = {}
        while True:
            with taken.get_lock():
                start = taken.value
                end = start + min(chunk, -(-(len(numbers) - start) // (2 * count)))
                taken.value = end
            if start >= len(numbers):
                return done
            done |= {number: call(number) for number in numbers[start:end]}

    with ExitStack() as stack:
        others = [stack.enter_context(beside(work)) for _ in range(count - 1)]
        done = work()
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
    value, error = receiving.recv()
    if error is not None:
        raise error
    return value
