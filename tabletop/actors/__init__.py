"""AI delegations."""
