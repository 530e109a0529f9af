"""The frame around every page: navigation, head, and the one place where errors are shown."""

import streamlit as st

from ecosystem.errors import EcosystemError
from pages.parts import errors, head, navigation, session

language = session.settle_language()
page = st.navigation(navigation.sections(language), position="top")
head.configure(page.title)
between = head.draw(page.title, language)
try:
    head.as_of(between, session.current())
    page.run()
except EcosystemError as error:
    errors.show(error, language)
except Exception as error:
    errors.show_unexpected(error, language)
