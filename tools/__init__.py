"""Tools that keep the project; none of them is part of the program."""
