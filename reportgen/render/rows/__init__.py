"""Long tables: the engine lays out their head and a few of their rows, all rows are set and drawn here."""
