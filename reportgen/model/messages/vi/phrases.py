"""Phrases by their English: what stands inside messages, places and explanations."""

PHRASES: dict[str, str] = {}
