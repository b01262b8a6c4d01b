"""Many papers: planned, printed in workers and on other machines, written, bound."""
