"""Panels: what stands in each list and page, as plain rows and paragraphs; no widgets here."""
