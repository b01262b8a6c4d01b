"""Plates: parts of a Word template that were proven once, and print by putting texts in a row."""
