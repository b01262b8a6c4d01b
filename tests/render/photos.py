"""Photos as cameras take them, and minutes that show them."""

import datetime as dt
from pathlib import Path

from PIL import Image

from reportgen.batch import Order, make_plan
from reportgen.kinds import Shelf
from reportgen.pipeline import produce

ORIENTATION, ARTIST = 0x0112, 0x013B
MINUTES = """\
kind: minutes
sample: có
parent: UBND huyện Vân Khê
office: Phòng Giáo dục và Đào tạo
number: 7
symbol: BB-PGDĐT
meeting: Sơ kết
begins_at: 7h30
begins_on: 11/01/2019
venue: Hội trường
chair: Đỗ Thị Mẫu Đơn
secretary: Lò Văn Bút
ends_at: 11h05
ends_on: 11/01/2019
agenda: [{title: Báo cáo}]
photos:
"""


def taken(path: Path, size: tuple[int, int] = (400, 300), orientation: int = 1, noise: int = 0) -> Path:
    """Take a photo: its upper half is red as the camera held it; noise makes it as large as a real one."""
    picture = Image.new("RGB", size, "white")
    picture.paste("red", (0, 0, size[0], size[1] // 2))
    if noise:
        picture = Image.blend(picture, Image.effect_noise(size, 90 + noise).convert("RGB"), 0.3)
    exif = Image.Exif()
    exif[ORIENTATION], exif[ARTIST] = orientation, "Nguyễn Văn Ảnh"
    path.parent.mkdir(exist_ok=True)
    picture.save(path, exif=exif, quality=97)
    return path


def order(target: str) -> Order:
    return Order(Shelf.usual(), dt.date(2025, 1, 1), (target,))


def made(folder: Path, photos: str, target: str) -> bytes:
    """Make minutes with these photos."""
    (folder / "data.yaml").write_text(MINUTES + photos, encoding="utf-8")
    (document,) = make_plan(folder / "data.yaml", order(target)).documents
    return produce(document.paper, target).content
