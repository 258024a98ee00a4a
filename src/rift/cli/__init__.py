"""The command ``rift``: thin, one function a command."""

from rift.cli.commands import main

__all__ = ["main"]
