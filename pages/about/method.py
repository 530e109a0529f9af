"""What counts as social innovation here, how records were gathered, how figures are counted, where the data is from."""

from ecosystem.measures import dataset
from pages.parts import boundaries, method_texts, navigation, session, show

view = session.current()
say, language = view.language.say, view.language

names = {
    "definitions": say("What counts"),
    "records": say("Records and coding"),
    "measures": say("How figures are counted"),
    "sources": say("Sources and licences"),
    "model": say("Data model"),
}
tabs = navigation.tabs(names, language)

coding = view.once("coding", lambda: dataset.coding(view.store))
initiatives = {"initiatives": say("Initiatives")}
with tabs["definitions"]:
    show.texts(method_texts.definitions(say))
    show.plain_table(
        view, coding[coding["vocabulary"] == "relevance"], {"code": say("Relevance")} | initiatives, "relevance"
    )
    show.texts(method_texts.own_words(say))
    itself = {"code": say("Calls itself a social innovation")} | initiatives
    show.plain_table(view, coding[coding["vocabulary"] == "social-innovation"], itself, "itself")
with tabs["records"]:
    show.texts(method_texts.gathering(say))
    show.plain_table(
        view, coding[coding["vocabulary"] == "gathered-by"], {"code": say("Found by")} | initiatives, "gathered"
    )
    show.texts(method_texts.coding(say))
with tabs["measures"]:
    show.texts(method_texts.measures(say))
    show.texts(method_texts.filters(say))
with tabs["sources"]:
    show.texts(method_texts.sources(say))
    sources = view.once("sources", lambda: dataset.source_quality(view.store))
    quality = {"quality": say("What the address leads to")} | initiatives
    show.plain_table(view, sources, quality, "quality")
    show.texts([boundaries.licence(view), *method_texts.licences(say)])
with tabs["model"]:
    show.texts(method_texts.model(say))
    sizes = view.once("sizes", lambda: dataset.table_sizes(view.store))
    sizes = sizes.assign(holds=[say(comment) for comment in sizes["holds"]])
    show.plain_table(view, sizes, {"name": say("Table"), "holds": say("Holds"), "rows": say("Rows")}, "model")
