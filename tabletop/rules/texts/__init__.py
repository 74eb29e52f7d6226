"""Texts as data: terms, drafts and deals, and where they stand in a row; everything a rulebook is compiled with."""
