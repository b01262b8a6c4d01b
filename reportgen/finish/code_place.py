"""The picture that keeps the place of a QR code on pages, wherever a template puts it."""

from typing import Final

PICTURE: Final = "qr.png"
"""What it is called among the parts of the press."""

PICTURE_DIGEST: Final = "4723d5689e0b84e93a178f6677d9529cab7c25324d2757d69dd047751fad88d8"
"""The SHA-256 of the picture's file, as Word files hold it."""

SIDE: Final = 168
SAMPLES_DIGEST: Final = "0dc7caa4c5252596650fdebfffb4dacec833734d6f5402f4e29a336142b9e8d3"
"""How many points it has each way, and the SHA-256 of its grey points, as PDF files hold them."""
