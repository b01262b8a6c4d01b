"""The counting room: formulas, grouping, rounding, and why."""
