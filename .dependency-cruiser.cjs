// Who may import whom: the table of docs/architecture.md, as data. What no line allows is refused.

/** Rooms in the order of the work: a room's rules may use those of the rooms before it, never after. */
const order = [
  ["calendar"],
  ["access", "territory", "families", "facilities"],
  ["requests"],
  ["allocation"],
  ["commission"],
  ["attendance"],
  ["tariffs", "advice"],
];
/**
 * Beside the order: partners look at the requests and before; the observatory only at the calendar; the audit, which
 * checks what the engine decided, at nothing that is not its own.
 */
const beside = { partners: order.slice(0, 3).flat(), observatory: ["calendar"], audit: [] };

const upstream = Object.fromEntries([
  ...order.flatMap((rank, index) => rank.map((name) => [name, order.slice(0, index).flat()])),
  ...Object.entries(beside),
]);
const one = (names) => `(${names.join("|")})`;
const rooms = Object.keys(upstream);
const cityRooms = rooms.filter((name) => name !== "observatory");

const zod = "^app/zod\\.ts$";
const words = "^app/i18n/";
const kit = "^app/ui/";
const calendar = "^app/calendar/rules/";
const visit = "^app/access/(device-)?visit\\.server\\.ts$";
const rulesOf = (names) => `^app/${one(names)}/rules/`;
/** Acts that a room opens to the others: queries, and writes that join the caller's transaction. */
const openActs = `^app/${one(cityRooms)}/acts/(read|record)-`;
const database = "^app/platform/database/client\\.server\\.ts$";
/** Everything of the plumbing but the inside of the database. */
const platform = "^app/platform/(?!database/)";

const luxon = "node_modules/(@types/)?luxon/";
const react = "node_modules/(@types/)?react(-dom|-i18next)?/";
const remix = "node_modules/@remix-run/";
const drawing = "node_modules/(@types/)?(d3-[a-z]+|react-big-calendar|react-aria-components)/";
const prisma = "node_modules/(\\.prisma|@prisma|prisma|better-sqlite3|@types/better-sqlite3)/";
const package_ = `node_modules/(?!(\\.prisma|@prisma|prisma|better-sqlite3|@types/better-sqlite3)/)`;
const core = { dependencyTypes: ["core"] };

/** `$1` is the room of the importing file. */
const matrix = [
  // Pure: no clock, no database, no React, no Node.
  ...rooms.map((name) => ({
    from: `^app/${name}/rules/`,
    to: [`^app/${name}/rules/`, ...upstream[name].map((other) => `^app/${other}/rules/`), zod, luxon],
  })),
  {
    from: `^app/${one(cityRooms)}/acts/`,
    to: [
      "^app/$1/(?!views/)",
      rulesOf(cityRooms),
      openActs,
      visit,
      "^app/access/acts/log-file-read\\.server\\.ts$",
      platform,
      database,
      words,
      zod,
      luxon,
      "node_modules/(@types/)?d3-geo/",
      core,
    ],
  },
  // A person who is not where they should be is led there: the redirect is thrown, like a 404.
  { from: "^app/[a-z]+/acts/", to: [remix] },
  ...rooms.map((name) => ({
    from: `^app/${name}/(store/|store\\.server)`,
    to: [`^app/${name}/(rules|store)`, ...upstream[name].map((other) => `^app/${other}/rules/`), database],
  })),
  {
    from: `^app/${one(cityRooms)}/messages/`,
    to: ["^app/$1/(rules|messages)/", rulesOf(cityRooms), words, "^app/ui/[a-z-]+-text\\.ts$"],
  },
  {
    from: `^app/${one(cityRooms)}/views/`,
    to: [
      "^app/$1/(rules|views)/",
      rulesOf(cityRooms),
      kit,
      words,
      react,
      drawing,
      luxon,
      "node_modules/idb/",
    ],
    // What an act gives to a page is a type: the page never runs the act.
    types: ["^app/$1/acts/", openActs, "^app/platform/web/"],
  },
  // Privacy by construction: nothing here can reach back to a family.
  {
    from: "^app/(observatory)/acts/",
    to: ["^app/observatory/(?!views/)", calendar, visit, platform, database, words, zod, luxon],
  },
  {
    from: "^app/(observatory)/views/",
    to: ["^app/observatory/(rules|views)/", calendar, kit, words, react, drawing],
    types: ["^app/observatory/acts/"],
  },
  // Who is here, and what they may do: read by every door.
  { from: visit, to: ["^app/access/(?!views/)", calendar, platform, database, words, remix] },
  // Doors.
  {
    from: "^app/(routes/|root\\.tsx)",
    to: [
      `^app/${one(rooms)}/(acts|views|rules)/`,
      visit,
      "^app/platform/web/",
      kit,
      words,
      zod,
      remix,
      react,
    ],
  },
  { from: "^app/routes/sante\\.ts$", to: ["^app/platform/"] },
  { from: "^app/root\\.tsx$", to: ["^app/platform/env\\.server\\.ts$", "node_modules/@fontsource/"] },
  {
    from: "^app/commands/",
    to: [
      "^app/commands/",
      `^app/${one(rooms)}/(acts|rules)/`,
      "^app/platform/",
      "^app/ui/[a-z-]+-text\\.ts$",
      words,
      zod,
      package_,
      core,
    ],
  },
  {
    from: "^app/(entry\\.|routes\\.ts)",
    to: ["^app/(platform|i18n|commands/jobs\\.ts)", package_, core],
  },
  { from: "^app/ui/", to: [kit, words, calendar, react, drawing, luxon] },
  { from: "^app/i18n/", to: [words, zod, calendar, react, "node_modules/(react-)?i18next/"] },
  { from: "^app/platform/", to: ["^app/platform/", calendar, words, zod, package_, core] },
  { from: "^app/platform/database/", to: [prisma] },
  { from: zod, to: ["node_modules/zod/"] },
];

const allowed = matrix.flatMap(({ from, to, types = [] }) => [
  ...to.map((target) => ({
    from: { path: from },
    to: typeof target === "string" ? { path: target } : target,
  })),
  ...types.map((path) => ({ from: { path: from }, to: { path, dependencyTypes: ["type-only"] } })),
]);

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  allowed,
  allowedSeverity: "error",
  forbidden: [
    {
      name: "no-circle",
      comment: "Two files that need each other are one file, or lack a third. A type alone makes no circle.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "say-what-it-is-about",
      comment: "A file is named after what it does.",
      severity: "error",
      from: {},
      to: { path: "^app/.*(utils?|helpers?|common|misc|services?)([./-]|$)" },
    },
    {
      name: "no-hole",
      comment: "The file does not exist.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: ["node_modules", "^app/platform/database/generated/"] },
    exclude: { path: "\\.module\\.css$|\\.json$" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
