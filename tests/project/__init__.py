"""What the project promises of itself: its documents, its installation, how its faults are found."""
