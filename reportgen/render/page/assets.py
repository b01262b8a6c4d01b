"""Files that a page may have: its kind's, the package's parts, faces, pictures of the data; no others."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urljoin, urlsplit

from weasyprint.urls import URLFetcher, URLFetcherResponse

from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase
from reportgen.render.pictures import MOST_BYTES, too_many_bytes, unfit, unfit_sheet

KIND: Final = "https://kind.invalid/"
PARTS: Final = "https://parts.invalid/"
FONTS: Final = "https://fonts.invalid/"
"""Addresses that lead nowhere: the engine resolves relative ones only where it knows the scheme."""

_STYLE: Final = ".css"
_MEDIA_TYPES: Final = {
    _STYLE: "text/css",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    **dict.fromkeys((".jpg", ".jpeg"), "image/jpeg"),
}
Fault = Callable[[bytes], str | None]
"""Tells why a file cannot be used, if so."""

MOST_FETCHED: Final = 500
"""How many files a page may ask for: style sheets can ask for each other without end."""


class Assets(URLFetcher):  # type: ignore[misc]  # the engine has no types
    """Files of a few folders under made-up addresses; everything else is refused and noted."""

    def __init__(
        self, find: Mapping[str, Callable[[str], Path | None]], pictures: Mapping[str, bytes] | None = None
    ) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False)
        self.find, self.pictures = find, pictures or {}
        self.refused: list[str] = []
        self.unfit: dict[str, str] = {}
        self.fetched = 0
        self.files: dict[Path, bytes] = {}
        self.reworded: Callable[[bytes], bytes] | None = None
        """Puts the kind's own sheets otherwise."""

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002  # the engine's
        """Read the file that an address stands for, or take the picture of the data."""
        return self._fetched(url, unfit)

    def _fetched(self, url: str, fault: Fault) -> URLFetcherResponse:
        if url in self.pictures:
            return URLFetcherResponse(
                url, self.pictures[url], {"Content-Type": _MEDIA_TYPES[Path(url).suffix]}
            )
        for address, find in self.find.items():
            if url.startswith(address) and (path := find(unquote(urlsplit(url).path).lstrip("/"))):
                kind = _MEDIA_TYPES.get(path.suffix.lower(), "application/octet-stream")
                content = path.read_bytes() if address == FONTS else self.checked(url, path, fault)
                self.files[path] = content
                if self.reworded and address == KIND and kind == _MEDIA_TYPES[_STYLE]:
                    content = self.reworded(content)
                return URLFetcherResponse(url, content, {"Content-Type": kind})
        self.refused.append(unquote(url.removeprefix(KIND)))
        raise ValueError(f"refused: {url}")

    def sheet(self, address: str) -> tuple[str, bytes]:
        """Read a style sheet, and tell from where it leads to others."""
        url = urljoin(KIND, address)
        if Path(unquote(urlsplit(url).path)).suffix.lower() != _STYLE:
            raise ValueError(f"no style sheet: {url}")
        return url, self._fetched(url, unfit_sheet).read()

    def checked(self, url: str, path: Path, fault: Fault) -> bytes:
        """Read a file that is neither too large nor costs too much, and not too many of them."""
        self.fetched += 1
        content, why = b"", too_many_bytes(MOST_BYTES)
        if self.fetched > MOST_FETCHED:
            why = phrase("the page asks for more than {most} files", most=MOST_FETCHED)
        elif path.stat().st_size <= MOST_BYTES:
            content = path.read_bytes()
            why = fault(content) or ""
        if why:
            self.unfit[unquote(url.removeprefix(KIND))] = why
            raise ValueError(f"refused: {url}")
        return content

    def told(self, place: Origin) -> Iterator[Diagnostic]:
        """Tell which files the page may not have."""
        for url in dict.fromkeys(self.refused):
            yield report("asset-refused", place, url=url)
        for url, why in self.unfit.items():
            yield report("asset-unfit", place, url=url, reason=why)
