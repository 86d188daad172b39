import js from "@eslint/js";
import a11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig, globalIgnores } from "eslint/config";
import typescript from "typescript-eslint";

/** What this very Node offers to a plain script. */
const globals = Object.fromEntries(Object.getOwnPropertyNames(globalThis).map((name) => [name, "readonly"]));

/** Time is an argument (docs/architecture.md): only the doors and the runner of jobs read the clock. */
const clock = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: "Take the time as an argument.",
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: "Take the time as an argument.",
  },
];
const chance = {
  selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
  message: "Rules give the same answer each time: take the draw as an argument.",
};
/** The Content-Security-Policy drops it, and hydration does not put it back. */
const styleAttribute = {
  selector: "JSXAttribute[name.name='style']",
  message: "A strict Content-Security-Policy drops style attributes: use a class.",
};
const restrict = (...rules) => ({ "no-restricted-syntax": ["error", ...rules] });

export default defineConfig(
  globalIgnores([
    "build",
    "data",
    ".cache",
    "app/platform/database/generated",
    "test-results",
    "playwright-report",
  ]),
  js.configs.recommended,
  typescript.configs.recommended,
  { languageOptions: { globals } },
  { files: ["**/*.cjs"], languageOptions: { globals: { module: "readonly" } } },
  {
    files: ["public/*.js"],
    languageOptions: { globals: { self: "readonly", caches: "readonly", indexedDB: "readonly" } },
  },
  {
    rules: {
      "max-lines": ["error", 300],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
    },
  },
  {
    files: ["app/**/*.{ts,tsx}"],
    extends: [a11y.flatConfigs.recommended],
    rules: {
      "no-console": "error",
      "@typescript-eslint/explicit-module-boundary-types": "error",
      // A table wider than the screen is scrolled by keyboard.
      "jsx-a11y/no-noninteractive-tabindex": ["error", { roles: ["region", "tabpanel"], tags: [] }],
      ...restrict(styleAttribute),
    },
  },
  // Remix infers what a page receives from what its loader returns.
  {
    files: ["app/routes/**", "app/root.tsx"],
    rules: { "@typescript-eslint/explicit-module-boundary-types": "off" },
  },
  { files: ["app/*/views/**", "app/ui/**", "app/root.tsx"], extends: [reactHooks.configs.flat.recommended] },
  {
    files: ["app/*/{acts,messages,views,store}/**", "app/*/store.server.ts"],
    rules: restrict(styleAttribute, ...clock),
  },
  { files: ["app/*/rules/**"], rules: restrict(styleAttribute, ...clock, chance) },
  { files: ["app/commands/**"], rules: { "no-console": "off" } },
);
