import { updates, type Update } from "./updates";

export type UserTopicListener = {
  /** In order, each exactly once. */
  onUpdate: (update: Update) => void;
  /** What was known before may be out of date: at the beginning and after every return. */
  onCaughtUp?: () => void;
};

type Followed = { listeners: Set<UserTopicListener>; caughtUp: boolean; stop: () => void };

const followed = new Map<string, Followed>();

/** Follows what happens to a user, from now on; several parts of a page may. Answers with the way to stop. */
export function followUser(userId: string, listener: UserTopicListener): () => void {
  const topic = `user:${userId}`;
  const entry = followed.get(topic) ?? begin(topic);
  entry.listeners.add(listener);
  if (entry.caughtUp) listener.onCaughtUp?.();
  return () => {
    entry.listeners.delete(listener);
    if (entry.listeners.size > 0 || followed.get(topic) !== entry) return;
    followed.delete(topic);
    entry.stop();
  };
}

function begin(topic: string): Followed {
  const entry: Followed = { listeners: new Set(), caughtUp: false, stop: () => {} };
  followed.set(topic, entry);
  subscribe(topic, entry);
  return entry;
}

function subscribe(topic: string, entry: Followed): void {
  entry.stop = updates().subscribe(topic, null, {
    onUpdate: (update) => [...entry.listeners].forEach((listener) => listener.onUpdate(update)),
    onCaughtUp: () => {
      entry.caughtUp = true;
      [...entry.listeners].forEach((listener) => listener.onCaughtUp?.());
    },
    onRefused: (code) => {
      // Away for longer than the server remembers: from now on then, and everything is read anew.
      if (code === "cannot_resume" && followed.get(topic) === entry) subscribe(topic, entry);
    },
  });
}
