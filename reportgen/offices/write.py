"""An offices.yaml to begin with: one office, and where the others go."""

import datetime as dt
import re
from collections.abc import Sequence
from typing import Final

from reportgen.model.office import Office, Signer

_PLAIN: Final = re.compile(r"(?!null$)[^\W\d_][\w .()/&-]*", re.IGNORECASE)


def office_file(office: Office, *, topmost: bool = False) -> str:
    """Write the file of an office that nobody need open again until something changes.

    Of a ``topmost`` one it says that there is none above it; of others that is left open until somebody says.
    """
    lines = [
        "# Các cơ quan, theo từng thời kỳ. Văn bản lấy tên đang dùng vào ngày của nó.",
        f"own: {_written(office.name)}",
        "",
        "offices:",
        f"  - name: {_written(office.name)}",
        *(_entry("heading", office.heading) if office.heading else []),
        *(_entry("parent", office.parent) if office.parent or topmost else []),
        *_entry("symbol", office.symbol),
        *_entry("place", office.place),
        *_signers(office.signers),
        *([f"    from: {_day(office.since)}"] if office.since else []),
        *([f"    until: {_day(office.until)}"] if office.until else []),
        "  # Cơ quan đã kết thúc, và cơ quan thay thế:",
        "  # - name: Phòng Giáo dục và Đào tạo quận …",
        "  #   until: 30/06/2025",
        "  #   successors: [Phòng Văn hóa - Xã hội phường …]",
        "",
        "# Đơn vị đổi tên, nhập vào nhau: số liệu các đợt trước được cộng vào tên mới.",
        "# units:",
        "#   - {old: quận …, new: phường …, on: 01/07/2025}",
    ]
    return "\n".join(lines) + "\n"


def _signers(signers: Sequence[Signer]) -> list[str]:
    """Write who may sign, each with what is known."""
    known = [", ".join(f"{name}: {_written(text)}" for name, text in _said(one) if text) for one in signers]
    lines = [f"      - {{{words}}}" for words in known if words]
    return ["    signers:", *lines] if lines else []


def _said(signer: Signer) -> Sequence[tuple[str, str]]:
    return ("authority", signer.authority), ("position", signer.position), ("name", signer.name)


def _entry(name: str, text: str) -> list[str]:
    return [f"    {name}: {_written(text)}"]


def _written(text: str) -> str:
    """Quote what YAML would read as something else."""
    if not text or (_PLAIN.fullmatch(text) and text == text.strip()):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _day(day: dt.date) -> str:
    return f"{day:%d/%m/%Y}"
