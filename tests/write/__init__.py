"""The loading dock: whole or not at all."""
