// The commission's engine: time and memory at three sizes, hours and grievances against four methods, hours against HiGHS.
// Parts: small, large, huge (times and methods of a size), optimum, seeds; all of them without a name.
import { spawn } from "node:child_process";
import path from "node:path";
import { allocate } from "#app/allocation/rules/engine.ts";
import { measure } from "./allocation/grievances.ts";
import { compareMethods } from "./allocation/methods.ts";
import { mostHalfHours } from "./allocation/optimum.ts";
import { planOf } from "./allocation/ours.ts";
import { tablesOf } from "./allocation/tables.ts";
import { drawTown } from "./allocation/town.ts";

const sizes = {
  small: { requests: 1500, facilities: 30, runs: 25, methods: true },
  large: { requests: 25_000, facilities: 450, runs: 5, methods: true },
  huge: { requests: 250_000, facilities: 4500, runs: 1, methods: false },
};
const optimumSizes = [
  { requests: 120, facilities: 12 },
  { requests: 165, facilities: 3 },
  { requests: 330, facilities: 6 },
];
const secondsForOptimum = 40;

const seeds = { requests: 1500, facilities: 30, first: 101, count: 20 };

const parts = [...Object.keys(sizes), "optimum", "seeds"];
const asked = process.argv.slice(2);
const unknown = asked.find((part) => !parts.includes(part));
if (unknown) {
  console.error(`Unknown part: ${unknown}. Parts: ${parts.join(", ")}.`);
  process.exit(2);
}
const wanted = (part) => asked.length === 0 || asked.includes(part);

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const line = (...cells) => console.log(cells.join(" | "));
const percent = (value) => `${(100 * value).toFixed(1)} %`;
const ms = (value) => value.toFixed(value < 100 ? 1 : 0);
const goals = [];
const goal = (words, value, isMet) => goals.push(`${isMet ? "met   " : "MISSED"} | ${words} | ${value}`);

/** One size in a child process; what it prints is what it measured. */
function timed({ requests, facilities, runs }, surnombreMax) {
  const script = path.join(import.meta.dirname, "allocation/time-size.ts");
  const node = ["--expose-gc", "--max-old-space-size=8192", "--import", "tsx", script];
  const args = [requests, facilities, surnombreMax, runs].map(String);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...node, ...args], { stdio: ["ignore", "pipe", "inherit"] });
    let text = "";
    child.stdout.on("data", (chunk) => (text += chunk));
    child.once("close", (code) =>
      code === 0 ? resolve(JSON.parse(text)) : reject(new Error(`${script}: exit ${code}`)),
    );
  });
}

async function times(names) {
  console.log("Times: CPU, one process for each line; ratio to a loop that reads each cell of each option");
  line(
    "requests × facilities",
    "surnombre",
    "options",
    "engine ms, best",
    "median",
    "first",
    "ratio",
    "with reasons ms, median",
    "ratio",
    "town MB",
    "peak MB",
    "placed",
    "refused",
    "claims",
    "families beyond",
  );
  for (const name of names)
    for (const surnombreMax of [0, 2]) {
      const size = sizes[name];
      const got = await timed(size, surnombreMax);
      const [engine, reasons, bare] = [got.engine, got.withCertificate, got.bare].map(median);
      line(
        `${size.requests} × ${size.facilities}`,
        surnombreMax,
        got.options,
        ms(Math.min(...got.engine)),
        ms(engine),
        ms(got.engine[0]),
        `×${(engine / bare).toFixed(1)}`,
        ms(reasons),
        `×${(reasons / bare).toFixed(1)}`,
        Math.round(got.townMb),
        Math.round(got.peakMb),
        got.placed,
        got.refused,
        got.claims,
        got.beyond,
      );
      const what = `${size.requests} × ${size.facilities}, surnombre ${surnombreMax}`;
      const explained = got.explained + got.claims === got.refused;
      goal(`${what}: every refusal has its reason, or is listed as a claim`, `${got.refused}`, explained);
      if (surnombreMax === 2) goal(`${what}: no claim`, got.claims, got.claims === 0);
      else if (name === "large") {
        goal(`${what}: engine under 1,000 ms`, `${ms(engine)} ms`, engine < 1000);
        goal(`${what}: engine and reasons under 2,000 ms`, `${ms(reasons)} ms`, reasons < 2000);
      }
    }
}

