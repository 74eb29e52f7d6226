"""Widgets: a list, a page and a bar that draw their own lines; few nodes, no layouts."""
