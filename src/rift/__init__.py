"""The Rift: from raw texts to validated TEI to reader editions.

The data runs one way: ``reading`` → ``structure`` → ``annotate`` → ``encode`` → TEI → ``validate`` / ``verify`` / ``publish``.
"""
