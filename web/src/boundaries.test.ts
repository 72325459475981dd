import { expect, test } from "vitest";

const sources = import.meta.glob<string>(["./**/*.ts", "./**/*.tsx"], {
  query: "?raw",
  import: "default",
  eager: true,
});

/** Who may import whom, by the first folder under `src`. A folder of the product may use only the ground. */
const GROUND = ["api", "rtc", "ui"];
const allowed = (from: string): ((to: string) => boolean) => {
  if (from === "app") return () => true;
  if (from === "ui" || from === "api" || from === "rtc") return (to) => to === from;
  return (to) => to === from || GROUND.includes(to);
};

function importsOf(source: string): string[] {
  const found = source.matchAll(/(?:from\s+|import\s*\(\s*|import\s+)["'](\.{1,2}\/[^"']+)["']/g);
  return [...found].map((match) => match[1]!);
}

function resolve(file: string, target: string): string[] {
  const parts = file.split("/").slice(1, -1);
  for (const step of target.split("/")) {
    if (step === "..") parts.pop();
    else if (step !== ".") parts.push(step);
  }
  return parts;
}

test("folders import only downwards: app, then folders, then api, rtc and ui", () => {
  const wrong: string[] = [];
  for (const [file, source] of Object.entries(sources)) {
    const from = file.split("/")[1]!;
    if (from === "testing" || file.split("/").length < 3) continue;
    for (const target of importsOf(source)) {
      const to = resolve(file, target)[0]!;
      if (to !== "testing" && !allowed(from)(to)) wrong.push(`${file} imports ${target}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("rtc knows no React, and nobody hides behind an index", () => {
  const react = Object.entries(sources).filter(
    ([file, text]) => file.startsWith("./rtc/") && /from ["']react["']/.test(text),
  );
  expect(react.map(([file]) => file)).toEqual([]);
  expect(Object.keys(sources).filter((file) => /\/index\.tsx?$/.test(file))).toEqual([]);
});
