"""What a public edition withholds, and the check that it does."""
