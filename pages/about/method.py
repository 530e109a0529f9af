"""What counts as social innovation here, how records were gathered, how figures are counted, where the data is from."""

import streamlit as st

from ecosystem.measures import dataset
from pages.parts import method_texts, navigation, session, show

view = session.current()
say, language = view.language.say, view.language

names = {
    "definitions": say("What counts"),
    "records": say("Records and coding"),
    "measures": say("How figures are counted"),
    "sources": say("Sources and licences"),
    "model": say("Data model"),
}
tabs = dict(zip(names, st.tabs(list(names.values()), default=names.get(navigation.asked_tab())), strict=True))

coding = dataset.coding(view.store)
counts = {"code": say("Code"), "initiatives": say("Initiatives")}
with tabs["definitions"]:
    show.texts(method_texts.definitions(say))
    show.plain_table(coding[coding["vocabulary"] == "relevance"], counts, language)
    show.texts(method_texts.own_words(say))
    show.plain_table(coding[coding["vocabulary"] == "social-innovation"], counts, language)
with tabs["records"]:
    show.texts(method_texts.gathering(say))
    show.plain_table(coding[coding["vocabulary"] == "gathered-by"], counts, language)
    show.texts(method_texts.coding(say))
with tabs["measures"]:
    show.texts(method_texts.measures(say))
with tabs["sources"]:
    show.texts(method_texts.sources(say))
    quality = {"quality": say("What the address leads to"), "initiatives": say("Initiatives")}
    show.plain_table(dataset.source_quality(view.store), quality, language)
    show.texts(method_texts.licences(say, dataset.boundaries(view.store) or "–"))
with tabs["model"]:
    show.texts(method_texts.model(say))
    sizes = dataset.table_sizes(view.store)
    sizes["holds"] = [say(comment) for comment in sizes["holds"]]
    show.plain_table(sizes, {"name": say("Table"), "holds": say("Holds"), "rows": say("Rows")}, language)
