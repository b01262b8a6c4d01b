"""What all rooms share: names, and the catalogue of messages."""
