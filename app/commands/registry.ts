import type { Command } from "./command.ts";

type Entry = Pick<Command, "name" | "summary"> & { load: () => Promise<Pick<Command, "run">> };

/** Every command, in the order in which `npx guichet` lists them; only the one that runs is loaded. */
export const commands: readonly Entry[] = [
  {
    name: "import",
    summary: "importe zones, facilities, school-calendar ou requests depuis un fichier / imports a file",
    load: async () => (await import("./import.ts")).importCommand,
  },
  {
    name: "demo",
    summary: "remplit de nouveau la ville de démonstration / refills the demonstration town",
    load: async () => (await import("./demo.ts")).demoCommand,
  },
  {
    name: "job",
    summary: "exécute une tâche maintenant / runs a job now",
    load: async () => (await import("./job.ts")).jobCommand,
  },
  {
    name: "doctor",
    summary: "vérifie l'installation et dit quoi réparer / checks the installation and says what to mend",
    load: async () => (await import("./doctor.ts")).doctorCommand,
  },
  {
    name: "administrator",
    summary: "ouvre le compte d'une personne qui administre / opens an administrator's account",
    load: async () => (await import("./administrator.ts")).administratorCommand,
  },
  {
    name: "migrate",
    summary:
      "met la base à jour : migrations et paramètres / updates the database: migrations and parameters",
    load: async () => (await import("./migrate.ts")).migrateCommand,
  },
  {
    name: "allocate",
    summary: "répartit les places d'une commission, depuis un fichier / allocates places, from a file",
    load: async () => (await import("./allocate.ts")).allocateCommand,
  },
  {
    name: "check-allocation",
    summary: "contrôle le résultat d'une attribution, sans le moteur / checks a result without the engine",
    load: async () => (await import("./check-allocation.ts")).checkAllocationCommand,
  },
  {
    name: "explain",
    summary:
      "dit à une famille pourquoi, d'après un résultat / tells a family why, from a result of the commission",
    load: async () => (await import("./explain.ts")).explainCommand,
  },
];
