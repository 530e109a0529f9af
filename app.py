"""The dashboard as one ASGI application: `streamlit run app.py`."""

import streamlit as st

from server.lifespan import lifespan
from server.middleware import MIDDLEWARE
from server.routes import ROUTES

app = st.App("pages/frame.py", lifespan=lifespan, middleware=MIDDLEWARE, routes=ROUTES)
