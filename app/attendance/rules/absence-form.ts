// What a family's buttons post: which stay, and why the child will not come ("none": it will).
import { z } from "#app/zod.ts";
import { absenceCodes } from "./presence.ts";

export const absenceForm = z
  .object({
    contractId: z.string().min(1),
    plannedStart: z.iso.datetime(),
    absence: z.enum([...absenceCodes, "none"]),
  })
  .transform(({ contractId, plannedStart, absence }) => ({
    contractId,
    plannedStart: new Date(plannedStart),
    absenceCode: absence === "none" ? null : absence,
  }));