function methods(name) {
  const { requests, facilities } = sizes[name];
  const rows = compareMethods({ requests, facilities, seed: 1 });
  console.log(`\nMethods: ${requests} × ${facilities}; families who could complain, by the published rule`);
  line(
    "method",
    "hours",
    "against ours",
    "of hours open",
    "families served",
    "justified envy",
    "waste",
    "families beyond",
  );
  for (const row of rows)
    line(
      row.method,
      row.halfHours / 2,
      (row.halfHours / rows[0].halfHours).toFixed(4),
      percent(row.filled),
      row.served,
      row.envy,
      row.waste,
      row.beyond,
    );
  const [ours, beyond, second] = rows;
  const what = `${requests} × ${facilities}`;
  goal(
    `${what}: no claim that is not listed`,
    ours.unlisted + beyond.unlisted,
    ours.unlisted + beyond.unlisted === 0,
  );
  goal(
    `${what}, surnombre 2: no envy, no waste`,
    beyond.envy + beyond.waste,
    beyond.envy + beyond.waste === 0,
  );
  goal(`${what}: 0.98 of the hours open`, ours.filled.toFixed(4), ours.filled >= 0.98);
  goal(`${what}, then fewer days: 0.98 of the hours open`, second.filled.toFixed(4), second.filled >= 0.98);
}

async function optimum() {
  console.log(`\nOptimum: most hours by HiGHS, points forgotten, ${secondsForOptimum} s at most`);
  line(
    "requests × facilities",
    "asked / open",
    "HiGHS hours",
    "no more than",
    "seconds",
    "ours",
    "against HiGHS",
    "envy in its plan",
  );
  for (const { requests, facilities } of optimumSizes) {
    const town = drawTown({ requests, facilities, seed: 1 });
    const tables = tablesOf(town);
    const plan = planOf(tables, allocate(town));
    const ours = measure(tables, plan);
    const best = await mostHalfHours(tables, plan, secondsForOptimum);
    const load =
      tables.choices.reduce((sum, options) => sum + (options[0]?.halfHours ?? 0), 0) /
      town.resources.reduce((sum, one) => sum + (one.kind === "weekHours" ? one.cap : 0), 0);
    line(
      `${requests} × ${facilities}`,
      load.toFixed(2),
      best.halfHours / 2,
      best.proved ? "proved" : best.bound / 2,
      best.seconds.toFixed(1),
      ours.halfHours / 2,
      (ours.halfHours / best.halfHours).toFixed(4),
      measure(tables, best.plan).envy,
    );
    if (load > 2)
      goal(
        `${requests} × ${facilities}: 0.98 of the optimum's upper bound`,
        (ours.halfHours / best.bound).toFixed(4),
        ours.halfHours >= 0.98 * best.bound,
      );
  }
}

/** Other towns of the small size: how often something is left to claim. */
function stability({ requests, facilities, first, count }) {
  console.log(`\nSeeds: ${count} towns of ${requests} × ${facilities}`);
  line("surnombre", "towns without a claim", "claims in all", "the most in one");
  for (const surnombreMax of [0, 1, 2]) {
    const claims = Array.from(
      { length: count },
      (_, index) =>
        allocate(drawTown({ requests, facilities, seed: first + index, surnombreMax })).claims.length,
    );
    const sum = claims.reduce((all, one) => all + one, 0);
    line(surnombreMax, claims.filter((one) => one === 0).length, sum, Math.max(...claims));
    if (surnombreMax === 2)
      goal(`${count} towns of ${requests} × ${facilities}, surnombre 2: no claim`, sum, sum === 0);
  }
}

const names = Object.keys(sizes).filter(wanted);
if (names.length > 0) await times(names);
for (const name of names) if (sizes[name].methods) methods(name);
if (wanted("optimum")) await optimum();
if (wanted("seeds")) stability(seeds);
console.log("\nGoals");
for (const one of goals) console.log(one);
