"""Word papers from plates."""
