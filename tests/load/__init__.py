"""The receiving room: files to text with addresses."""
