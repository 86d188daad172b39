// What the clock asks for, and when (cron patterns, on the town's clocks). Each job bears being run twice.
import { eraseOldSignIns } from "#app/access/acts/erase-old-sign-ins.server.ts";
import { expireOffers } from "#app/allocation/acts/expire-offers.server.ts";
import { remindOffers } from "#app/allocation/acts/remind-offers.server.ts";
import { moveOccasionalLists } from "#app/attendance/acts/move-occasional-list.server.ts";
import { planDays } from "#app/attendance/acts/plan-days.server.ts";
import { startContracts } from "#app/attendance/acts/start-contracts.server.ts";
import { env } from "#app/platform/env.server.ts";
import type { Jobs } from "#app/platform/jobs.server.ts";
import { sendMessages } from "#app/platform/mail/send-messages.server.ts";
import { eraseExpiredDrafts } from "#app/requests/acts/erase-expired-drafts.server.ts";
import { renewList } from "#app/requests/acts/renew-list.server.ts";
import { recordTownFacts } from "./facts.ts";

/** In the order in which those missed are made up for: days before figures. */
export const jobs: Jobs = {
  "send-messages": {
    summary: "envoie les messages en attente / sends the messages that wait",
    every: "* * * * *",
    run: (context) => sendMessages(context, env()),
  },
  "expire-offers": {
    summary: "libère les places sans réponse / frees the places without an answer",
    every: "*/5 * * * *",
    run: expireOffers,
  },
  "occasional-list": {
    summary:
      "interroge les familles en attente d'une place occasionnelle / asks the families that wait for a free hour",
    every: "*/5 * * * *",
    run: moveOccasionalLists,
  },
  "remind-offers": {
    summary: "rappelle les réponses attendues / reminds families of the answers expected",
    every: "30 8 * * *",
    run: remindOffers,
  },
  "renew-list": {
    summary:
      "demande aux familles si leur demande tient toujours / asks families whether their request still stands",
    every: "15 8 * * *",
    run: renewList,
  },
  "start-contracts": {
    summary: "commence et termine les accueils du jour / starts and ends the contracts of the day",
    every: "5 0 * * *",
    run: startContracts,
  },
  "plan-days": {
    summary: "prépare les journées des structures / prepares the days of the facilities",
    every: "10 0 * * *",
    run: (context) => planDays(context),
  },
  "record-facts": {
    summary: "compte les faits de l'observatoire / counts the facts of the observatory",
    every: "30 3 * * *",
    run: recordTownFacts,
  },
  "erase-what-is-over": {
    summary: "efface brouillons, liens et sessions périmés / erases drafts, links and sessions that are over",
    every: "45 4 * * *",
    run: async (context) => ({
      drafts: (await eraseExpiredDrafts(context)).erased,
      ...(await eraseOldSignIns(context)),
    }),
  },
};
