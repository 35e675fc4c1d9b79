"""Registers what the admin adds for those who write the news."""

from wagtail import hooks

from news.editing.article_list import ArticleViewSet


@hooks.register("register_admin_viewset")
def register_articles():
    return ArticleViewSet()
