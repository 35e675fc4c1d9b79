{% load static %}// Keeps the pages that were read, for reading them without a connection. Which may be kept,
// the server says in a header. psgsite/offline.py renders this file.

const FILES = [
  "{% url 'offline' %}",
  "{% static 'psgsite/css/site.css' %}",
  "{% static 'psgsite/font/psg-serif.woff2' %}",
  "{% static 'psgsite/band.svg' %}",
  "{% static 'psgsite/icon.svg' %}",
  "{% static 'psgsite/offline.js' %}",
  "{% static 'psgsite/share.js' %}",
  "{% static 'psgsite/video.js' %}",
];
const [OFFLINE] = FILES;
const ADMIN = "{% url 'wagtailadmin_home' %}";
const STATIC = "{% static 'psgsite/' %}";
const HASH = /\.[0-9a-f]{12}\./;

// The files' names change with what is in them, and with them the cache's.
const SHELL = `shell ${FILES}`;
const PAGES = { name: "pages", most: 30, type: "text/html" };
const IMAGES = { name: "images", most: 60, type: "" };
const PATIENCE = 4000;

// What nobody in particular sees, even where somebody is signed in.
const asStranger = (address) => new Request(address, { credentials: "omit", redirect: "manual" });
const find = (cache, request) => cache.match(request, { ignoreVary: true });
const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(install());
});

async function install() {
  const shell = await caches.open(SHELL);
  await shell.addAll(FILES.map(asStranger));
  await keep(PAGES, "/").catch(() => {});
}

self.addEventListener("activate", (event) => event.waitUntil(activate()));

async function activate() {
  const current = [SHELL, PAGES.name, IMAGES.name];
  const old = (await caches.keys()).filter((name) => !current.includes(name));
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

// The first page a reader opens was fetched before there was a worker.
self.addEventListener("message", (event) => {
  const { page, images } = event.data;
  const kept = [keep(PAGES, page), ...images.map((image) => keep(IMAGES, image))];
  event.waitUntil(Promise.allSettled(kept));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin || pathname.startsWith(ADMIN)) return;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (pathname.startsWith(STATIC)) event.respondWith(file(event));
  else if (request.destination === "image") event.respondWith(image(event));
});

// From the network; what was kept stands in for it where there is none, or a very slow one.
async function page(event) {
  const fetched = fetch(event.request);
  const stored = fetched.then((response) => store(PAGES, event.request, response));
  event.waitUntil(stored.catch(() => {}));
  const kept = await find(await caches.open(PAGES.name), event.request);
  try {
    return await Promise.race(kept ? [fetched, wait(PATIENCE).then(() => kept)] : [fetched]);
  } catch {
    return kept || find(await caches.open(SHELL), OFFLINE);
  }
}

// An image that changes gets another address.
async function image(event) {
  const kept = await find(await caches.open(IMAGES.name), event.request);
  if (kept) return kept;
  const response = await fetch(event.request);
  event.waitUntil(store(IMAGES, event.request, response));
  return response;
}

// So do static files, where their names have a hash; development serves them without.
async function file({ request }) {
  const shell = await caches.open(SHELL);
  const kept = await find(shell, request);
  if (kept && HASH.test(request.url)) return kept;
  try {
    const response = await fetch(request);
    if (!response.ok) throw response;
    await shell.put(request, response.clone());
    return response;
  } catch (failed) {
    return kept || (await findOther(shell, request)) || (failed instanceof Response ? failed : Response.error());
  }
}

// A page kept before a new version of the site names files that are no more.
async function findOther(shell, request) {
  const plain = ({ url }) => url.replace(HASH, ".");
  const other = (await shell.keys()).find((key) => plain(key) === plain(request));
  return other && find(shell, other);
}

async function keep(kind, address) {
  const request = asStranger(address);
  await store(kind, request, await fetch(request));
}

// Put a response away, or drop an older one that readers may no longer see.
async function store({ name, most, type }, request, response) {
  const { headers, status } = response;
  if (status >= 500) return;
  // An image that is opened by itself is no page.
  const may = headers.get("X-Offline") === "keep" && headers.get("Content-Type")?.startsWith(type);
  // Before anything is waited for, as the browser is about to read the response.
  const copy = may && response.clone();
  const cache = await caches.open(name);
  // What is gone under one query string is gone under all of them.
  await cache.delete(request, { ignoreVary: true, ignoreSearch: !may });
  if (!copy) return;
  await cache.put(request, copy);
  const requests = await cache.keys();
  await Promise.all(requests.slice(0, -most).map((old) => cache.delete(old)));
}
