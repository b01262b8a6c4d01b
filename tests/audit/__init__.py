"""Finished papers held against their manifests, and against data."""
