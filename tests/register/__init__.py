"""The register: its file, its server, and who tampers with them."""
