"""Make many products at once, on the cores that are there.

Each worker is a fork of this process: it has the parsed edition already and hands back nothing but names and sizes.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path

from rift.publish.folder import write
from rift.publish.product import Bundle, Product

# Fewer products than these are made sooner than a worker is started.
FEW = 40
MOST_WORKERS = 4
CHUNK = 6

_at_work: tuple[Sequence[Product | Bundle], Path] = ((), Path())


def write_all(products: Sequence[Product | Bundle], folder: Path) -> list[list[tuple[str, int]]]:
    """Make every product and write its files below ``folder``; their paths and sizes, product by product.

    Raises what a product's ``make`` raises.
    """
    global _at_work
    _at_work = (products, folder)
    workers = min(os.cpu_count() or 1, MOST_WORKERS)
    if len(products) < FEW or workers < 2 or "fork" not in get_all_start_methods():
        return [_write(number)[1] for number in range(len(products))]
    longest_first = sorted(range(len(products)), key=lambda k: not isinstance(products[k], Bundle))
    with get_context("fork").Pool(workers) as pool:
        made = dict(pool.imap_unordered(_write, longest_first, CHUNK))
    return [made[number] for number in range(len(products))]


def _write(number: int) -> tuple[int, list[tuple[str, int]]]:
    products, folder = _at_work
    done = []
    for path, data in products[number].files():
        write(folder / path, data)
        done.append((path, len(data)))
    return number, done
