import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import remixOptions from "./remix.config.js";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig({
  plugins: [remix(remixOptions)],
  // esbuild ≥ 0.28 no longer lowers destructuring to Vite's default target.
  build: { target: "es2022", sourcemap: false },
  optimizeDeps: { esbuildOptions: { target: "es2022" } },
  ssr: { external: ["better-sqlite3"] },
});
