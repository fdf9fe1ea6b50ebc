"""`grade watch`: what comes in (keys, saves), what is shown (the screen), and the session between them."""
