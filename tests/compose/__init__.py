"""The layout desk: wording, what templates may name, file names."""
