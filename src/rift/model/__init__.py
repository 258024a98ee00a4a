"""What the stages hand to each other. Knows nobody."""
