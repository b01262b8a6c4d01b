"""PDF: a page of HTML laid out by WeasyPrint, looked over as it stands, and written for the archive."""
