// Starts the service worker (sw.js), and lists what it has kept where there is a list for it.

async function start() {
  const { serviceWorker } = navigator;
  // It hasn't seen this page if it isn't there yet.
  const isNew = !serviceWorker.controller;
  await serviceWorker.register("/sw.js");
  if (!isNew) return;
  const { active } = await serviceWorker.ready;
  const images = [...document.images].map((image) => image.currentSrc).filter(Boolean);
  active.postMessage({ page: location.href, images });
}

async function listKept(section) {
  const cache = await caches.open("pages");
  const requests = (await cache.keys()).reverse();
  for (const request of requests) {
    const kept = await cache.match(request, { ignoreVary: true });
    const html = new DOMParser().parseFromString(await kept.text(), "text/html");
    const link = document.createElement("a");
    link.href = request.url;
    link.textContent = html.title.replace(/ – [^–]*$/, "");
    const item = document.createElement("li");
    item.append(link);
    section.querySelector("ul").append(item);
  }
  section.hidden = !requests.length;
}

// Browsers that refuse it, and pages over plain http, do without.
if ("serviceWorker" in navigator) {
  // After the page itself, which may need all of a bad line.
  addEventListener("load", () => start().catch(() => {}));
  document.querySelectorAll("[data-kept]").forEach(listKept);
}
