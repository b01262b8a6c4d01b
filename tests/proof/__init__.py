"""Finished files held against PDF/A, PDF/UA and OOXML."""
