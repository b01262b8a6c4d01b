"""The inspection: text to declared types."""
