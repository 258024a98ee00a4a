"""Plain-text editions."""
