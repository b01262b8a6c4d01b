"""The front door: arguments in, words and exit codes out."""
