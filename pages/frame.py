"""The frame around every page: navigation, head, and the one place where errors are shown."""

import streamlit as st

from ecosystem.errors import EcosystemError
from pages.parts import errors, filters, head, navigation, session, status

language = session.settle_language()
page = st.navigation(navigation.sections(language), position="top")
head.configure(page.title)
between = head.draw("" if navigation.profile(page) else page.title, language)
try:
    view = session.current()
    head.as_of(between, view)
    if navigation.filtered(page):
        filters.bar(view)
    if not navigation.filtered(page) or status.row(view):
        page.run()
except EcosystemError as error:
    errors.show(error, language)
except Exception as error:
    errors.show_unexpected(error, language)
