"""Registers what the admin adds for those who write the news."""

from django.urls import path, reverse
from wagtail import hooks

from news.editing.article_list import ArticleViewSet
from news.editing.new_article import (
    NewArticleMenuItem,
    NewArticleSummaryItem,
    new_article,
)


@hooks.register("register_admin_viewset")
def register_articles():
    return ArticleViewSet()


@hooks.register("register_admin_urls")
def register_new_article():
    return [path("news/articles/new/", new_article, name="new_article")]


@hooks.register("register_admin_menu_item")
def register_new_article_menu_item():
    # Before everything else.
    return NewArticleMenuItem(
        "New article", reverse("new_article"), icon_name="plus", order=50
    )


@hooks.register("construct_homepage_summary_items")
def offer_new_article(request, summary_items):
    summary_items.append(NewArticleSummaryItem(request))
