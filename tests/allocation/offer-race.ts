// One of several processes that offer the same section: `offer-race.ts URL SECTION REQUEST…`.
import { makeOffer } from "#app/allocation/acts/make-offer.server.ts";
import { openDatabase } from "#app/platform/database/client.server.ts";
import { agentVisit, startOn } from "./town.ts";

const [url = "", sectionId = "", ...requests] = process.argv.slice(2);
const db = openDatabase(url);
const race = { made: 0, refused: [] as string[], thrown: [] as string[] };

await db.$connect();
process.stdout.write("ready\n");
await new Promise((resolve) => process.stdin.once("data", resolve));
await Promise.all(
  requests.map(async (careRequestId) => {
    const asked = { careRequestId, sectionId, version: 1, startOn, endOn: null, hours: "asked" } as const;
    try {
      const made = await makeOffer(agentVisit(db), asked);
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
