"""For authors: the stub scores nothing, the solution everything, every known mistake is caught and named.

`proof` does the work, and imports what that needs; `findings` is what it found, for whoever only shows it.
"""
