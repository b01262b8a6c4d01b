"""Any finished file held against the decree."""
