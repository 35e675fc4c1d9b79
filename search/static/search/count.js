// Tells the site that a search was made, and which of its results are followed; what is
// kept of that, docs/decisions/ says. Readers who ask not to be followed aren't.

function countSearch(results) {
  const token = results.dataset.count;
  if (!token || navigator.globalPrivacyControl || navigator.doNotTrack === "1") return;

  const send = (page) =>
    fetch("/search/count/", {
      method: "POST",
      body: new URLSearchParams({ token, ...page }),
      credentials: "omit",
      referrerPolicy: "no-referrer",
      keepalive: true, // though the reader leaves
    }).catch(() => {});

  const follow = ({ target, button }) => {
    const link = target.closest("[data-page]");
    if (link && button < 2) send({ page: link.dataset.page });
  };
  results.addEventListener("click", follow);
  results.addEventListener("auxclick", follow);

  // Who comes back to the results, or loads them again, has searched once.
  const { type } = performance.getEntriesByType("navigation")[0];
  if (type === "reload" || type === "back_forward") return;
  if (document.prerendering) document.addEventListener("prerenderingchange", () => send());
  else send();
}

document.querySelectorAll("[data-count]").forEach(countSearch);
