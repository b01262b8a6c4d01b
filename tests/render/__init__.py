"""The press: Word and PDF."""
