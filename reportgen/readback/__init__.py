"""The reading room: what a finished file shows, whoever made it."""
