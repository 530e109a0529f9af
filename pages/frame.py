"""The frame around every page: navigation, head, and the one place where errors are shown."""

import streamlit as st

from ecosystem.errors import EcosystemError
from pages.parts import errors, filters, head, navigation, session, stage, status

language, presenting = session.settle_language(), session.presenting()
page = st.navigation(navigation.sections(language), position="hidden" if presenting else "top")
filtered = navigation.filtered(page)
head.configure(page.title, logo=not presenting)
between = head.draw("" if navigation.profile(page) else page.title, language, filtered, presenting)
try:
    view = session.current()
    if between:
        head.as_of(between, view)
    place = stage.place(presenting and filtered)
    if filtered:
        filters.bar(view)
    shown = not filtered or status.row(view, navigation.everywhere(page))
    with place:
        if shown:
            page.run()
        elif presenting:
            stage.draw(view, page.title)
    if not shown:
        status.nothing(view)
except EcosystemError as error:
    errors.show(error, language)
except Exception as error:
    errors.show_unexpected(error, language)
