"""Long tables written row by row."""
