// The one door to zod. `jitless` must be set before the first schema: zod otherwise probes `new Function`,
// which a strict Content-Security-Policy reports.
import { z } from "zod";

z.config({ jitless: true });

export { z };
