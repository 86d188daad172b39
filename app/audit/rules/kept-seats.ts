import { unreadableAt } from "./reading.ts";
import type { Town } from "./town.ts";
import { facilitiesOf, useAt } from "./use.ts";

/** Seats kept fit together: nobody is asked to leave, whatever is decided. @throws Unreadable where they do not */
export function checkKeptSeats(town: Town): void {
  const used = new Map<string, number>();
  for (const request of town.instance.requests) {
    if (request.current === null) continue;
    const option = request.options[request.current]!;
    for (const facility of facilitiesOf(town, option)) {
      const { limits, units } = useAt(town, request, option, facility);
      limits.forEach((limit, index) => {
        const { id } = facility.resources[limit]!;
        used.set(id, (used.get(id) ?? 0) + units[index]!);
      });
    }
  }
  town.instance.resources.forEach(({ id, cap }, index) => {
    const kept = used.get(id) ?? 0;
    if (kept > cap)
      throw unreadableAt(
        ["resources", index, "cap"],
        `les places déjà tenues en prennent ${kept}`,
        `the seats already held take ${kept}`,
      );
  });
}
