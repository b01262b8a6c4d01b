"""Stamps: a page laid out once, then printed with other words, proven to the engine's own bytes."""
