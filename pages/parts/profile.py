"""The profile of an initiative: what it is, how it went, who, with what money, and what it rests on.

A profile ignores the filters, and so does all that it lists.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from ecosystem.language import capital
from ecosystem.measures.initiative import RELATIONS
from ecosystem.measures.initiative import profile as of_initiative
from ecosystem.messages import mark
from ecosystem.selection import DEFAULT_RELEVANCE
from pages.parts import facts, head, listing, navigation, report, show
from pages.parts.plain import plain

if TYPE_CHECKING:
    from datetime import date

    from ecosystem.language import Language
    from ecosystem.measures.initiative import Profile
    from pages.parts.session import View

TEXT_PX = 680
# A single milestone is no course of events.
TIMELINE = 2
TEXTS = {
    "problem": mark("Problem"),
    "goal": mark("Goal"),
    "description": mark("What is done"),
    "target_group": mark("For whom"),
}
ICONS = {
    "completed": ":material/check_circle:",
    "ongoing": ":material/play_circle:",
    "planned": ":material/schedule:",
    "terminated": ":material/cancel:",
    "unknown": ":material/help:",
}


def initiative(view: View, initiative_id: str) -> None:
    """The profile of the initiative of that id, or that there is none."""
    found = view.once("profile", lambda: of_initiative(view.store, initiative_id), initiative_id)
    if found is None:
        st.title(view.language.say("There is no such record"), anchor=False)
        st.markdown(plain(view.language.say("No initiative has the id “{id}”.", id=initiative_id[:80])))
        return
    head.configure(view.language.of(found.facts, "title"))
    _head(view, found)
    left, right = st.columns([7, 4], gap="medium")
    with left:
        _texts(view, found)
        _course(view.language, found)
        _aims(view, found)
        _related(view.language, found)
    with right:
        with show.card(view.language.say("Facts"), stretch=False):
            facts.table(facts.rows(found, view.language, view.collected))
        _participants(view, found)
        _money(view, found)
        with show.card(view.language.say("Source"), stretch=False):
            facts.table(facts.source(found, view.language, view.collected))
            report.draw(view, found)


def _head(view: View, found: Profile) -> None:
    language, row = view.language, found.facts
    st.title(plain(language.of(row, "title")), anchor=False)
    other, ours = row[f"title_{language.other}"], row["title_lt_origin"] == "translation"
    if other != row[f"title_{language.code}"]:
        marks = [language.other.upper(), *([language.say("our translation")] if ours and language.code == "en" else [])]
        st.caption(f"{plain(other)} ({', '.join(marks)})")
    if ours and language.code == "lt":
        st.caption(language.say("The Lithuanian title is our translation."))
    with st.container(horizontal=True, gap="xsmall"):
        st.badge(capital(language.of(row, "status")), icon=ICONS.get(row["status"]), color="gray")
        st.badge(capital(language.of(row, "kind")), color="gray")
        for tag in (*found.themes.to_dict("records"), *found.sectors.to_dict("records")):
            st.badge(plain(language.of(tag, "name")), color="blue")
    if row["relevance"] not in DEFAULT_RELEVANCE:
        st.info(
            language.say("This record is context: pages and figures leave it out unless all relevances are asked for."),
            icon=":material/info:",
        )


def _texts(view: View, found: Profile) -> None:
    language = view.language
    missing = []
    for column, heading in TEXTS.items():
        words = language.of(found.facts, column)
        if words == "–":
            missing.append(language.say(heading).lower())
            continue
        st.header(language.say(heading), anchor=False)
        st.markdown(plain(words), width=TEXT_PX)
    if missing:
        st.caption(language.say("The source does not say: {facts}.", facts=", ".join(missing)))


def _course(language: Language, found: Profile) -> None:
    """Two or more milestones as a timeline; one as a sentence."""
    steps = found.milestones.to_dict("records")
    if not steps:
        return
    st.header(language.say("Progress"), anchor=False)
    if len(steps) < TIMELINE:
        source = facts.external(language.say("Source"), steps[0]["source_url"])
        st.markdown(" · ".join(text for text in (_step(steps[0], language), source) if text), width=TEXT_PX)
        return
    with st.container(gap="xsmall", key="course", width=TEXT_PX):
        for position, step in enumerate(steps):
            with st.expander(_step(step, language), type="step", key=f"step-{position}"):
                st.markdown(facts.external(language.say("Source"), step["source_url"]) or "–")


def _step(step: dict[str, Any], language: Language) -> str:
    day: date = step["date"]
    return f"**{plain(language.date(day, step['date_precision']))}** {plain(language.of(step, 'title'))}"


def _aims(view: View, found: Profile) -> None:
    if found.aims.empty:
        return
    language = view.language
    st.header(language.say("Aims of strategies it serves"), anchor=False)
    for aim in found.aims.to_dict("records"):
        strategy = f"{language.of(aim, 'strategy')}; {language.of(aim, 'certainty_name')}"
        st.markdown(f"- {plain(language.of(aim, 'aim'))} :gray[{plain(strategy)}]", width=TEXT_PX)


def _related(language: Language, found: Profile) -> None:
    groups = {name: found.relations[found.relations["relation"] == name] for name in RELATIONS}
    linked = {name: rows.to_dict("records") for name, rows in groups.items() if not rows.empty}
    if linked or not found.similar.empty:
        st.header(language.say("Related initiatives"), anchor=False)
    for name, rows in linked.items():
        st.subheader(language.say(RELATIONS[name]), anchor=False)
        st.markdown("\n".join(f"- {listing.title(row, language)}" for row in rows), width=TEXT_PX)
    if not found.similar.empty:
        st.subheader(language.say("Similar by tags"), anchor=False)
        st.markdown("\n".join(_similar(row, language) for row in found.similar.to_dict("records")), width=TEXT_PX)


def _similar(row: dict[str, Any], language: Language) -> str:
    shared = language.say(
        "{shared} of {tags} tags shared", shared=language.number(row["shared"]), tags=language.number(row["tags"])
    )
    return f"- {listing.title(row, language)} :gray[· {shared}]"


def _participants(view: View, found: Profile) -> None:
    language = view.language
    rows = found.participants.to_dict("records")
    heading = language.say("Participants ({n})", n=language.number(len(rows)))
    with show.card(heading, stretch=False):
        if not rows:
            st.caption(language.say("No organisation is named."))
            return
        facts.table(
            [
                (navigation.initiatives_of("organisation", row["organisation_id"], language.of(row, "name")), role)
                for row in rows
                for role in [plain(language.of(row, "role_name"))]
            ],
            quiet=False,
        )
        st.caption(language.say("A name leads to all initiatives of the organisation."))


def _money(view: View, found: Profile) -> None:
    language = view.language
    with show.card(language.say("Funding"), stretch=False):
        facts.table(facts.funding(found, language))
        if not found.streams.empty:
            st.markdown(f"**{language.say('Funding streams')}**")
            st.markdown("\n".join(_stream(row, language) for row in found.streams.to_dict("records")))


def _stream(row: dict[str, Any], language: Language) -> str:
    where = f"{language.of(row, 'fund_name')} {row['period']}; {language.of(row, 'certainty_name')}"
    return f"- {plain(capital(language.of(row, 'name')))} :gray[{plain(where)}]"
