"""A data file to its figures, with earlier rounds and the reports of units below."""
