"""Writing an article: one click to its form, guidance on length, and pasting clean text."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import serve
from tests.browser.signing_in import printed_password, sign_in

pytestmark = pytest.mark.any_database

# A busy machine takes its time.
expect.set_options(timeout=60_000)

# What Word puts on the clipboard, shortened, and a page of the web to copy from.
FROM_WORD = """
<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta name=Generator content="Microsoft Word 15"><style><!--
 p.MsoNormal {margin:0cm; font-family:"Calibri",sans-serif; color:red;} --></style></head>
<body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
<h1 style='color:#2F5496'>The verdict<o:p></o:p></h1>
<p class=MsoNormal style='mso-margin-top-alt:auto'><b style='mso-bidi-font-weight:normal'>
<span style='font-size:14.0pt;color:red'>Judges</span></b> meet in
<span style='background:yellow'><i>Lima</i></span>.<o:p></o:p></p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>
<u>Underlined</u> and <a href="https://example.org/verdict" class=MsoHyperlink>linked</a></p>
<!--EndFragment--></body></html>
"""
FROM_THE_WEB = """
<div class="article" style="font:20px Arial" onclick="alert(1)">
<script>window.ran = "run"</script><style>.x { color: red }</style>
<img src="https://tracker.example/pixel.gif" width="1" height="1">
<h2 id="top">Headline</h2>
<p>Farmers <strong class="x">march</strong> on <em>Puno</em>.
<iframe src="https://tracker.example/frame"></iframe>
<a href="javascript:alert(1)">Run</a> <a href="https://example.org/march" target="_blank"
onmouseover="alert(1)">Read</a></p>
<ul><li>Water</li><li>Land</li></ul>
<form action="https://tracker.example/"><input name="q" value="typed"></form></div>
"""
PASTE = """(editor, html) => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  data.setData("text/plain", "plain");
  const paste = { clipboardData: data, bubbles: true, cancelable: true };
  editor.dispatchEvent(new ClipboardEvent("paste", paste));
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("writing")
    with serve(folder, {"DEBUG": "1"}, ["manage.py", "run"]) as (url, log):
        yield url, printed_password(log)


@pytest.fixture
def form(site, page):
    """The form of a new article, one click from the home of someone who signed in."""
    url, password = site
    page.set_default_timeout(60_000)
    page.goto(f"{url}/admin/")
    sign_in(page, "admin", password)
    page.get_by_role("main").get_by_role("link", name="New article").click()
    page.wait_for_url(re.compile("/add/news/articlepage/"))
    return page


def test_writing_is_guided_and_what_is_pasted_is_clean(form, site):
    count_the_summary(form)

    form.locator("#id_title").fill("From elsewhere")
    form.get_by_role("button", name="Insert a block").first.click()
    show_a_preview_of_a_block(form)
    form.get_by_role("option", name="Text").click()
    editor = form.locator(".public-DraftEditor-content").first
    editor.click()
    editor.evaluate(PASTE, FROM_WORD)
    stored = form.locator("input[name='body-0-value']")
    expect(stored).to_have_value(re.compile("Judges"))
    form.keyboard.press("Enter")
    copy_from_the_web(form.context)
    editor.press("Control+V")
    expect(stored).to_have_value(re.compile("Farmers"))
    form.get_by_role("button", name="More actions").click()
    form.get_by_role("button", name="Publish", exact=True).click()
    # It may have been saved by itself before.
    published = re.compile("(created and|has been) published")
    expect(form.get_by_text(published).first).to_be_visible()

    form.goto(f"{site[0]}/news/from-elsewhere/")
    text = form.locator(".prose").first
    expect(text.locator("b", has_text="Judges")).to_be_visible()
    expect(text.locator("i", has_text="Lima")).to_be_visible()
    expect(text.locator("a[href='https://example.org/verdict']")).to_be_visible()
    expect(text.locator("li", has_text="Water")).to_be_visible()
    html = text.evaluate("text => text.innerHTML")
    assert "Headline" in html
    unwanted = "style= class= mso <span <img <iframe <h1 <h2 <u> <form script onmouse"
    assert [each for each in unwanted.split() if each in html.lower()] == []
    assert "tracker.example" not in form.content()
    assert not re.search("alert|window.ran|color: red|Calibri", html)


def copy_from_the_web(context):
    page = context.new_page()
    page.route("https://**", lambda route: route.abort())
    page.set_content(FROM_THE_WEB)
    page.keyboard.press("Control+A")
    page.keyboard.press("Control+C")
    page.close()


def count_the_summary(form):
    summary = form.get_by_role("textbox", name="Summary")
    shown = form.locator("#id_summary ~ .psg-length")
    spoken = form.locator("#id_summary ~ [role=status]")
    expect(shown).to_have_text("0 characters: up to 200 is best.")
    expect(spoken).to_be_empty()
    summary.fill("Judges meet in Lima.")
    expect(shown).to_have_text("20 characters: up to 200 is best.")
    # Read out when the writer has stopped for a moment.
    expect(spoken).to_have_text("20 characters: up to 200 is best.")
    summary.fill("a" * 203)
    expect(shown).to_have_text("203 characters: 3 more than is best.")
    form.get_by_role("tab", name="Promote").click()
    form.locator("#id_search_description").fill("é")
    expect(form.locator("#id_search_description ~ .psg-length")).to_have_text(
        "1 character: up to 160 is best."
    )
    form.get_by_role("tab", name="Content").click()


def show_a_preview_of_a_block(form):
    form.locator(".w-combobox__option-preview").first.click()
    preview = form.frame_locator(".w-combobox-preview__iframe")
    expect(preview.get_by_role("heading", name="The second round")).to_be_visible()
