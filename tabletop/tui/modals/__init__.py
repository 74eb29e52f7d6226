"""Modals: for rare things only."""
