"""What an author writes: the models, expressions and checks of a pack."""
