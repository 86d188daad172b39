import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import { compression } from "vite-plugin-compression2";
import remixOptions from "./remix.config.js";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig({
  plugins: [
    remix(remixOptions),
    // Written once at build time: the best brotli is far too slow to do while people wait.
    compression({ algorithms: ["brotliCompress"], include: /assets\/.*\.(js|css)$/, threshold: 512 }),
  ],
  // esbuild ≥ 0.28 no longer lowers destructuring to Vite's default target.
  build: { target: "es2022", sourcemap: false },
  optimizeDeps: { esbuildOptions: { target: "es2022" } },
  ssr: { external: ["better-sqlite3"] },
});
