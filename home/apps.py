from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "home"

    def ready(self):
        from home.dashboard import receivers  # noqa: F401 – connects them
