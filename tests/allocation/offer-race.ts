// One of several processes that offer the same section, or the same two: `offer-race.ts URL SECTION[,SECTION] REQUEST…`.
import { makeCombinedOffer } from "#app/allocation/acts/make-combined-offer.server.ts";
import { makeOffer } from "#app/allocation/acts/make-offer.server.ts";
import { openDatabase } from "#app/platform/database/client.server.ts";
import { agentVisit, earlyAndDay, startOn } from "./town.ts";

const [url = "", sections = "", ...requests] = process.argv.slice(2);
const [sectionId = "", second] = sections.split(",");
const db = openDatabase(url);
const race = { made: 0, refused: [] as string[], thrown: [] as string[] };

await db.$connect();
process.stdout.write("ready\n");
await new Promise((resolve) => process.stdin.once("data", resolve));
await Promise.all(
  requests.map(async (careRequestId) => {
    const asked = { careRequestId, version: 1, startOn, endOn: null };
    const visit = agentVisit(db);
    try {
      const made = second
        ? await makeCombinedOffer(visit, {
            ...asked,
            sections: [sectionId, second],
            parts: earlyAndDay.parts,
          })
        : await makeOffer(visit, { ...asked, sectionId, hours: "asked" });
      if (made.ok) race.made += 1;
      else race.refused.push(made.error);
    } catch (error) {
      race.thrown.push(String(error));
    }
  }),
);
await db.$disconnect();
process.stdout.write(`${JSON.stringify(race)}\n`);
process.exit(0);
