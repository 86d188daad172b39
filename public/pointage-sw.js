// Opens the attendance page without a network, and sends what waits when the network is back and the page is closed.
// Keeps the empty page and its files only: names and marks are in IndexedDB, in the page's hands.
const cacheName = "pointage-1";
const shell = "/pointage";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys())
        if (name.startsWith("pointage-") && name !== cacheName) await caches.delete(name);
      await self.clients.claim();
    })(),
  );
});

/** Files that a text of the page names: scripts, styles, fonts, however they are written. */
function filesIn(text, from) {
  const found = new Set();
  for (const [, name] of text.matchAll(/(\/(?:assets\/[\w.-]+|favicon\.svg|pointage-icone-\d+\.png))/g))
    found.add(name);
  if (from.startsWith("/assets/"))
    for (const [, name] of text.matchAll(/["'(]\.\/([\w.-]+\.(?:js|css|woff2?))["')]/g))
      found.add(`/assets/${name}`);
  return [...found];
}

/** The page without anybody's cookies, and every file it needs; the old ones go once the new ones are all there. */
async function keep(language) {
  const page = await fetch(shell, {
    credentials: "omit",
    cache: "no-store",
    headers: { "Accept-Language": language },
  });
  if (!page.ok) return false;
  const cache = await caches.open(cacheName);
  const wanted = new Set();
  const texts = [[await page.clone().text(), shell]];
  while (texts.length > 0) {
    const [text, from] = texts.pop();
    for (const file of filesIn(text, from)) {
      if (wanted.has(file)) continue;
      wanted.add(file);
      let kept = await cache.match(file);
      if (!kept) {
        const answer = await fetch(file, { credentials: "omit" });
        // The manifest of routes names the files of every page: only those that exist here are needed.
        if (!answer.ok) {
          if (from === shell) return false;
          wanted.delete(file);
          continue;
        }
        await cache.put(file, answer.clone());
        kept = answer;
      }
      if (/\.(js|css)$/.test(file) && !/\/manifest-/.test(file))
        texts.push([await kept.clone().text(), file]);
    }
  }
  await cache.put(shell, page);
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (pathname !== shell && !wanted.has(pathname)) await cache.delete(request);
  }
  return true;
}

self.addEventListener("message", (event) => {
  const { keep: language } = event.data ?? {};
  if (typeof language !== "string") return;
  event.waitUntil(
    keep(language)
      .catch(() => false)
      .then(async (kept) => {
        // Without a network, what was kept before still opens.
        const before = kept || (await caches.match(shell, { cacheName })) !== undefined;
        event.ports[0]?.postMessage(before ? "kept" : "no");
      }),
  );
});

const patience = 4000;

/** The page of the server while it answers in time; else the one that was kept. */
async function openPage(request) {
  const kept = await caches.match(shell, { cacheName });
  if (!kept) return fetch(request);
  const late = new Promise((resolve) => setTimeout(() => resolve(null), patience));
  const answer = await Promise.race([fetch(request).catch(() => null), late]);
  return answer && answer.status < 500 ? answer : kept;
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    if (pathname === shell) event.respondWith(openPage(request));
    return;
  }
  if (/^\/(assets\/|favicon\.svg|pointage-icone-)/.test(pathname))
    event.respondWith(caches.match(pathname, { cacheName }).then((kept) => kept ?? fetch(request)));
});

// ── what waits, sent without the page ──

const done = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

async function send() {
  const opening = indexedDB.open("pointage");
  // The page makes the database: without it there is nothing to send.
  opening.onupgradeneeded = () => opening.transaction.abort();
  const db = await done(opening).catch(() => null);
  if (!db) return;
  try {
    const read = db.transaction(["kept", "operations"]);
    const [day, address, queue] = await Promise.all([
      done(read.objectStore("kept").get("day")),
      done(read.objectStore("kept").get("address")),
      done(read.objectStore("operations").getAll()),
    ]);
    if (!day) return;
    const device = day.by.startsWith("device:");
    const waiting = queue
      .filter(({ refused, place, by }) => {
        const mine = by === day.by || (device && by.startsWith("device:"));
        return !refused && place === day.place.id && mine;
      })
      .slice(0, 200);
    if (waiting.length === 0) return;
    const response = await fetch(`/pointage/operations${address ?? ""}`, {
      method: "POST",
      redirect: "manual",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ operations: waiting.map(({ operation }) => operation) }),
    });
    if (!response.ok) return;
    const answer = await response.json();
    const outcomes = new Map(answer.results.map((result) => [result.id, result]));
    const write = db.transaction(["kept", "operations"], "readwrite");
    write.objectStore("kept").put(answer.day, "day");
    for (const one of waiting) {
      const result = outcomes.get(one.operation.id);
      if (result?.outcome === "refused")
        write.objectStore("operations").put({ ...one, refused: result.error ?? "tablet:error.unreadable" });
      else if (result) write.objectStore("operations").delete(one.seq);
    }
    await new Promise((resolve, reject) => {
      write.oncomplete = resolve;
      write.onerror = reject;
      write.onabort = reject;
    });
    for (const client of await self.clients.matchAll({ type: "window" })) client.postMessage("sent");
  } finally {
    db.close();
  }
}

self.addEventListener("sync", (event) => {
  if (event.tag === "pointage") event.waitUntil(send());
});
