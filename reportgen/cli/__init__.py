"""The front door: arguments in, words and exit codes out."""

from reportgen.cli.app import main

__all__ = ["main"]
