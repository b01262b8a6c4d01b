"""What the program must do, in folders that are called as its rooms are.

A test stands where that stands which it is about: tests/load/test_csv.py is about reportgen/load/csv.py and
tests/test_fill.py about reportgen/fill.py. What goes through several rooms is where the last of them is;
through all of them, in ``whole``. What the project says of itself is held against it in ``project``. A module
that helps tests is beside them, or in ``helpers`` where several folders use it.

Examples are texts beside the tests that play them: ``errors`` has one of every message, ``hostile`` one of
every attack, ``whole/round`` what a round's steps say. ``pytest --update`` writes anew what is said in them.
"""
