"""The profile of an initiative: all that is recorded, in either language, whatever the filters are."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

import pytest

from ecosystem import opening, seed
from ecosystem.store import Version
from tests import tiny
from tests.ecosystem.selection.strategies import ORACLE
from tests.pages.opened import INITIATIVES, address, counted, foreign, links, opened, read, texts

if TYPE_CHECKING:
    from pathlib import Path

    from streamlit.testing.v1 import AppTest

KURK = "cci-cross-sector-social-innovation"
ANNOUNCED = "cluster-yard-of-nations-platform"
PICKED = random.Random(20261124).sample(sorted(ORACLE.rows), 20)
TITLE = {"lt": "title_lt", "en": "title_en"}
OTHER = {"lt": "en", "en": "lt"}


def facts(page: AppTest) -> dict[str, str]:
    """The pairs of all tables of the profile, as a reader sees them."""
    rows = [row for table in page.table for row in table.value.to_numpy().tolist()]
    return {re.sub(r":gray\[(.*)\]", r"\1", what): read(words) for what, words in rows}


def under(page: AppTest, heading: str) -> str:
    """The text under a heading of the profile."""
    elements = [element for element in page.main if element.type in ("header", "markdown", "caption")]
    at = next(number for number, one in enumerate(elements) if one.type == "header" and one.value == heading)
    return read(elements[at + 1].value)


def without_filters(page: AppTest) -> list[str]:
    """All texts of the page; of what a link keeps, the filters aside."""
    return [re.sub(r"\?lang=(lt|en)&[^)]*?((id|organisation|cluster)=[^&)]*)\)", r"?\2)", text) for text in texts(page)]


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("language", ["lt", "en"])
def test_any_profile_tells_its_title_as_the_one_heading_of_the_page_and_in_the_other_language(language: str) -> None:
    for id_ in PICKED:
        page, row = opened(language, INITIATIVES, id=id_), ORACLE.rows[id_]
        mine, theirs = row[TITLE[language]], row[TITLE[OTHER[language]]]
        assert [read(title.value) for title in page.title] == [mine], id_
        assert not page.error, id_
        if theirs != mine:
            captions = [read(caption.value) for caption in page.caption]
            assert [one for one in captions if one.startswith(f"{theirs} ({OTHER[language].upper()}")], id_
        assert not foreign(language) & {part for text in texts(page) for part in read(text).split("; ")}, id_


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("language", ["lt", "en"])
def test_our_translation_is_said_of_the_lithuanian_title_wherever_it_stands(language: str) -> None:
    words = {"lt": "mūsų vertimas", "en": "our translation"}[language]
    english = ORACLE.rows[ANNOUNCED]["title_en"]
    captions = [read(caption.value) for caption in opened(language, INITIATIVES, id=ANNOUNCED).caption]
    about = [caption for caption in captions if words in caption]
    assert about
    assert not [caption for caption in about if caption.startswith(f"{english} (EN, ")]


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize(
    ("language", "ministry", "roles", "headings", "days", "related", "stated"),
    [
        (
            "lt",
            "Lietuvos Respublikos kultūros ministerija",
            "projekto vykdytojas, priimančioji institucija",
            ["Problema", "Tikslas", "Kas daroma", "Kam skirta"],
            [
                "2024 m. lapkričio 20 d.",
                "2024 m. gruodžio 3 d.",
                "2024 m. gruodžio 11 d.",
                "2025 m. vasario 20 d.",
                "2025 m. vasario 28 d.",
            ],
            "Susijusios, nurodo šaltinis",
            "nurodo šaltinis",
        ),
        (
            "en",
            "Ministry of Culture of the Republic of Lithuania",
            "lead partner, host",
            ["Problem", "Goal", "What is done", "For whom"],
            ["20 November 2024", "3 December 2024", "11 December 2024", "20 February 2025", "28 February 2025"],
            "Related, says the source",
            "stated by the source",
        ),
    ],
)
def test_the_project_behind_this_dashboard_is_told_whole(
    language: str, ministry: str, roles: str, headings: list[str], days: list[str], related: str, stated: str
) -> None:
    page, row = opened(language, INITIATIVES, id=KURK), ORACLE.rows[KURK]
    for heading, column in zip(headings, ("problem", "goal", "description", "target_group"), strict=True):
        assert under(page, heading) == row[f"{column}_{language}"]
    steps = [box.label for box in page.expander if box.label.startswith("**")]
    milestones = [one for one in ORACLE.table("milestones") if one["initiative_id"] == KURK]
    milestones.sort(key=lambda one: one["date"])
    assert [read(step) for step in steps] == [
        f"**{day}** {one[f'title_{language}']}" for day, one in zip(days, milestones, strict=True)
    ]
    (who,) = [row for table in page.table for row in table.value.to_numpy().tolist() if "organisation=" in row[0]]
    assert links(who[0]) == [(ministry, f"/initiatives?lang={language}&organisation=lrkm")]
    assert who[1] == roles
    lists = {one.value.splitlines()[0]: one.value.splitlines() for one in page.markdown if one.value.startswith("- ")}
    told = [line for lines in lists.values() for line in lines]
    aims = {one["aim_id"]: one for one in ORACLE.table("strategy_aims")}
    names = {one["strategy_id"]: one[f"name_{language}"] for one in ORACLE.table("strategies")}
    served = [aims[one["aim_id"]] for one in ORACLE.table("initiative_aims") if one["initiative_id"] == KURK]
    assert sorted(read(line) for line in told if ":gray[" in line and not links(line)) == sorted(
        f"- {aim[f'aim_{language}']} :gray[{names[aim['strategy_id']]}; {stated}]" for aim in served
    )
    assert len(served) == 2
    assert related in [heading.value for heading in page.subheader]
    ties = [one for one in ORACLE.table("initiative_relations") if KURK in (one["initiative_id"], one["related_id"])]
    others = {({one["initiative_id"], one["related_id"]} - {KURK}).pop(): one["kind"] for one in ties}
    said = [where.split("id=")[1] for line in told if ":gray[" not in line for _, where in links(line)]
    assert sorted(said) == sorted(others)
    assert list(others.values()).count("related") == 6
    assert others["create-lithuania-programme"] == "part-of"


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("lt", "nežinoma; paskelbta 2020 m., rezultatų nerasta; 2020 m. kovo 18 d. duomenimis"),
        ("en", "unknown; announced 2020, outcome not found; as of 18 March 2020"),
    ],
)
def test_what_was_only_announced_says_so_with_the_year(language: str, words: str) -> None:
    page = opened(language, INITIATIVES, id=ANNOUNCED)
    assert words in facts(page).values()


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize(
    ("language", "source", "nothing"),
    [
        ("lt", "šaltinis be datos, surinkta 2026-11-24", "nenurodyta"),
        ("en", "source undated, collected 24 Nov 2026", "not stated"),
    ],
)
def test_what_is_not_stated_says_so(language: str, source: str, nothing: str) -> None:
    told = facts(opened(language, INITIATIVES, id=KURK))
    assert told[{"lt": "Suma", "en": "Amount"}[language]] == nothing
    assert told[{"lt": "Data", "en": "Date"}[language]] == source
    undated = opened(language, INITIATIVES, id=ANNOUNCED)
    assert facts(undated)[{"lt": "Nuo – iki", "en": "From – until"}[language]] == nothing
    missing = {"lt": "Šaltinis nenurodo: problema.", "en": "The source does not say: problem."}[language]
    assert missing in [caption.value for caption in undated.caption]


@pytest.mark.usefixtures("shared")
def test_each_amount_is_told_with_what_it_rests_on() -> None:
    stated = next(
        row for row in ORACLE.table("initiative_amounts") if row["basis"] == "rounded" and row["kind"] == "total"
    )
    amount = f"{float(stated['amount']):,.2f}"
    assert stated["currency"] == "EUR"
    told = facts(opened("en", INITIATIVES, id=stated["initiative_id"]))
    assert told["Total budget"] == f"€{amount}, basis: rounded"
    told = facts(opened("lt", INITIATIVES, id=stated["initiative_id"]))
    written = amount.replace(",", " ").replace(".", ",")
    assert told["Bendras biudžetas"].replace("\xa0", " ") == f"{written} €, pagrindas: suapvalinta"


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize(
    ("language", "title", "words", "back", "listed"),
    [
        ("lt", "Tokio įrašo nėra", "Iniciatyvos, kurios identifikatorius „*no such*“, nėra.", "Visos iniciatyvos", 101),
        ("en", "There is no such record", "No initiative has the id “*no such*”.", "All initiatives", 101),
    ],
)
def test_an_unknown_id_says_so_and_offers_the_way_back(
    language: str, title: str, words: str, back: str, listed: int
) -> None:
    page = opened(language, INITIATIVES, id="*no such*", theme="youth")
    assert [one.value for one in page.title] == [title]
    assert [read(text.value) for text in page.markdown] == [words]
    assert page.button(key="back").label == back
    page.button(key="back").click().run()
    assert address(page) == {"lang": [language], "theme": ["youth"]}
    assert counted(page) == listed


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("lt", "Tai kontekstinis įrašas"),
        ("en", "This record is context"),
    ],
)
def test_a_context_record_says_that_it_is_context(language: str, words: str) -> None:
    context = [id_ for id_, row in ORACLE.rows.items() if row["relevance"] == "context"]
    page = opened(language, INITIATIVES, id=context[0])
    assert [info.value.startswith(words) for info in page.info] == [True]
    assert not opened(language, INITIATIVES, id=KURK).info


@pytest.mark.usefixtures("shared")
def test_a_profile_is_the_same_whatever_the_filters_are() -> None:
    plain = opened("en", INITIATIVES, id=KURK)
    filters = {"theme": "mobility", "q": "nothing like it", "relevance": "all", "county": "LT011", "sector": "no such"}
    filtered = opened("en", INITIATIVES, id=KURK, **filters)
    assert without_filters(filtered) == without_filters(plain)
    assert not filtered.warning
    filtered.button(key="back").click().run()
    assert address(filtered) == {"lang": ["en"], **{name: [value] for name, value in filters.items()}}


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize(("language", "version"), [("lt", "Duomenų versija: 1"), ("en", "Version of the data: 1")])
def test_a_report_of_an_error_names_record_address_and_version(language: str, version: str) -> None:
    link, letter = (code.value for code in opened(language, INITIATIVES, id=KURK, theme="youth").code)
    assert link == f"/initiatives?lang={language}&id={KURK}"
    title = ORACLE.rows[KURK][TITLE[language]]
    assert [line.split(": ", 1)[1] for line in letter.splitlines()[:2]] == [title, link]
    assert letter.splitlines()[2] == version


def test_a_report_of_an_error_names_the_version_of_the_moment(shared_path: Path, tiny_data: Path) -> None:
    seed.build(tiny_data, shared_path)
    opened("en", INITIATIVES, id="a")
    with opening.shared().transaction(Version("test", "tester")) as write:
        write.write("initiatives", "UPDATE initiatives SET title_en = 'Renamed' WHERE initiative_id = 'a'")
    page = opened("en", INITIATIVES, id="a")
    assert page.title[0].value == "Renamed"
    assert "Version of the data: 2" in page.code[1].value


@pytest.mark.parametrize("number", [0, 1, 2])
def test_one_milestone_is_a_sentence_and_several_are_steps(shared_path: Path, tmp_path: Path, number: int) -> None:
    step = {
        "initiative_id": "a",
        "title_lt": "Atidaryta",
        "source_url": "https://example.org/",
        "source_quality": "page",
    }
    steps = [step | {"date": date, "title_en": f"Opened {date}"} for date in ("2019-05", "2020-05-20")[:number]]
    seed.build(tiny.write(tmp_path / "data", {"milestones": steps}), shared_path)
    page = opened("en", INITIATIVES, id="a")
    told = ["**May 2019** Opened 2019-05", "**20 May 2020** Opened 2020-05-20"][:number]
    # A step folds its source in, a sentence has it behind.
    sentence = [f"{told[0]} · [Source](https://example.org/)"] if number == 1 else []
    assert ("Progress" in [header.value for header in page.header]) == bool(number)
    assert [read(box.label) for box in page.expander if box.label.startswith("**")] == (told if number > 1 else [])
    assert [read(text.value) for text in page.markdown if text.value.startswith("**")] == sentence
