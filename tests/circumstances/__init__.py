"""What may be wrong with a machine, a folder or the moment, for the examples of messages."""
