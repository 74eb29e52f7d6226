"""What every shell shares, without widgets."""
