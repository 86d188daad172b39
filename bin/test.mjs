// `npm test`: installs what is missing, then checks and tests everything.
import { requireNode } from "./steps/node-version.mjs";

requireNode();
import("./steps/verify.mjs");
