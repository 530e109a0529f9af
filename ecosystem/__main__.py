"""The command line: `python -m ecosystem …`. Data on stdout, narration on stderr."""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from ecosystem import catalogues, describe, seed
from ecosystem.boundaries.fetch import REGISTER
from ecosystem.errors import EcosystemError, FileNotWritten
from ecosystem.export import FORMATS, Asked, export
from ecosystem.language import CODES, Language, choose
from ecosystem.measures import choices, summary
from ecosystem.measures.listing import NEWEST, ORDERS
from ecosystem.messages import Phrase, mark
from ecosystem.selection import one_of
from ecosystem.store import ROOT, Store, default_path

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

DONE, REFUSED = 0, 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 done, 1 refused because of the data, 2 usage."""
    asked = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = asked.command
    try:
        return command(asked)
    except EcosystemError as error:
        if asked.json:
            print(json.dumps({"refused": error.refusal()}, ensure_ascii=False))
        print(*error.plain(), sep="\n", file=sys.stderr)
        return REFUSED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m ecosystem", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--json", action="store_true", help="print the result as JSON")
    folder = argparse.ArgumentParser(add_help=False)
    folder.add_argument("--data", type=Path, default=seed.DATA, metavar="FOLDER", help="folder of the CSV files")
    building = commands.add_parser("build", parents=[shared, folder], help="make the store from the data files")
    building.add_argument("--keep-own", action="store_true", help="leave a store with versions of its own as it is")
    building.set_defaults(command=_build)
    verifying = commands.add_parser("verify", parents=[shared], help="check that no reference is broken")
    verifying.set_defaults(command=_verify)
    drawing = commands.add_parser("boundaries", parents=[shared, folder], help="replace the boundaries")
    where = "address or file of the municipalities as GeoJSON; the Address Register's where none is named"
    drawing.add_argument("--refresh", nargs="?", const=REGISTER, required=True, metavar="URL|FILE", help=where)
    drawing.set_defaults(command=_boundaries)
    describing = commands.add_parser("describe", parents=[shared], help="write docs/data-model.md")
    describing.set_defaults(command=_describe)
    wording = commands.add_parser("messages", parents=[shared], help="bring the catalogues in step with the code")
    wording.set_defaults(command=_messages)
    chosen = argparse.ArgumentParser(add_help=False)
    chosen.add_argument("--where", default="", metavar="QUERY", help="filters, as the address of a page has them")
    chosen.add_argument("--lang", choices=CODES, help="language of words and headings; else that of QUERY, else en")
    exporting = commands.add_parser("export", parents=[shared, chosen], help="write what is chosen to a file")
    exporting.add_argument("noun", choices=["initiatives"])
    exporting.add_argument("--as", dest="format", choices=FORMATS, required=True, help="format of the file")
    exporting.add_argument("-o", dest="file", type=Path, required=True, metavar="FILE", help="the file to write")
    exporting.set_defaults(command=_export)
    summing = commands.add_parser("summary", parents=[shared, chosen], help="tell what is chosen in words")
    summing.set_defaults(command=_summary)
    return parser


def _say(asked: argparse.Namespace, result: dict[str, Any], narration: str) -> None:
    if asked.json:
        print(json.dumps(result, ensure_ascii=False))
    print(narration, file=sys.stderr)


def _build(asked: argparse.Namespace) -> int:
    built = seed.build(asked.data, keep_own=asked.keep_own)
    total = sum(built.rows.values())
    what = "Built" if built.changed else "Unchanged"
    _say(asked, asdict(built), f"{what}: {default_path()}, version {built.version}, {total} rows")
    return DONE


def _verify(asked: argparse.Namespace) -> int:
    with contextlib.closing(Store.open()) as store:
        store.read_all()
        broken, version = store.broken_references(), store.version
    listed = "".join(f"\n{row['table']}.{row['column']}: {row['id']}" for row in broken)
    _say(asked, {"version": version, "broken": broken}, f"Version {version}: {len(broken)} broken references{listed}")
    return REFUSED if broken else DONE


def _boundaries(asked: argparse.Namespace) -> int:
    # Here, because geopandas takes its time to load and no other command needs it.
    from ecosystem.boundaries.refresh import refresh

    done = refresh(asked.data, asked.refresh)
    what = f"Refreshed: {asked.data / 'boundaries'}, {done.features} municipalities simplified by {done.simplified_m} m"
    whose = f"{done.source}, {done.date or 'date not stated'}, {done.licence or 'licence not stated'}"
    _say(asked, asdict(done), f"{what}\nSource: {whose}\nA running dashboard shows them when its page is reloaded.")
    return DONE


def _describe(asked: argparse.Namespace) -> int:
    path = ROOT / "docs" / "data-model.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(describe.markdown(), "utf-8")
    _say(asked, {"file": str(path)}, f"Written: {path}")
    return DONE


def _messages(asked: argparse.Namespace) -> int:
    missing = catalogues.update()
    listed = "".join(f"\n{code}: {message}" for code, messages in missing.items() for message in messages)
    _say(asked, missing, f"Messages without words: {sum(map(len, missing.values()))}{listed}")
    return REFUSED if any(missing.values()) else DONE


def _asked(asked: argparse.Namespace, store: Store) -> Asked:
    """What `--where` and `--lang` ask for; what of it is bad is told on stderr and left out."""
    where = asked.where.encode("utf-8", "replace").decode()
    # A question mark before the first value starts the query of an address; a later one is a part of a value.
    query = urlsplit(where).query if "?" in where.split("=")[0] else where
    parameters = parse_qs(query, keep_blank_values=True)
    language = asked.lang or choose(parameters.get("lang", [""])[-1], None).code
    read = choices.choices(store).read(parameters)
    sort, unsorted = one_of(parameters, "sort", ORDERS, NEWEST)
    dropped = (*read.dropped, *unsorted)
    for one in dropped:
        print(f"Dropped: {one.parameter}={one.value} ({one.reason})", file=sys.stderr)
    return Asked(read.selection, Language(language), sort, dropped)


def _export(asked: argparse.Namespace) -> int:
    with contextlib.closing(Store.open()) as store:
        made = export(store, _asked(asked, store), asked.format)
        result = {"file": str(asked.file), "format": asked.format, "records": made.records, "version": store.version}
    try:
        if asked.file.exists() and asked.file.samefile(default_path()):
            raise FileNotWritten(path=asked.file, detail=Phrase(mark("it is the store")))
        asked.file.write_bytes(made.content)
    except OSError as error:
        raise FileNotWritten(path=asked.file, detail=error.strerror) from error
    _say(asked, result, f"Written: {asked.file}, {made.records} records, version {result['version']}")
    return DONE


def _summary(asked: argparse.Namespace) -> int:
    with contextlib.closing(Store.open()) as store:
        wanted = _asked(asked, store)
        said, version = summary.summary(store, wanted.selection).text(wanted.language), store.version
    dropped = [one.for_programs() for one in wanted.dropped]
    if asked.json:
        print(json.dumps({"version": version, "dropped": dropped, "summary": said}, ensure_ascii=False))
    else:
        print(said)
    return DONE


if __name__ == "__main__":
    sys.exit(main())
