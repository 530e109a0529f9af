"""Every error raised on purpose.

A message is a catalogue key (English) and its values: the command line prints it in English, the dashboard in the
reader's language. Each error says what happened, where, and what to do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from ecosystem.messages import Phrase, mark

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


class EcosystemError(Exception):
    """Base of all errors raised on purpose; `title`, `note` and `way_out` are catalogue keys, `values` fill them."""

    title: ClassVar[str] = mark("Something is wrong")
    note: ClassVar[str] = mark("The dashboard cannot go on.")
    way_out: ClassVar[str] = mark("Tell whoever runs this dashboard.")

    def __init__(self, **values: object) -> None:
        super().__init__(values)
        self.values = values

    @property
    def type(self) -> str:
        """Kebab-case name of the kind of error, for programs."""
        return re.sub(r"(?<!^)(?=[A-Z])", "-", self.__class__.__name__).lower()

    def texts(self, say: Callable[..., str]) -> tuple[str, str, str]:
        """Title, what happened and what to do, in the language of `say`."""
        values = {name: v.said(say) if isinstance(v, Phrase) else v for name, v in self.values.items()}
        return say(self.title), say(self.note, **values), say(self.way_out, **values)

    def plain(self) -> tuple[str, str, str]:
        """The same in English, as it is written in the code."""
        return self.texts(lambda message, **values: message.format(**values))

    def refusal(self) -> dict[str, str]:
        """The error for programs, in English: `type`, `title`, `note`, `what_to_do`."""
        title, note, way_out = self.plain()
        return {"type": self.type, "title": title, "note": note, "what_to_do": way_out}

    def __str__(self) -> str:
        title, note, way_out = self.plain()
        return f"{title}. {note} {way_out}"


class StoreMissing(EcosystemError):
    title = mark("There is no store yet")
    note = mark("The file {path} does not exist.")
    way_out = mark("Run: python -m ecosystem build")


class StoreDamaged(EcosystemError):
    title = mark("The store is damaged")
    note = mark("The file {path} cannot be read: {detail}")
    way_out = mark(
        "Stop the dashboard and move the file to another folder (it may hold changes of your own); "
        "then run: python -m ecosystem build"
    )


class StoreHeld(EcosystemError):
    title = mark("Another program holds the store")
    note = mark("The file {path} is open in {holder}. Only one program at a time can open it.")
    way_out = mark(
        "Use the dashboard that is already running, or stop it and try again. For a second one beside it, "
        "set ECOSYSTEM_STORE to another file and PORT to another number."
    )


class StoreUnusable(EcosystemError):
    title = mark("The store cannot be opened")
    note = mark("The system refuses the file {path}: {detail}")
    way_out = mark("Check that the folder exists, that you may write to it and that the disk is not full.")


class StoreOutdated(EcosystemError):
    title = mark("The store was built by another release")
    note = mark("The data model of {path} is not the one this release uses.")
    way_out = mark("Stop the dashboard and run: python -m ecosystem build")


class StoreHasOwnVersions(EcosystemError):
    title = mark("The store holds changes of its own")
    note = mark(
        "The data files, or the data model, are not those {path} was built from, and it has {versions} later versions."
    )
    way_out = mark("Nothing was changed. Keep using the store, or set ECOSYSTEM_STORE to a new file and build there.")


class BrokenReferences(EcosystemError):
    title = mark("A row refers to something that does not exist")
    note = mark("Nothing was stored. First of {number}: table {table}, column {column}, {id}.")
    way_out = mark("Add the missing row, or correct the reference.")


class DataFolderMissing(EcosystemError):
    title = mark("There are no data files")
    note = mark("The folder {path} does not exist or holds no CSV files.")
    way_out = mark("Give the right folder: python -m ecosystem build --data FOLDER")


class BoundariesDamaged(EcosystemError):
    title = mark("The boundaries are damaged")
    note = mark("The file {path} cannot be used: {detail}")
    way_out = mark("Put the file back as it was, for instance with: git checkout -- {path}")


class BoundariesNotReached(EcosystemError):
    title = mark("The new boundaries cannot be read")
    note = mark("{origin} cannot be read: {detail}")
    way_out = mark(
        "Nothing was changed. Check the address or the path. Without a network, download the file elsewhere and name "
        "it: python -m ecosystem boundaries --refresh FILE"
    )


class BoundariesRefused(EcosystemError):
    title = mark("The new boundaries are refused")
    note = mark("{origin} cannot be used: {detail}")
    way_out = mark(
        "Nothing was changed. Correct what is named, or give another file: "
        "python -m ecosystem boundaries --refresh FILE"
    )


class FileNotWritten(EcosystemError):
    title = mark("The file cannot be written")
    note = mark("The system refuses {path}: {detail}")
    way_out = mark("Check that the folder exists, that you may write to it and that the disk is not full.")


@dataclass(frozen=True)
class SeedProblem:
    """One thing wrong in a data file.

    `row` counts the file's records with the header as 1, None = the whole file; `reason` is a catalogue key that
    `values` fill.
    """

    file: str
    reason: str
    row: int | None = None
    column: str | None = None
    value: str | None = None
    values: Mapping[str, object] = field(default_factory=dict)

    def text(self, say: Callable[..., str]) -> str:
        """File, row, column, value and reason in the language of `say`."""
        place = [self.file]
        if self.row is not None:
            place.append(say(mark("row {row}"), row=self.row))
        if self.column:
            place.append(say(mark("column {column}"), column=self.column))
        shown = " " + say(mark("“{value}”"), value=self.value[:80]) if self.value is not None else ""
        return f"{', '.join(place)}:{shown} {say(self.reason, **self.values)}"


class SeedRefused(EcosystemError):
    title = mark("The data files cannot be loaded")
    note = mark("Problems found: {number}. The store was left as it was. {listed}.")
    way_out = mark("Correct the rows named, then run: python -m ecosystem build")
    SHOWN = 20

    def __init__(self, problems: Sequence[SeedProblem]) -> None:
        super().__init__(number=len(problems))
        self.problems = list(problems)

    def texts(self, say: Callable[..., str]) -> tuple[str, str, str]:
        listed = [problem.text(say) for problem in self.problems[: self.SHOWN]]
        if len(self.problems) > self.SHOWN:
            listed.append(say(mark("and {number} more"), number=len(self.problems) - self.SHOWN))
        return say(self.title), say(self.note, number=len(self.problems), listed="; ".join(listed)), say(self.way_out)
