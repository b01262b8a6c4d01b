"""Printing pages for the archive as WeasyPrint's guide has it: PDF/A-3a, tagged, the manifest attached.

Plainly, each page with all that it needs; or with care: fonts, style sheets and a reader of files made once.
"""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup
from plain_pdf import PARTS, SHEET
from weasyprint import CSS, HTML, Attachment
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from reportgen.compose import FILTERS, shown


def plain(template: Path, values: Mapping[str, Any], manifest: bytes) -> bytes:
    """Fill a page and print it."""
    own = template.with_suffix(".css")
    sheets = [CSS(string=SHEET), *([own] if own.is_file() else [])]
    attached = Attachment(string=manifest, name="manifest.json", relationship="Data")
    html = HTML(string=_page(template, values), base_url=f"{template.parent}/")
    written: bytes = html.write_pdf(stylesheets=sheets, pdf_variant="pdf/a-3a", attachments=[attached])
    return written


def careful(template: Path, values: Mapping[str, Any], manifest: bytes) -> bytes:
    """Fill a page and print it with what all pages share."""
    fonts, sheets, fetcher = _shared(template)
    attached = Attachment(string=manifest, name="manifest.json", relationship="Data", url_fetcher=fetcher)
    html = HTML(string=_page(template, values), base_url=f"{template.parent}/", url_fetcher=fetcher)
    written: bytes = html.write_pdf(
        stylesheets=sheets, font_config=fonts, pdf_variant="pdf/a-3a", attachments=[attached]
    )
    return written


@lru_cache
def _shared(template: Path) -> tuple[FontConfiguration, list[CSS], URLFetcher]:
    fonts, fetcher, own = FontConfiguration(), URLFetcher(), template.with_suffix(".css")
    texts = [SHEET, *([own.read_text(encoding="utf-8")] if own.is_file() else [])]
    return fonts, [CSS(string=text, font_config=fonts, url_fetcher=fetcher) for text in texts], fetcher


@lru_cache
def _environment(folder: Path) -> Environment:
    environment = Environment(
        loader=FileSystemLoader([folder, PARTS]),
        autoescape=True,
        finalize=lambda value: value if isinstance(value, Markup) else shown(value),
    )
    environment.filters |= {**FILTERS, "unprinted": shown}
    return environment


def _page(template: Path, values: Mapping[str, Any]) -> str:
    return _environment(template.parent).get_template(template.name).render(values)
