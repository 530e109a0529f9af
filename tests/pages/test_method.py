"""The method page: what counts, how records were gathered, what figures mean, sources, the data model."""

from __future__ import annotations

import pytest

from tests.pages.opened import opened, read, texts

METHOD = "about/method.py"


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize(
    ("language", "title", "tabs", "text"),
    [
        (
            "lt",
            "Metodas",
            [
                "Kas įtraukiama",
                "Įrašai ir kodavimas",
                "Kaip skaičiuojama",
                "Šaltiniai ir licencijos",
                "Duomenų modelis",
            ],
            "**Nežinoma niekada nėra nulis**",
        ),
        (
            "en",
            "Method",
            ["What counts", "Records and coding", "How figures are counted", "Sources and licences", "Data model"],
            "**Not known is never zero**",
        ),
    ],
)
def test_the_method_is_told_in_the_readers_language(language: str, title: str, tabs: list[str], text: str) -> None:
    page = opened(language, METHOD)
    assert page.title[0].value == title
    assert [tab.label for tab in page.tabs] == tabs
    assert any(text in words for words in texts(page))


@pytest.mark.usefixtures("shared")
def test_records_are_counted_by_relevance_and_by_search() -> None:
    tables = [table.value for table in opened("en", METHOD).table]
    assert tables[0].to_numpy().tolist() == [["Core", 172], ["Related", 256], ["Context", 18]]
    assert tables[1].to_numpy().tolist() == [["Yes", 36], ["Partly", 153], ["No", 256], ["Unknown", 1]]
    assert tables[2]["Initiatives"].tolist() == [328, 118]


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize(("language", "words"), [("lt", "Klasterių sektoriai."), ("en", "Sectors of a cluster.")])
def test_every_table_of_the_model_is_described(language: str, words: str) -> None:
    model = opened(language, METHOD).table[-1].value
    assert len(model) == 32
    assert words in model.iloc[:, 1].tolist()
    assert model.iloc[:, 2].sum() == 7344


@pytest.mark.usefixtures("shared")
def test_the_boundaries_are_attributed() -> None:
    assert any("geoBoundaries (LTU ADM3)" in read(words) for words in texts(opened("lt", METHOD)))
