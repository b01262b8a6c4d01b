"""What templates may name, use and cost."""
