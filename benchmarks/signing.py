"""Signatures a second on one core, with one opening of a key: a seal with its picture, on an issued paper."""

import datetime as dt
import sys
import time
from pathlib import Path

from PIL import Image, ImageDraw

from reportgen.seal.authority import Authority
from reportgen.seal.keys import open_key
from reportgen.seal.signing import Signing, signed

PAPERS = 60


def main() -> None:
    """Measure and print; the argument is a PDF that `reportgen issue` filed and nobody signed."""
    content = Path(sys.argv[1]).read_bytes()
    made = Authority.begun(dt.datetime.now(dt.UTC))
    key = open_key(made.packed(made.holder("Phòng"), "2468"), "2468", "key")
    picture = Image.new("RGBA", (400, 400), (0, 0, 0, 0))
    ImageDraw.Draw(picture).ellipse([10, 10, 390, 390], outline=(220, 0, 0, 255), width=14)
    signed(content, Signing("seal", certifies=True, looks=picture), key)
    began = time.process_time()
    for _ in range(PAPERS):
        signed(content, Signing("seal", certifies=True, looks=picture), key)
    took = (time.process_time() - began) / PAPERS
    print(f"EC P-256, PAdES B-B, {len(content)} bytes: {took * 1000:.1f} ms of CPU, {1 / took:.0f} a second")


if __name__ == "__main__":
    main()
