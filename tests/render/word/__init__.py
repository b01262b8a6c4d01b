"""Word templates, filled as a tree."""
