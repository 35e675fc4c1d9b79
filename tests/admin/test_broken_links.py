"""Links in published texts that lead nowhere, wherever they stand."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse
from wagtail.documents import get_document_model

from about.models import HistoryPage
from home.dashboard.models import Finding
from news.models import ArticlePage
from tests import factories


def to_page(page):
    return f'<p>See <a linktype="page" id="{page.pk}">the news</a>.</p>'


def text(html):
    return [{"type": "paragraph", "value": html}]


@pytest.fixture
def target(news):
    return factories.article(news, title="Target", slug="target")


def broken(client, **options):
    """The list's rows: title of the page, words of the link, what is wrong."""
    response = client.get(reverse("broken_links"), options)
    columns = response.context["table"].columns.values()
    _, _, why = columns
    return [
        (row.page.title, row.text, why.get_value(row))
        for row in response.context["object_list"]
    ]


def test_a_link_breaks_when_its_page_is_deleted(editor, news, target):
    factories.article(news, title="Source", body=text(to_page(target)))
    assert broken(editor) == []

    target.delete()

    assert broken(editor) == [("Source", "the news", "The page was deleted.")]
    assert "1 broken link" in editor.get("/admin/").content.decode()


def test_it_breaks_when_its_page_is_unpublished_and_heals(editor, news, target):
    factories.article(news, title="Source", body=text(to_page(target)))

    target.unpublish()
    assert broken(editor) == [
        ("Source", "the news", "The page “Target” isn’t published.")
    ]

    target.save_revision().publish()
    assert broken(editor) == []


def test_a_link_to_a_document_breaks_when_it_is_deleted(editor, news):
    document = factories.document()
    link = f'<p><a linktype="document" id="{document.pk}">The report</a></p>'
    factories.article(news, title="Source", body=text(link))
    assert broken(editor) == []

    get_document_model().objects.all().delete()

    assert broken(editor) == [("Source", "The report", "The document was deleted.")]


def test_a_link_without_a_target_is_broken_from_the_start(editor, news):
    body = text('<p><a>This</a> and <a href="https://example.org/">that</a></p>')

    factories.article(news, title="Source", body=body)

    assert broken(editor) == [("Source", "This", "It leads to nothing.")]


@pytest.mark.parametrize("number", ["", "x", "9" * 30])
def test_a_link_with_a_number_that_can_be_none_leads_nowhere(editor, news, number):
    link = f'<p><a linktype="page" id="{number}">This</a></p>'

    factories.article(news, title="Source", body=text(link))

    assert broken(editor) == [("Source", "This", "It leads to nothing.")]


def link_in_table(html):
    columns = [{"type": "text", "heading": "Region"}]
    rows = [{"values": [html]}]
    value = {"caption": "Votes", "columns": columns, "rows": rows}
    return {"type": "table", "value": value}


def test_every_kind_of_block_is_looked_at(editor, news, target):
    call = {"text": "Join", "label": "Go", "page": target.pk, "url": ""}
    facts = {"title": "Facts", "text": to_page(target)}
    attached = factories.document()
    body = [
        {"type": "paragraph", "value": to_page(target)},
        {"type": "call_to_action", "value": call},
        {"type": "fact_box", "value": facts},
        {"type": "document", "value": {"document": attached.pk, "title": ""}},
        link_in_table(to_page(target)),
    ]
    corrections = [factories.correction(to_page(target))]
    factories.article(news, title="Source", body=body, corrections=corrections)
    assert broken(editor) == []

    target.delete()
    get_document_model().objects.all().delete()

    assert [why for _, _, why in broken(editor, kind="page")] == [
        "The page was deleted."
    ] * 5
    assert [why for _, _, why in broken(editor, kind="document")] == [
        "The document was deleted."
    ]


def test_standing_pages_are_looked_at_too(editor, target):
    history = HistoryPage.objects.get()
    event = {"year": 1980, "heading": "War", "text": "<p>A.</p>", "page": target.pk}
    stream = history.timeline.stream_block
    history.timeline = stream.to_python([{"type": "event", "value": event}])
    history.save_revision().publish()

    target.delete()

    assert broken(editor) == [(history.title, "", "The page was deleted.")]


def test_only_what_is_published_counts(editor, news, target):
    draft = factories.article(news, title="Draft", live=False, body=text("<a>This</a>"))
    source = factories.article(news, title="Source", body=text(to_page(target)))
    target.delete()
    assert [title for title, *_ in broken(editor)] == ["Source"]

    draft.save_revision().publish()
    source.unpublish()

    assert [title for title, *_ in broken(editor)] == ["Draft"]


def test_mending_the_link_takes_it_from_the_list(editor, news):
    article = factories.article(news, title="Source", body=text("<p><a>This</a></p>"))
    assert broken(editor)

    article.body = article.body.stream_block.to_python(text("<p>This</p>"))
    article.save_revision()
    assert broken(editor)
    article.get_latest_revision().publish()

    assert broken(editor) == []


def test_the_daily_job_finds_what_was_never_saved_since(editor, news, target):
    factories.article(news, title="Source", body=text(to_page(target)))
    target.delete()
    Finding.objects.all().delete()
    assert broken(editor) == []
    output = StringIO()

    for _ in range(2):
        call_command("look_for_faults", stdout=output)

    assert broken(editor) == [("Source", "the news", "The page was deleted.")]
    assert "9 pages looked at: 1 broken links, 0 pictures" in output.getvalue()


def test_reading_the_list_reads_no_text(
    editor, news, target, django_assert_max_num_queries
):
    for n in range(30):
        factories.article(news, title=f"Source {n}", body=text(to_page(target)))
    target.delete()
    broken(editor)

    with django_assert_max_num_queries(20) as queries:
        assert len(broken(editor)) == 30

    table = ArticlePage._meta.db_table
    assert not [query for query in queries if f'"{table}"."body"' in query["sql"]]
