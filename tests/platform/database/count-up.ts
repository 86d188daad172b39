// One of several processes that add one to the same counter: `count-up.ts URL safe|stock TIMES`.
import { openDatabase } from "#app/platform/database/client.server.ts";
import { openStockDatabase } from "#tests/support/stock-database.ts";

const [url = "", adapter, times] = process.argv.slice(2);
const db = adapter === "stock" ? openStockDatabase(url) : openDatabase(url);
let [done, failed] = [0, 0];

await db.$connect();
process.stdout.write("ready\n");
await new Promise((resolve) => process.stdin.once("data", resolve));
for (let index = 0; index < Number(times); index += 1) {
  try {
    await db.$transaction(async (tx) => {
      const { attempts } = await tx.message.findUniqueOrThrow({ where: { id: "counter" } });
      await tx.message.update({ where: { id: "counter" }, data: { attempts: attempts + 1 } });
    });
    done += 1;
  } catch {
    failed += 1;
  }
}
await db.$disconnect();
process.stdout.write(`${JSON.stringify({ done, failed })}\n`);
process.exit(0);
