// Every figure of a school year, facility by facility, for a town of 1,200 children, then ten and a hundred such towns.
// CPU against a bare loop that adds up the minutes of the same stays, in the same run; the minutes must be equal.
import { readFileSync } from "node:fs";
import { bandClock } from "#app/attendance/rules/band-clock.ts";
import { countingRules } from "#app/attendance/rules/counting-rules.ts";
import { facilityFigures } from "#app/attendance/rules/facility-figures.ts";
import { occupancySeries } from "#app/attendance/rules/occupancy-series.ts";
import { quarterHours } from "#app/calendar/rules/quarter-hours.ts";
import { facilitiesOfTown, facility, year } from "./occupancy/town.mjs";

const sizes = [
  { times: 1, runs: 7 },
  { times: 10, runs: 3 },
  { times: 100, runs: 1 },
].filter(({ times }) => times <= Number(process.argv[2] ?? 100));

const rows = JSON.parse(readFileSync("prisma/seed/parameters.json", "utf8"));
const parameter = (code) => rows.find((row) => row.code === code).value;
const parameters = {
  billing: parameter("billed-hours"),
  absences: parameter("absence-deduction"),
  afterSchool: parameter("after-school-counting"),
};

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const cpu = (work) => {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { ms: (user + system) / 1000, result };
};

/** Minutes booked and of presence, stay by stay, and nothing else: the least that any figure needs. */
function bareLoop({ kind, facts }, start, end) {
  const whole = kind === "afterSchool";
  const inside = (from, to) => Math.max(0, Math.min(to, end) - Math.max(from, start)) / 60_000;
  let [booked, present] = [0, 0];
  for (const { plannedStart, plannedEnd, arrivedAt, leftAt } of facts.stays) {
    booked += inside(plannedStart, plannedEnd);
    if (arrivedAt !== null) present += whole ? inside(plannedStart, plannedEnd) : inside(arrivedAt, leftAt);
  }
  return { booked, present };
}

/** The clock and the bands are made again by every run: they are part of the work. */
function prepare() {
  const clock = quarterHours(year.from, year.to);
  return { clock, bands: bandClock(clock, parameter("time-bands")) };
}

function count(place, { clock, bands }) {
  const rules = countingRules(place, clock, parameters);
  const series = occupancySeries(clock, place.facts, rules);
  return facilityFigures({ facilityKind: place.kind, facilityId: "", capacityKnown: true }, series, bands);
}

function check(figures, bare, index) {
  const { bookedMinutes, presentMinutes, extraMinutes, absentMinutes, unknownMinutes } = figures;
  const adds = presentMinutes - extraMinutes + absentMinutes + unknownMinutes === bookedMinutes;
  if (!adds || bookedMinutes !== bare.booked || presentMinutes !== bare.present)
    throw new Error(`facility ${index}: ${JSON.stringify({ figures, bare })}`);
}

/** One facility after the other: made, counted, checked, forgotten. */
function run(times) {
  const end = (clock) => clock.start + clock.length * 900_000;
  const prepared = cpu(prepare);
  const sum = { ours: prepared.ms, bare: 0, stays: 0, children: 0, minutes: 0, rss: 0 };
  const { clock } = prepared.result;
  for (let index = 0; index < times * facilitiesOfTown; index++) {
    const place = facility(index);
    const ours = cpu(() => count(place, prepared.result));
    const bare = cpu(() => bareLoop(place, clock.start, end(clock)));
    check(ours.result, bare.result, index);
    sum.ours += ours.ms;
    sum.bare += bare.ms;
    sum.stays += place.facts.stays.length;
    sum.children += place.children;
    sum.minutes += ours.result.bookedMinutes;
    if (index % 16 === 0) sum.rss = Math.max(sum.rss, process.memoryUsage().rss);
  }
  return sum;
}

console.log("children | facilities | stays | CPU ms, best | median | bare loop, median | ratio | memory MB");
const best = [];
for (const { times, runs } of sizes) {
  const all = Array.from({ length: runs }, () => run(times));
  const { children, stays, minutes } = all[0];
  const ours = all.map((each) => each.ours);
  const bare = median(all.map((each) => each.bare));
  best.push({ times, ms: median(ours) });
  console.log(
    [
      children,
      times * facilitiesOfTown,
      stays,
      Math.min(...ours).toFixed(0),
      median(ours).toFixed(0),
      bare.toFixed(1),
      `×${(median(ours) / bare).toFixed(0)}`,
      Math.round(Math.max(...all.map((each) => each.rss)) / 1e6),
    ].join(" | "),
  );
  const goal = times === 1 ? (median(ours) < 1000 ? " Goal under 1,000 ms: met." : " Goal: MISSED.") : "";
  console.log(`  ${(minutes / 60).toFixed(0)} hours booked, every minute as in the bare loop.${goal}`);
}
for (const [index, { times, ms }] of best.entries()) {
  const before = best[index - 1];
  if (!before) continue;
  const exponent = Math.log(ms / before.ms) / Math.log(times / before.times);
  console.log(
    `From ×${before.times} to ×${times}: time grows as children to the power ${exponent.toFixed(2)}.`,
  );
}
