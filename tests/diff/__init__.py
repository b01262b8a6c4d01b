"""What changed between two data files, or two papers."""
