"""Workbooks for people: what they are given to fill in with Excel, and the form of it."""
