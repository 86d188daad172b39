// CPU of the capacity page: a year of a 60-place facility, and "would this week fit", against a plain loop over stays.
// Same machine, same run, rounds interleaved. Arguments: children (70), rounds (15).
import rows from "../prisma/seed/parameters.json" with { type: "json" };

const { addDays, asDay } = await import("../app/calendar/rules/day.ts");
const { instantAt } = await import("../app/calendar/rules/instant.ts");
const { slotsOn } = await import("../app/calendar/rules/weekly-pattern.ts");
const { daysFrom } = await import("../app/calendar/rules/day.ts");
const { wholeWeeks } = await import("../app/facilities/rules/limit-weeks.ts");
const { limitsByQuarter } = await import("../app/facilities/rules/limits.ts");
const { tryWeek } = await import("../app/facilities/rules/try-week.ts");
const { usualSettings } = await import("../app/facilities/rules/settings.ts");

const [children, rounds] = [Number(process.argv[2] ?? 70), Number(process.argv[3] ?? 15)];
const [from, to] = [asDay("2026-08-31"), asDay("2027-08-29")];
const value = (code) => rows.find((row) => row.code === code).value;
const parameters = { overCapacity: value("over-capacity"), staffRatio: value("staff-ratio") };
const week = [1, 2, 3, 4, 5];
const dated = { validFrom: asDay("2020-01-01"), validTo: null };

/** Three sections of twenty places; every fourth child on alternating weeks, every tenth with a rota. */
const sections = ["babies", "middles", "elders"].map((id, index) => ({
  id,
  walking: index > 0,
  bands: week.flatMap((weekday) => [
    { weekday, startMinute: 390, endMinute: 480, places: 10, ...dated },
    { weekday, startMinute: 480, endMinute: 1080, places: 20, ...dated },
    { weekday, startMinute: 1080, endMinute: 1200, places: 10, ...dated },
  ]),
  holdings: [],
}));
for (let child = 0; child < children; child++) {
  const cycleWeeks = child % 4 === 0 ? 2 : 1;
  const hours = { start: 420 + ((child * 35) % 150), end: 960 + ((child * 25) % 170) };
  const slots = Array.from({ length: cycleWeeks }, (_, w) =>
    week
      .filter((weekday) => (weekday + w + child) % 5 > 0)
      .map((weekday) => ({ week: w, weekday, ...hours })),
  ).flat();
  const rota =
    child % 10 === 0
      ? Array.from({ length: 12 }, (_, w) => ({
          monday: addDays(from, 7 * (w + 10)),
          slots: [{ weekday: 2, ...hours }],
        }))
      : undefined;
  const startOn = addDays(from, child % 3 === 0 ? child : -200);
  const endOn = child % 5 === 0 ? addDays(from, 200 + child) : null;
  sections[child % 3].holdings.push({
    pattern: { cycleWeeks, slots, ...(rota && { rota }) },
    startOn,
    endOn,
  });
}
const staffBands = week.map((weekday) => ({
  sectionId: null,
  weekday,
  startMinute: 390,
  endMinute: 1200,
  staff: 14,
  ...dated,
}));
const off = new Set(daysFrom(asDay("2027-08-02"), asDay("2027-08-20")));
const settings = { ...usualSettings, overCapacity: true };

const cpu = (work) => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};
const yearGrid = () =>
  limitsByQuarter({
    clock: wholeWeeks(from, to),
    kind: "multiAccueil",
    sections,
    staffBands,
    settings,
    off,
    parameters,
    policy: "overCapacity",
  });
let limits;
const cold = cpu(() => (limits = yearGrid()));
const question = {
  pattern: { cycleWeeks: 1, slots: week.map((weekday) => ({ week: 0, weekday, start: 480, end: 1080 })) },
  startOn: asDay("2026-10-05"),
  endOn: to,
  sectionId: "middles",
  policy: "overCapacity",
};

/** The plain way: every stay as instants, a map of quarters, one section after the other. */
function plainLoop() {
  const all = daysFrom(from, to);
  for (const { holdings } of sections) {
    const heads = new Map();
    for (const { pattern, startOn, endOn } of holdings) {
      for (const day of all) {
        if (day < startOn || (endOn !== null && day > endOn) || off.has(day)) continue;
        for (const { start, end } of slotsOn(pattern, day)) {
          const last = instantAt(day, end).getTime();
          for (let at = instantAt(day, start).getTime(); at < last; at += 900_000) {
            heads.set(at, (heads.get(at) ?? 0) + 1);
          }
        }
      }
    }
  }
}

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

const works = {
  "a year, 3 sections, every limit": [yearGrid, []],
  "would this week fit": [() => tryWeek(limits, question), []],
  "plain loop over the stays of the year": [plainLoop, []],
};
for (let round = 0; round < rounds; round++)
  for (const [work, times] of Object.values(works)) times.push(cpu(work));
const reference = median(works["plain loop over the stays of the year"][1]);
console.log(
  `capacity: 60 places, ${children} children, ${rounds} rounds; median CPU, and the ratio to the plain loop`,
);
for (const [name, [, times]] of Object.entries(works)) {
  const ms = median(times);
  console.log(`${name} | ${ms.toFixed(1)} ms | ${(ms / reference).toFixed(2)}`);
}
const warm = median(works["a year, 3 sections, every limit"][1]);
console.log(`a year | goal 100 ms | ${warm < 100 ? "met" : "MISSED"}`);
console.log(
  `the very first year of a process, time-zone data and compiling included | ${cold.toFixed(1)} ms`,
);
const verdict = tryWeek(limits, question);
console.log(verdict.ok ? "the week fits" : `the week does not fit: ${verdict.breaches.length} lines`);
