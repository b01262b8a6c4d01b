"""A paper's life: approved, issued, filed, signed, proven by its code."""
