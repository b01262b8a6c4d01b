"""Numbers in sentences, held against the figures they name."""
