"""Measures how well the site does what it is for. The site itself knows nothing of this."""
