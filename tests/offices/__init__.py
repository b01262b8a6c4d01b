"""What offices are called, by their days."""
