"""A round played through the whole program, and papers of unusual length."""
