"""PDF papers stamped from a frozen page."""
