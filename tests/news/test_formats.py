"""An article's other forms: Markdown, BibTeX and RIS, each below its own address."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from news.models import Region, Topic
from psgsite.models import OrganisationSettings
from tests import factories
from tests.news.article_texts import block, full_article, paragraph

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

FORMS = ["markdown/", "bibtex/", "ris/"]

every_form = pytest.mark.parametrize("form", FORMS)


def markdown(client):
    return client.get("/news/verdict-due/markdown/").content.decode()


@pytest.mark.parametrize(
    ("form", "content_type", "file"),
    [
        ("markdown/", "text/markdown; charset=utf-8", None),
        ("bibtex/", "application/x-bibtex; charset=utf-8", "verdict-due.bib"),
        (
            "ris/",
            "application/x-research-info-systems; charset=utf-8",
            "verdict-due.ris",
        ),
    ],
)
def test_each_form_says_what_it_is(client, news, form, content_type, file):
    factories.article(news)

    response = client.get(f"/news/verdict-due/{form}")

    assert response.status_code == 200
    assert "Verdict due" in response.content.decode()
    assert response["Content-Type"] == content_type
    expected = f'attachment; filename="{file}"' if file else None
    assert response.get("Content-Disposition") == expected


@every_form
def test_search_engines_are_led_to_the_article_itself(client, news, settings, form):
    settings.ALLOWED_HOSTS = ["*"]
    factories.article(news)

    response = client.get(f"/news/verdict-due/{form}", headers={"host": "evil.example"})

    assert response["X-Robots-Tag"] == "noindex"
    assert response["Link"] == '<http://testserver/news/verdict-due/>; rel="canonical"'
    assert "X-Robots-Tag" not in client.get("/news/verdict-due/")
    assert "evil.example" not in response.content.decode()


@every_form
def test_each_form_is_for_reading_only(client, news, form):
    factories.article(news)
    address = f"/news/verdict-due/{form}"

    head = client.head(address)

    assert head.status_code == 200
    assert head.content == b""
    assert head["Content-Type"] == client.get(address)["Content-Type"]
    assert client.post(address).status_code == 405


@every_form
def test_who_has_a_form_already_gets_no_copy(client, news, form):
    article = factories.article(news)
    address = f"/news/verdict-due/{form}"
    tag = {"if-none-match": client.get(address)["ETag"]}
    assert client.get(address, headers=tag).status_code == 304

    article.title = "Verdict given"
    article.save()

    assert client.get(address, headers=tag).status_code == 200


@pytest.mark.parametrize(
    "rest", ["nothing/", "markdown/more/", "feed/", "2014/", "markdown/bibtex/"]
)
def test_nothing_else_is_below_an_article(client, news, rest):
    factories.article(news)

    assert client.get("/news/verdict-due/markdown/").status_code == 200
    assert client.get(f"/news/verdict-due/{rest}").status_code == 404
    assert client.get("/news/nothing/markdown/").status_code == 404


@every_form
def test_a_draft_has_no_other_form(client, news, form):
    factories.article(news, live=False)
    factories.article(news, title="Published")

    assert client.get(f"/news/verdict-due/{form}").status_code == 404
    assert client.get(f"/news/published/{form}").status_code == 200


@every_form
def test_a_withdrawn_article_has_no_other_form(client, news, form):
    article = factories.article(news)
    assert client.get(f"/news/verdict-due/{form}").status_code == 200

    article.withdraw("It was wrong.", user=None)

    response = client.get(f"/news/verdict-due/{form}")
    assert response.status_code == 410
    assert "Judges meet" not in response.content.decode()


@every_form
@pytest.mark.parametrize("restricted", ["article", "section"])
def test_a_private_article_asks_to_sign_in_first(client, news, form, restricted):
    article = factories.article(news)
    address = f"/news/verdict-due/{form}"
    factories.restrict(article if restricted == "article" else news)

    response = client.get(address)

    assert response.status_code == 302
    assert response["Location"] == f"/admin/login/?next={address}"
    client.force_login(factories.user())
    shown = client.get(address)
    assert "Verdict due" in shown.content.decode()
    assert "no-store" in shown["Cache-Control"]


@every_form
def test_an_article_with_a_password_asks_for_it_first(client, news, form):
    restriction = PageViewRestriction.objects.create(
        page=factories.article(news), restriction_type="password", password="quinoa"
    )
    address = f"/news/verdict-due/{form}"

    asked = client.get(address)

    assert 'type="password"' in asked.content.decode()
    assert "Judges meet" not in asked.content.decode()
    given = client.post(
        f"/_util/authenticate_with_password/{restriction.pk}/{restriction.page_id}/",
        {"password": "quinoa", "return_url": address},
    )
    assert given["Location"] == address
    assert "Verdict due" in client.get(address).content.decode()


def test_the_markdown_has_all_that_the_article_says(client, news):
    settings = OrganisationSettings.for_site(news.get_site())
    settings.licence = "CC BY 4.0"
    settings.save()
    full_article(
        news,
        topics=[Topic.objects.create(name="Mining")],
        regions=[Region.objects.create(name="Puno"), Region.objects.create(name="Ica")],
    )

    text = markdown(client)

    assert text.startswith(
        "# Verdict due\n\n8 December 2014 · By Rosa Quispe\n\nJudges meet in Lima.\n\n"
    )
    assert "![Marchers](http://testserver/media/images/" in text
    assert "\n\nIn Puno (A. Vargas)\n\n" in text
    assert "\n\n## Heading\n\n" in text
    assert "\n\n\n" not in text
    assert "\n\nSee [here](http://testserver/news/).\n\n" in text
    assert "\n\n> We were not asked.\n\nA farmer\n\n" in text
    assert "[Play: Water](https://vimeo.com/123456789)" in text
    assert "\n\n## Correction\n\n9 December 2014\n\nIt was **Puno**.\n\n---\n\n" in text
    assert "- Address: [http://testserver/news/verdict-due/](http://testserver/" in text
    assert "- Topics: Mining\n- Regions: Ica, Puno\n- Licence: CC BY 4.0\n" in text


def test_the_markdown_leaves_out_what_there_is_not(client, news):
    factories.article(news, summary="")

    assert markdown(client) == (
        "# Verdict due\n\n8 December 2014\n\n---\n\n"
        "- Address: [http://testserver/news/verdict-due/]"
        "(http://testserver/news/verdict-due/)\n"
    )


def test_tables_survive_in_markdown(client, news):
    columns = [
        {"type": "text", "heading": "Region|place"},
        {"type": "number", "heading": "Votes"},
    ]
    rows = [
        {"values": ["<p>Puno | <b>Juliaca</b></p><p>2014</p>", "21"]},
        {"values": ["<p></p>", "3"]},
    ]
    table = block("table", {"caption": "Votes", "columns": columns, "rows": rows})
    factories.article(news, body=[table])

    text = markdown(client)

    assert (
        "Votes\n\n"
        "| Region\\|place | Votes |\n"
        "| --- | --- |\n"
        "| Puno \\| **Juliaca**  2014 | 21 |\n"
        "|  | 3 |\n" in text
    )


@pytest.mark.parametrize(
    ("words", "escaped"),
    [
        ("a_b *c* `d` [e] ~f~", r"a\_b \*c\* \`d\` \[e\] \~f\~"),
        ("<script>alert(1)</script>", r"\<script>alert(1)\</script>"),
        ("&lt; & AT&T", r"\&lt; & AT&T"),
        ("# not a heading", r"\# not a heading"),
        ("- not a list", r"\- not a list"),
        ("1. not a list", r"1\. not a list"),
        ("2014 was dry. 5 died", "2014 was dry. 5 died"),
        ("C:\\x", r"C:\\x"),
        ("Áncash – Ch’uqi Pukyu", "Áncash – Ch’uqi Pukyu"),
    ],
)
def test_words_that_look_like_markup_stay_words(client, news, words, escaped):
    factories.article(news, summary=words)

    assert f"\n\n{escaped}\n\n---" in markdown(client)


def test_an_exclamation_before_a_link_makes_no_picture(client, news):
    text = '<p>Look!<a href="https://example.org/a_(b)">here</a></p>'
    factories.article(news, body=[paragraph(text)])

    assert r"Look\![here](https://example.org/a_%28b%29)" in markdown(client)


def test_an_alternative_text_cannot_leave_its_brackets(client, news):
    image = factories.image()
    factories.article(news, image=image, image_alt_text="a](/x) <b>\n\nc")

    assert r"![a\](/x) \<b> c](http://testserver/media/" in markdown(client)


def test_markdown_costs_the_same_however_many_pictures_and_links_there_are(
    client, news
):
    for count in (1, 8):
        pictures = [
            {"image": factories.image().pk, "alt_text": "A"} for _ in range(count)
        ]
        body = [block("image", {"image": each, "caption": ""}) for each in pictures]
        body += [paragraph(f'<a linktype="page" id="{news.pk}">News</a>')] * count
        factories.article(news, slug=f"of-{count}", body=body)
        client.get(f"/news/of-{count}/markdown/")  # makes the sizes

    spent = []
    for count in (1, 8):
        with CaptureQueriesContext(connection) as queries:
            text = client.get(f"/news/of-{count}/markdown/").content.decode()
        assert text.count("![A]") == count
        spent.append(len(queries))

    assert spent[0] == spent[1]
