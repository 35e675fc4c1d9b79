"""Words in Spanish and Quechua, from the editor's button to the reader's page."""

import pytest
from django.conf import settings
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.admin.rich_text.editors.draftail import DraftailRichTextArea

from psgsite.rich_text import INLINE_FEATURES, TEXT_FEATURES
from tests import factories

DEFAULT = settings.WAGTAILADMIN_RICH_TEXT_EDITORS["default"]["OPTIONS"]["features"]


def as_saved(html):
    """What is stored when an editor opens ``html`` and saves it, without lines' keys."""
    editor = ContentstateConverter(TEXT_FEATURES)
    saved = editor.to_database_format(editor.from_database_format(html))
    return saved.replace(' data-block-key="k"', "")


def line(html):
    return f'<p data-block-key="k">{html}</p>'


@pytest.mark.any_database
@pytest.mark.parametrize("features", [INLINE_FEATURES, TEXT_FEATURES, DEFAULT])
def test_the_editor_has_a_button_for_each_language(features):
    buttons = DraftailRichTextArea(features=features).options["inlineStyles"]

    described = {button["description"]: button.get("label") for button in buttons}
    assert described["Spanish"] == "ES"
    assert described["Quechua"] == "QU"


@pytest.mark.any_database
@pytest.mark.parametrize(
    "html",
    [
        'The <span lang="es">Defensoría del Pueblo</span> and its staff',
        '<span lang="qu">Pachamama</span>',
        'The <i><span lang="es">rondas campesinas</span></i>',
        '<b>Both <span lang="qu">ayllu</span></b> and <span lang="es">canon</span>',
        '<a href="https://example.org/">The <span lang="es">Congreso</span></a>',
        '<span lang="es">La <a href="https://example.org/">República</a></span>',
    ],
)
def test_a_mark_is_the_same_after_it_was_opened_and_saved(html):
    expected = html.replace(
        '<span lang="es">La <a href="https://example.org/">República</a></span>',
        '<span lang="es">La </span>'
        '<a href="https://example.org/"><span lang="es">República</span></a>',
    )

    assert as_saved(line(html)) == f"<p>{expected}</p>"


@pytest.mark.any_database
@pytest.mark.parametrize("pasted", ['<span lang="de">', "<span>", '<span class="es">'])
def test_other_marks_that_came_with_a_text_go_and_its_words_stay(pasted):
    assert as_saved(line(f"The {pasted}words</span> stay")) == "<p>The words stay</p>"


@pytest.mark.django_db
def test_readers_get_the_language_of_the_words(client, news):
    body = [{"type": "paragraph", "value": line('An <span lang="qu">ayllu</span>.')}]
    factories.article(news, body=body)

    html = client.get("/news/verdict-due/").content.decode()

    assert 'An <span lang="qu">ayllu</span>.' in html


@pytest.mark.django_db
def test_marked_words_are_found_and_the_mark_is_not(client, news):
    text = line('The <span lang="es">rond</span>as and <span lang="qu">ayllus</span>')
    factories.article(news, body=[{"type": "paragraph", "value": text}])

    def found(query):
        results = client.get("/search/", {"query": query}).context["results"]
        return results.paginator.count

    assert found("rondas ayllus") == 1
    assert found("span") == found("lang") == found("qu") == 0
