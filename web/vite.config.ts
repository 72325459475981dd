import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import type { ProxyOptions } from "vite";
import { defineConfig } from "vitest/config";

/** Where a running Parley listens; the development server hands it everything that is not a page. */
const server = process.env.PARLEY_SERVER ?? "http://localhost:8080";

/** The server takes requests only from its own pages, so they are handed on as such. */
function toServer(): ProxyOptions {
  const asOwn = (request: { setHeader: (name: string, value: string) => void }) =>
    request.setHeader("origin", server);
  return {
    target: server,
    ws: true,
    configure: (proxy) => {
      proxy.on("proxyReq", asOwn);
      proxy.on("proxyReqWs", asOwn);
    },
  };
}

export default defineConfig({
  plugins: [react(), tailwindcss()],
  build: {
    target: "es2022",
    // An inlined asset would need `data:` in the content security policy.
    assetsInlineLimit: 0,
  },
  server: {
    proxy: { "/api": toServer(), "/rtc": toServer() },
    // A test holds the words of these pages against what the server can write.
    fs: { allow: [".."] },
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
