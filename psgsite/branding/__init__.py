"""What makes Wagtail's admin the group's own: its mark, its colours, a short menu."""
