"""``python -m evaluation`` (in ``tests/``): print the figures, their misses, and set floors."""

from __future__ import annotations

import argparse

from . import floors
from .measure import measure


def main() -> None:
    parser = argparse.ArgumentParser(prog="evaluation", description="Measure the edition against the gold.",
                                     epilog="example: python -m evaluation --misses 5 --raise speakers corrections")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="list so many misses of each figure")
    parser.add_argument("--raise", dest="up", nargs="*", metavar="PART", help="raise the floors of figures whose names have a part (all, if none is given)")
    parser.add_argument("--lower", action="store_true", help="set all floors to what is reached, also lower ones")
    wanted = parser.parse_args()
    figures = measure()
    print(f"{'figure':34} {'gold':>5} {'prec.':>6} recall")
    for figure in figures:
        print(figure)
        for kind, misses in (("missed", figure.missed), ("extra", figure.extra if figure.negatives else [])):
            print("".join(f"    {kind:7}{miss}\n" for miss in misses[:wanted.misses]), end="")
    if wanted.lower:
        floors.write({figure.name: floors.reached(figure) for figure in figures})
    elif wanted.up is not None:
        floors.write(floors.raised(floors.read().figures, figures, wanted.up))


main()
