"""``python -m rift``."""

from rift.cli import main

if __name__ == "__main__":
    main()
