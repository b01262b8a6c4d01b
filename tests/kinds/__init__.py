"""A kind: its folder read, and made sense of."""
