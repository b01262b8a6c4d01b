"""Random files for all that reads what others wrote."""
