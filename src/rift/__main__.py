"""``python -m rift``."""

from rift.cli import main

main()
