"""What the admin adds for those who write the news."""
