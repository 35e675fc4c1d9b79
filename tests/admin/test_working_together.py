"""Saving while one writes, and two people at one page."""

from news.models import ArticlePage
from tests.admin.editing import add_url, edit, edit_url, form


def autosave(client, address, **fields):
    """What the browser sends while someone writes, and the answer."""
    json = {"Accept": "application/json"}
    return client.post(address, form(ArticlePage, **fields), headers=json)


def latest_title():
    return ArticlePage.objects.get().get_latest_revision_as_object().title


def test_a_new_article_is_saved_while_it_is_written(editor, news):
    saved = autosave(editor, add_url(news, ArticlePage), title="First words").json()

    draft = ArticlePage.objects.get()
    assert saved["success"]
    assert saved["url"] == edit_url(draft)
    assert (draft.title, draft.live) == ("First words", False)


def test_saving_while_one_writes_keeps_one_revision(editor, news):
    first = autosave(editor, add_url(news, ArticlePage), title="First").json()
    draft = ArticlePage.objects.get()

    second = autosave(
        editor,
        edit_url(draft),
        title="Second",
        overwrite_revision_id=first["revision_id"],
    ).json()

    assert second["revision_id"] == first["revision_id"]
    assert latest_title() == "Second"


def test_what_cannot_be_saved_is_said_without_losing_the_text(editor, news):
    refused = autosave(editor, add_url(news, ArticlePage), slug="feed")

    assert refused.status_code == 400
    assert refused.json()["error_code"] == "validation_error"
    assert not ArticlePage.objects.exists()


def test_nobody_overwrites_what_another_saved_meanwhile(editor, publisher, news):
    mine = autosave(editor, add_url(news, ArticlePage), title="Mine").json()
    draft = ArticlePage.objects.get()
    edit(publisher, draft, title="Theirs")

    refused = autosave(
        editor,
        edit_url(draft),
        title="Mine again",
        loaded_revision_id=mine["revision_id"],
        loaded_revision_created_at=mine["revision_created_at"],
    )

    assert refused.status_code == 400
    assert refused.json()["error_code"] == "invalid_revision"
    assert latest_title() == "Theirs"


def test_both_texts_are_kept_when_both_people_save(editor, publisher, news):
    autosave(editor, add_url(news, ArticlePage), title="Mine")
    draft = ArticlePage.objects.get()

    edit(publisher, draft, title="Theirs")
    edit(editor, draft, title="Mine again")

    titles = [revision.as_object().title for revision in draft.revisions.order_by("pk")]
    assert titles == ["Mine", "Theirs", "Mine again"]


def test_one_is_told_who_else_has_the_page_open(editor, publisher, news):
    autosave(editor, add_url(news, ArticlePage), title="Mine")
    draft = ArticlePage.objects.get()

    publisher.get(edit_url(draft))
    ping = editor.get(edit_url(draft)).context["editing_sessions"].ping_url
    told = editor.post(ping).json()

    names = [session["user"] for session in told["other_sessions"]]
    assert names == ["publishers"]
