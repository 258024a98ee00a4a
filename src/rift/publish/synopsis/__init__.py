"""Events and their tellings: pages, chronology, contradictions, chains, downloads."""
