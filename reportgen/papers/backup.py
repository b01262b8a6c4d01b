"""Copying the register: the copy is there whole, under its name, or not at all."""

from dataclasses import replace
from pathlib import Path, PurePosixPath

from reportgen.model.errors import OutputError
from reportgen.model.origin import Origin
from reportgen.papers.office import OfficeFolder
from reportgen.write import Cabinet


def back_up(office: OfficeFolder, file: Path) -> Path:
    """Copy the register as it stands at this moment, whoever is issuing papers.

    Raises:
        OutputError: there is no register, something lies there already, or the disk does not take it.

    """
    with office.reading() as registry:

        def copy(to: Path) -> None:
            try:
                registry.backed_up(to)
            except OutputError as error:
                place = Origin(str(file))
                raise OutputError(replace(one, origin=place) for one in error.diagnostics) from error

        return Cabinet(file.parent).made(PurePosixPath(file.name), copy)
