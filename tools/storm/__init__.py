"""Papers in a storm: every command of their lives killed at any moment (``python -m tools.storm``)."""
