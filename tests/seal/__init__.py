"""Keys, signatures and time stamps."""
