"""``--store``: where the workers of a cluster put papers."""

import re
from collections.abc import Mapping
from typing import Annotated, Final

import typer

from reportgen.cli.language import say

Store = Annotated[
    str | None,
    typer.Option(
        metavar="ADDRESS",
        help="With --scheduler: workers put papers there, file:///mnt/share/folder or s3://bucket/folder.",
    ),
]

_ADDRESS: Final = re.compile(r"(?:file:///|(?:s3|gs)://(?=[^/]))[^\s?#*\[\]@\\]+")
"""What may be written: no password, no question, nothing that stands for something else."""


def refuse_with_store(store: str | None, scheduler: str | None, others: Mapping[str, object]) -> None:
    """Refuse an address that is none, and what cannot be made of papers that are far away."""
    if store is None:
        return
    if scheduler is None:
        raise typer.BadParameter(say("it goes with --scheduler ADDRESS"), param_hint="--store")
    if not _is_address(store):
        said = say("write file:///folder or s3://bucket/folder, no password")
        raise typer.BadParameter(said, param_hint="--store")
    for option, wanted in others.items():
        if wanted is not None:
            raise typer.BadParameter(say("with --store no paper is here; leave one out"), param_hint=option)


def _is_address(store: str) -> bool:
    parts = store.partition("://")[2].lstrip("/").split("/")
    return bool(_ADDRESS.fullmatch(store)) and "::" not in store and not {"", ".", ".."} & set(parts)
