"""Where: counties or municipalities shaded; a click narrows all that stands beneath."""

import streamlit as st

from ecosystem.measures import facets, funding, overview
from pages.parts import figures, listing, navigation, session, show, stage, status
from pages.parts.areas import beside, drawing, notes, shown, themes

view = session.current()
say = view.language.say
asked = shown.asked(view)

if view.present:
    with stage.draw(view, shown.title(view, asked)):
        drawing.draw(view, asked)
    stage.beneath(view, notes.notes(view, asked))
else:
    left, right = st.columns([7, 3], gap="small")
    with left, show.card(shown.title(view, asked)):
        shown.controls(view, asked)
        drawing.draw(view, asked)
        st.caption(notes.notes(view, asked))
    with right:
        beside.tray(view, asked)
        beside.table(view, asked)

    if view.ask(facets.tally).initiatives:
        show.summary(view)
        figures.band(view, view.ask(overview.figures), view.ask(funding.stated))
    elif view.selection.active:
        status.nothing(view)
    tabs = navigation.tabs({"list": say("Initiatives"), "themes": say("Themes by county")}, view.language)
    if tabs["list"].open:
        with tabs["list"]:
            sort, columns = listing.asked(view)
            listing.controls(view, sort, columns)
            listing.table(view, sort, columns)
    if tabs["themes"].open:
        with tabs["themes"]:
            themes.table(view)
