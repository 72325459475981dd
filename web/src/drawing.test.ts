import { transformSync } from "@babel/core";
import reactCompiler from "babel-plugin-react-compiler";
import { describe, expect, it } from "vitest";

const sources = import.meta.glob<string>(["./**/*.ts", "./**/*.tsx", "!./**/*.test.*"], {
  query: "?raw",
  import: "default",
  eager: true,
});
const holdsRefs = Object.entries(sources).filter(([, source]) => /\b(useRef|RefObject)\b/.test(source));

/** What the React compiler says about one component or hook. */
interface Finding {
  detail?: { category?: string; primaryLocation?: () => { start: { line: number } } | null };
}

/** The lines that read or write a ref while a component is drawn. */
function refsWhileDrawing(file: string, source: string): string[] {
  const found: Finding[] = [];
  const logger = { logEvent: (_: string, finding: Finding) => found.push(finding) };
  transformSync(source, {
    filename: file,
    configFile: false,
    babelrc: false,
    code: false,
    parserOpts: { plugins: file.endsWith("x") ? ["typescript", "jsx"] : ["typescript"] },
    plugins: [[reactCompiler, { noEmit: true, panicThreshold: "none", eslintSuppressionRules: [], logger }]],
  });
  return found.flatMap(({ detail }) =>
    detail?.category === "Refs" ? [`${file}:${detail.primaryLocation?.()?.start.line ?? "?"}`] : [],
  );
}

describe("drawing a component touches no ref: React may draw it twice, or throw a drawing away", () => {
  it.each(holdsRefs)("in %s", (file, source) => {
    expect(refsWhileDrawing(file, source)).toEqual([]);
  });

  it("is noticed where it happens", () => {
    const bad = `import { useRef } from "react";
      export function useLatest<T>(value: T) { const latest = useRef(value); latest.current = value; }`;
    expect(refsWhileDrawing("./bad.ts", bad)).toEqual(["./bad.ts:2"]);
    expect(holdsRefs.length).toBeGreaterThan(20);
  });
});
