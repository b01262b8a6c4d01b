"""PDF laid out by the engine."""
