// CPU per request of the main pages against a bare Node server, and the JavaScript each page sends.
// Same machine, same run, rounds interleaved; run `npm start` once before, so that a build and a town are there.
import { fork } from "node:child_process";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";

const rounds = 5;
const requestsPerRound = 150;
const concurrency = 4;

const pages = [
  { name: "accueil", path: "/", family: true },
  { name: "structures", path: "/structures", family: true },
  { name: "demande, début", path: "/demandes/nouvelle", family: true },
  { name: "demande, horaires", path: "/demandes/nouvelle/horaires", family: true, draft: true },
  { name: "espace famille", path: "/famille", as: "family", family: true },
  { name: "calendrier famille", path: "/famille/calendrier", as: "family", calendar: true },
  { name: "à traiter", path: "/guichet/a-traiter", as: "coordinator" },
  { name: "présences", path: "/structure", as: "facility_manager", follow: "/presences" },
  { name: "calendrier structure", path: "/structure", as: "facility_manager", follow: "/calendrier" },
  { name: "observatoire", path: "/observatoire", as: "observer" },
];

const start = (script) =>
  new Promise((resolve, reject) => {
    const child = fork(path.join("bench/pages", script), { env: { ...process.env, LOG_LEVEL: "error" } });
    child.once("message", ({ url }) => resolve({ child, url }));
    child.once("error", reject);
  });

const ask = (child, message) =>
  new Promise((resolve) => {
    child.once("message", resolve);
    child.send(message);
  });

const cookiesOf = (response) => response.headers.getSetCookie().map((line) => line.split(";")[0]);

/** Signs in by the one-click account of a role. */
async function signIn(base, role) {
  const page = await (await fetch(`${base}/connexion`)).text();
  const accounts = [...page.matchAll(/name="compte" value="([^"]+)"/g)].map((match) => match[1]);
  for (const account of accounts) {
    const response = await fetch(`${base}/connexion`, {
      method: "POST",
      redirect: "manual",
      body: new URLSearchParams({ compte: account }),
    });
    const cookie = cookiesOf(response).join("; ");
    const probe = { family: "/famille", coordinator: "/guichet/a-traiter", observer: "/observatoire" }[role];
    if (
      role === "facility_manager"
        ? page.includes(account) && (await isManager(base, cookie))
        : await opens(base, probe, cookie)
    ) {
      if (role !== "observer" || !(await opens(base, "/guichet/a-traiter", cookie))) return cookie;
    }
  }
  throw new Error(`no demonstration account for ${role}`);
}

const opens = async (base, page, cookie) =>
  (await fetch(base + page, { headers: { cookie }, redirect: "manual" })).status === 200;
const isManager = async (base, cookie) => {
  const response = await fetch(`${base}/structure`, { headers: { cookie } });
  return response.ok && /\/structure\/[^/]+$/.test(new URL(response.url).pathname);
};

async function load(url, cookie, count) {
  let left = count;
  const worker = async () => {
    while (left-- > 0) {
      const response = await fetch(url, { headers: cookie ? { cookie } : {} });
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
}

const microseconds = async (server, work) => {
  const before = await ask(server.child, "cpu");
  await work();
  const after = await ask(server.child, "cpu");
  return after.total - before.total;
};

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Compressed size of the scripts that a page loads at once, in bytes. */
function scriptWeight(html) {
  const sources = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map((match) => match[1]);
  const imported = [...html.matchAll(/from "(\/assets\/[^"]+\.js)"|import "(\/assets\/[^"]+\.js)"/g)].map(
    (m) => m[1] ?? m[2],
  );
  // What the page carries as data (its words) is no script: it counts with the HTML.
  const inline = [...html.matchAll(/<script(?![^>]*application\/json)[^>]*>([^]*?)<\/script>/g)]
    .map((match) => match[1])
    .join("");
  const files = new Set([...sources, ...imported]);
  const bytes = [...files].reduce((sum, file) => {
    const full = path.join("build/client", file);
    return (
      sum +
      (existsSync(`${full}.br`) ? statSync(`${full}.br`).size : brotliCompressSync(readFileSync(full)).length)
    );
  }, 0);
  return { files: files.size, bytes: bytes + (inline ? brotliCompressSync(inline).length : 0) };
}

if (!existsSync("build/server/index.js")) {
  console.error('No build here: run "npm start" once, stop it, then run this again.');
  process.exit(1);
}
if (!readdirSync("build/client/assets").length) process.exit(1);

const [product, bare] = await Promise.all([start("product.mjs"), start("bare.mjs")]);
try {
  const cookies = new Map();
  console.log(
    `pages: ${rounds} rounds of ${requestsPerRound} requests, ${concurrency} at a time, interleaved with a bare Node server`,
  );
  console.log("page | CPU µs/request | bare, same bytes | ratio | HTML bytes (brotli) | JS kB (brotli)");
  for (const page of pages) {
    if (page.as && !cookies.has(page.as)) cookies.set(page.as, await signIn(product.url, page.as));
    let cookie = page.as ? cookies.get(page.as) : "";
    if (page.draft) {
      const begun = await fetch(`${product.url}/demandes/nouvelle`, { method: "POST", redirect: "manual" });
      cookie = cookiesOf(begun).join("; ");
    }
    let url = product.url + page.path;
    if (page.follow) url = (await fetch(url, { headers: { cookie } })).url + page.follow;
    const first = await fetch(url, { headers: cookie ? { cookie } : {}, redirect: "manual" });
    if (first.status !== 200) {
      console.log(`${page.name} | answered ${first.status}: not measured`);
      continue;
    }
    const html = await first.text();
    await ask(bare.child, { html });
    await load(url, cookie, 30);
    const [ours, theirs] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      ours.push((await microseconds(product, () => load(url, cookie, requestsPerRound))) / requestsPerRound);
      theirs.push((await microseconds(bare, () => load(bare.url, "", requestsPerRound))) / requestsPerRound);
    }
    const weight = scriptWeight(html);
    const [cpu, floor] = [median(ours), median(theirs)];
    console.log(
      [
        page.name,
        cpu.toFixed(0),
        floor.toFixed(0),
        (cpu / floor).toFixed(1),
        brotliCompressSync(html).length,
        `${(weight.bytes / 1000).toFixed(1)}${page.family ? (weight.bytes <= 95_000 ? " (goal 95: met)" : " (goal 95: MISSED)") : ""}`,
      ].join(" | "),
    );
  }
} finally {
  product.child.kill();
  bare.child.kill();
}
