import { openAdministrator } from "#app/access/acts/open-administrator.server.ts";
import { openDatabase } from "#app/platform/database/client.server.ts";
import { env } from "#app/platform/env.server.ts";
import { exit, type Command } from "./command.ts";

const refusals = {
  email: "Écrivez une adresse électronique complète. / Write a complete e-mail address.",
  taken:
    "Cette adresse a déjà un compte : donnez-lui le rôle sur /administration. / This address has an account already: give it the role on /administration.",
};

export const administratorCommand: Pick<Command, "run"> = {
  async run([email], io) {
    if (email === undefined) {
      io.warn("Usage : npx guichet administrator EMAIL");
      return exit.usage;
    }
    const db = openDatabase(env().databaseUrl);
    try {
      const opened = await openAdministrator({ db, now: new Date() }, email);
      if (!opened.ok) {
        io.warn(refusals[opened.error]);
        return exit.failed;
      }
      io.say(`Compte ouvert : connexion sur ${env().publicUrl}/connexion / Account opened: sign in there`);
      return exit.ok;
    } finally {
      await db.$disconnect();
    }
  },
};
