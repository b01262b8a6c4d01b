"""What papers get that no page shows."""
