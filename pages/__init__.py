"""The dashboard's pages; one module a page, the frame around all of them in frame.py."""
