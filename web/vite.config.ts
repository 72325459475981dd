import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

/** Where a running Parley listens; the development server hands it everything that is not a page. */
const server = process.env.PARLEY_SERVER ?? "http://localhost:8080";

export default defineConfig({
  plugins: [react(), tailwindcss()],
  build: {
    target: "es2022",
    // An inlined asset would need `data:` in the content security policy.
    assetsInlineLimit: 0,
  },
  server: {
    proxy: {
      "/api": { target: server, ws: true },
      "/rtc": { target: server, ws: true },
    },
  },
  test: {
    environment: "jsdom",
    // One browser-like world per worker, not per file: a tenth of the time. Tests clean up after themselves.
    pool: "threads",
    isolate: false,
    setupFiles: "./src/testing/setup.ts",
    restoreMocks: true,
    testTimeout: 30_000,
  },
});
