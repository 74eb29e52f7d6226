"""Agreements: texts made of clauses, from draft to signature, and what is owed under them turn by turn."""
