// What the clock asks for, and when (cron patterns, on the town's clocks). Each job bears being run twice.
import { env } from "#app/platform/env.server.ts";
import type { Jobs } from "#app/platform/jobs.server.ts";
import { sendMessages } from "#app/platform/mail/send-messages.server.ts";

export const jobs: Jobs = {
  "send-messages": {
    summary: "envoie les messages en attente / sends the messages that wait",
    every: "* * * * *",
    run: (context) => sendMessages(context, env()),
  },
};
