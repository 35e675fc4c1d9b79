/* What home/checks/item.py asks of the texts of a page. Only people who may use the admin
   get this script. Each check is given an element and says whether it is as it should be. */
(() => {
  const BLOCKS = "h1, h2, h3, p, li, th, td, caption, figcaption";
  // Made by the site, or about other pages, so nothing that can be mended here.
  const NOT_OURS = "nav, .rail, .related, .latest, .lead, .panels, .columns__aside, .permalink";

  const isOurs = (element) => !element.closest(NOT_OURS);

  // Without that of blocks inside, which are looked at by themselves.
  const ownText = (block) => {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let text = "";
    while (walker.nextNode()) {
      if (walker.currentNode.parentElement.closest(BLOCKS) === block) {
        text += walker.currentNode.data;
      }
    }
    return text;
  };

  const plain = (text) =>
    text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();

  const sentences = (text) =>
    [...new Intl.Segmenter("en-GB", { granularity: "sentence" }).segment(text)].map(
      (part) => part.segment,
    );

  const words = (text) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));

  // The most that the layout gives it, whatever the width of this preview.
  const slot = (picture) => {
    const lengths = [...picture.sizes.matchAll(/([\d.]+)rem(?!\))/g)];
    return Math.max(0, ...lengths.map((found) => Number(found[1]) * 16));
  };

  const widest = (picture) =>
    Math.max(0, ...[...picture.srcset.matchAll(/ (\d+)w/g)].map((found) => Number(found[1])));

  const checks = {
    "vague-link": (link, { words }) =>
      !isOurs(link) || !words.includes(plain(link.textContent)),
    "dead-link": (link) => !isOurs(link) || link.hasAttribute("href"),
    "undescribed-picture": (picture) =>
      !isOurs(picture) || !picture.hasAttribute("data-undescribed"),
    "small-picture": (picture) => !isOurs(picture) || widest(picture) >= slot(picture),
    "long-sentence": (block, options) =>
      !isOurs(block) ||
      block.closest("blockquote") !== null ||
      sentences(ownText(block)).every((text) => words(text).length <= options.words),
    "region-accent": (block, { names }) => {
      const name = new RegExp(`(?<!\\p{L})(${names.join("|")})(?!\\p{L})`, "iu");
      return !isOurs(block) || !name.test(ownText(block));
    },
  };

  for (const [name, check] of Object.entries(checks)) {
    window.wagtail.userbar.registerCheck(`check-${name}`, check);
  }
})();
