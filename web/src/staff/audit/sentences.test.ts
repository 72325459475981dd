import { describe, expect, it } from "vitest";
import type { AuditEntry } from "../../api/staff";
import { actionWords } from "./entryWords";
import { deeds, sentenceOf } from "./sentences";

const sources = Object.values(
  import.meta.glob<string>("../../../../app/src/main/java/**/*.java", {
    query: "?raw",
    import: "default",
    eager: true,
  }),
);
const migrations = Object.entries(
  import.meta.glob<string>("../../../../app/src/main/resources/db/migration/*.sql", {
    query: "?raw",
    import: "default",
    eager: true,
  }),
);

/** The actions that the newest check constraint of the trail lets in. */
const CONSTRAINT = /(?<=audit_logs_action_check CHECK \(action IN \()[^)]*/;
const numberOf = (file: string) => Number(/V(\d+)__/.exec(file)![1]);
const constraint = migrations
  .filter(([, sql]) => CONSTRAINT.test(sql))
  .toSorted(([a], [b]) => numberOf(a) - numberOf(b))
  .at(-1)![1];
const actions = new Set(CONSTRAINT.exec(constraint)![0].match(/[a-z_]+/g));

const literals = (code: string) => [...code.matchAll(/"([a-z_]+)"/g)].map((match) => match[1]!);
const method = (source: string, name: string) =>
  new RegExp(`String ${name}\\(\\) \\{([^}]*)\\}`).exec(source)?.[1] ?? "";

/** Every kind and action that an event of the server can leave in the trail. */
function written(): string[] {
  return sources
    .filter((source) => /implements (\w+, )*Auditable\b/.test(source))
    .flatMap((source) => {
      const name = /(?:record|class) (\w+)\(/.exec(source)![1]!;
      const kinds = literals(method(source, "entityType"));
      const fixed = literals(method(source, "action"));
      const pairs = [...source.matchAll(/^ {4}[A-Z_]+\("([a-z_]+)", "([a-z_]+)"/gm)];
      if (pairs.length > 0) return pairs.map(([, kind, action]) => `${kind}.${action}`);
      return kinds.flatMap((kind) =>
        (fixed.length > 0 ? fixed : given(name)).map((action) => `${kind}.${action}`),
      );
    });
}

/** The actions that are handed to an event where it is made, or to a method that makes it. */
function given(name: string): string[] {
  const makers = sources.filter((source) => source.includes(`new ${name}(`));
  const found = makers.flatMap(literals).filter((word) => actions.has(word));
  expect(found, `actions of ${name}`).not.toEqual([]);
  return found;
}

const entry = (key: string, more: Partial<AuditEntry> = {}): AuditEntry => {
  const [entityType = "", action = ""] = key.split(".");
  return {
    id: 1,
    actorUserId: "ruth",
    network: null,
    entityType,
    entityId: "ben",
    action,
    before: null,
    after: null,
    createdAt: "2026-11-23T10:00:00Z",
    ...more,
  };
};
const names: Record<string, string> = { ruth: "Ruth", ben: "Ben" };
const say = (key: string, more: Partial<AuditEntry> = {}) => {
  const { who, did } = sentenceOf(entry(key, more), (id) => names[id] ?? (id || "nobody"));
  return `${who} ${did}.`;
};

describe("the audit trail in sentences", () => {
  it("has one for everything that the server can write", () => {
    const all = [...new Set(written())].toSorted();
    expect(all.length).toBeGreaterThan(45);
    expect(all.filter((key) => !(key in deeds))).toEqual([]);
    expect([...actions].filter((action) => !(action in actionWords))).toEqual([]);
  });

  it.each(Object.keys(deeds))("%s begins with a deed and names nothing that is missing", (key) => {
    for (const more of [{}, { actorUserId: null }, { entityId: "ruth" }, { entityId: null }])
      expect(say(key, more)).toMatch(/^(Ruth|Parley|Somebody|The setup link) [a-z]+\b.*[a-z]\.$/);
    expect(say(key)).not.toMatch(/undefined|null|_| {2}/);
  });

  it("tells the same deed by who did it to whom", () => {
    expect(say("user.role_changed", { actorUserId: null, after: { staffRole: "admin" } })).toBe(
      "The setup link made Ben an administrator.",
    );
    expect(say("user.role_changed", { after: { staffRole: "none" } })).toBe(
      "Ruth took the role away from Ben.",
    );
    expect(say("invitation.invited")).toBe("Ruth invited somebody.");
    expect(say("user.updated", { entityId: "ruth" })).toBe("Ruth changed their profile.");
    expect(say("user.updated", { entityId: "ruth", after: { emailVerified: true } })).toBe(
      "Ruth confirmed their e-mail address.",
    );
    expect(say("user.login_failed", { actorUserId: null })).toBe("Somebody tried in vain to log in as Ben.");
    expect(say("user.erased", { actorUserId: null })).toBe("Parley erased the data of Ben.");
  });

  it("still says something about what a newer server writes", () => {
    expect(say("new_thing.updated")).toBe("Ruth changed: new thing.");
  });
});
