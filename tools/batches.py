"""Batches of certificates to be tried out, and the processes that make them."""

import shutil
import time
from pathlib import Path

SAMPLE = Path(__file__).parents[1] / "data" / "chung-nhan"
HEADINGS = "Họ và tên;Ngày sinh;Chức vụ;Trường;Huyện, thị xã;Số mô đun hoàn thành;Kết quả"
_SCHOOLS = 97
_PATIENCE = 30.0


def sample(folder: Path, count: int, *, post: str = "Giáo viên") -> Path:
    """Write a data file with a list of so many people, of whom no two are alike."""
    folder.mkdir(exist_ok=True)
    for name in ("offices.yaml", "ca-nhan.yaml"):
        shutil.copy(SAMPLE / name, folder)
    with (folder / "participants.csv").open("w", encoding="utf-8-sig") as file:
        file.write(f"{HEADINGS}\n")
        file.writelines(f"{_person(number, post)}\n" for number in range(count))
    return folder / "ca-nhan.yaml"


def _person(number: int, post: str) -> str:
    names = [("Nguyễn", "Trần", "Lê", "Phạm"), ("Thị", "Thu", "Ngọc"), ("Hoa", "Ánh", "Đào", "Yến", "Ứng")]
    name = " ".join(part[number // 7 % len(part)] for part in names)
    born = f"{number % 28 + 1:02}/{number // 28 % 12 + 1:02}/{1965 + number // 336 % 33}"
    school = number % _SCHOOLS
    return f"{name};{born};{post};Trường Mầm non Số {school};huyện Vân {school % 9};10;hoàn thành"


def children(process: int) -> list[int]:
    """List the workers of a process; Linux only, nobody elsewhere."""
    try:
        found = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    except OSError:  # it has ended meanwhile
        return []
    return [int(one) for one in found if b"spawn_main" in _command(int(one))]


def gone_after(process: int) -> float:
    """Wait until a process has ended; tell how many seconds that took."""
    begun = time.monotonic()
    while _lives(process) and time.monotonic() - begun < _PATIENCE:
        time.sleep(0.05)
    return time.monotonic() - begun


def _lives(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def _command(process: int) -> bytes:
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return b""
