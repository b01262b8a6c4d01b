"""Any paper, held against its signatures, the office's register, and what it carries of itself.

``examine`` reads files, which may be anybody's, in a process of its own (``examiner``); ``judge`` holds what
that found against the register. Nothing is imported here: that process shall begin at once.
"""
