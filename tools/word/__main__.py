"""Draw the Word templates anew: ``python -m tools.word``."""

from pathlib import Path

from tools.word.draw import KINDS, draw

TEMPLATES = Path(__file__).parents[2] / "templates"


def main() -> None:
    """Write each template beside the page that it is drawn from, and tell which changed."""
    for kind in KINDS:
        path = TEMPLATES / kind / f"{kind}.docx"
        content = draw(TEMPLATES, kind)
        state = "as it was" if path.is_file() and path.read_bytes() == content else "written"
        path.write_bytes(content)
        print(f"{path.relative_to(TEMPLATES.parent)}: {state}")


if __name__ == "__main__":
    main()
