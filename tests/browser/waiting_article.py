"""An editor's article that waits for a publisher, and both of them, for browser tests."""

from wagtail.models import Workflow

from home.roles import EDITORS, PUBLISHERS
from news.models import ArticlePage, NewsIndexPage
from tests import factories

TITLE = "Rains close the road to Huancavelica"


def fill():
    editor = factories.user(EDITORS, username="edith")
    factories.user(PUBLISHERS, username="peter")
    article = ArticlePage(
        title=TITLE, summary="Lorries wait.", owner=editor, live=False
    )
    NewsIndexPage.objects.get().add_child(instance=article)
    article.save_revision(user=editor)
    Workflow.objects.get().start(article, editor)
