"""Templates: what they may name and use, what they may cost, and the sandbox they run in."""
