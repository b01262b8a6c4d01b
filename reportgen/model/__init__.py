"""The words every room shares: plain records, no IO, no third-party imports."""
