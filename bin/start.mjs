// `npm start`: from a fresh clone to an address one can open.
import { requireNode } from "./steps/node-version.mjs";

requireNode();
import("./steps/serve.mjs");
