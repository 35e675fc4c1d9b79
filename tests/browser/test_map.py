"""The map in a reader's hands: keys, fingers, eyes."""

import pytest
from playwright.sync_api import expect

from tests.contrast import contrast, luminance

pytestmark = pytest.mark.any_database

# What a browser makes of a colour: drawn on a canvas and read back, as sRGB.
READ_COLOURS = """
() => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const read = colour => {
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const tile = document.querySelector('a.tile');
  const drawn = (step) => {
    tile.setAttribute('class', `tile tile--${step}`);
    return ['rect', 'g text'].map(part => read(getComputedStyle(tile.querySelector(part)).fill));
  };
  const quiet = document.querySelector('g.tile');
  return [1, 2, 3, 4, 5].map(drawn).concat([
    ['rect', 'text'].map(part => read(getComputedStyle(quiet.querySelector(part)).fill))
  ]);
}
"""


@pytest.fixture
def open_map(site, browser):
    """The news section in a new window, which may have a size and a colour scheme."""

    def opened(address="/news/", **options):
        reader = browser.new_context(**options).new_page()
        reader.goto(site.url + address)
        return reader

    return opened


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_step_of_the_map_can_be_read(open_map, scheme):
    colours = open_map(color_scheme=scheme).evaluate(READ_COLOURS)
    grounds = {tuple(ground) for ground, _ in colours}

    assert len(grounds) == 6
    for ground, text in colours:
        assert contrast(ground, text) >= 4.5, f"{text} on {ground}"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_each_step_is_further_from_the_paper(open_map, scheme):
    *colours, quiet = open_map(color_scheme=scheme).evaluate(READ_COLOURS)
    grounds = [luminance(ground) for ground, _ in [quiet, *colours]]

    assert grounds == sorted(grounds, reverse=scheme == "light")


def test_the_tab_key_walks_the_map_row_by_row(open_map):
    reader = open_map()
    names = [
        tile.get_attribute("aria-label")
        for tile in reader.get_by_role("group", name="Map of the regions")
        .get_by_role("link")
        .all()
    ]
    assert len(names) > 2

    reader.locator("a.tile").first.focus()
    for name in names:
        expect(reader.locator("a.tile:focus")).to_have_attribute("aria-label", name)
        reader.keyboard.press("Tab")

    expect(reader.locator("summary", has_text="Regions as a list")).to_be_focused()


def test_a_tile_in_focus_has_an_ochre_edge_and_says_its_name(open_map):
    reader = open_map()
    tile = reader.locator("a.tile").first
    expect(tile.locator(".tile__name")).to_be_hidden()

    reader.locator(".map__elsewhere a").last.focus()
    reader.keyboard.press("Tab")

    expect(tile).to_be_focused()
    expect(tile.locator(".tile__name")).to_be_visible()
    edge = tile.locator("rect").evaluate("rect => getComputedStyle(rect).stroke")
    assert edge == "rgb(185, 119, 14)"


def test_enter_leads_to_the_news_of_a_region(open_map):
    reader = open_map("/news/topics/elections/")

    reader.get_by_role("link", name="Puno (PUN), 1 article").focus()
    reader.keyboard.press("Enter")

    expect(reader.get_by_role("heading", level=1)).to_have_text("Elections in Puno")
    expect(reader.get_by_role("link", name="Puno (PUN), 1 article")).to_have_attribute(
        "aria-current", "true"
    )


def test_tiles_and_links_are_large_enough_for_a_finger(open_map):
    reader = open_map(viewport={"width": 320, "height": 800})
    reader.locator("summary", has_text="Regions as a list").click()

    tiles = [tile.bounding_box() for tile in reader.locator("a.tile rect").all()]
    links = [link.bounding_box() for link in reader.locator(".facet a").all()]

    assert len(tiles) > 2
    assert len(links) > len(tiles)
    assert all(min(box["width"], box["height"]) >= 44 for box in tiles)
    assert all(box["height"] >= 24 for box in links), links


def test_the_map_comes_after_the_list_on_a_phone_and_beside_it_on_a_desk(open_map):
    def places(width):
        reader = open_map(viewport={"width": width, "height": 800})
        boxes = [reader.locator(at).bounding_box() for at in (".card >> nth=0", ".map")]
        return [(box["x"], box["y"]) for box in boxes if box]

    (card_x, card_y), (map_x, map_y) = places(360)
    assert map_y > card_y
    assert map_x == card_x
    (card_x, card_y), (map_x, map_y) = places(1280)
    assert map_x > card_x
    assert map_y < card_y + 200


def test_the_list_of_regions_opens_with_the_keyboard_and_without_scripts(open_map):
    reader = open_map(java_script_enabled=False)
    listed = reader.locator(".map__list").get_by_role("link", name="Puno")
    expect(listed).to_be_hidden()

    reader.locator("summary", has_text="Regions as a list").press("Enter")
    listed.click()

    expect(reader.get_by_role("heading", level=1)).to_have_text("News from Puno")


def test_the_map_keeps_its_edges_in_forced_colours(open_map):
    reader = open_map(forced_colors="active")

    edges = reader.locator(".tile rect").evaluate_all(
        "all => all.map(rect => getComputedStyle(rect).stroke)"
    )

    assert len(edges) == 25
    assert "none" not in edges


def test_the_map_is_not_printed(open_map):
    reader = open_map()
    expect(reader.locator(".map")).to_be_visible()

    reader.emulate_media(media="print")

    expect(reader.locator(".map")).to_be_hidden()
    expect(reader.locator(".card").first).to_be_visible()
