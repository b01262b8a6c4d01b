"""The seal room: keys, signatures in PDF files, and an authority to try them out with.

Imported only when something is signed or looked into: its libraries are an extra (``reportgen[sign]``).
"""
