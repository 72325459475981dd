// Shows what is pushed to this browser, and opens what it is about. It takes no requests and keeps nothing:
// pages and files come from the server, always.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("push", (event) => {
  const note = read(event.data);
  event.waitUntil(
    self.registration.showNotification(note.title, {
      body: note.body,
      tag: note.tag,
      // A later word about the same thing is news again.
      renotify: Boolean(note.tag),
      icon: "/notification.png",
      badge: "/notification-badge.png",
      data: { path: note.path },
    }),
  );
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data?.path));
});

/** A browser asks that something is shown for every push, also for one that cannot be read. */
function read(data) {
  try {
    const note = data.json();
    return { ...note, title: String(note.title || "Parley") };
  } catch {
    return { title: "Parley", body: "Something happened. Open Parley to see it.", path: "/notifications" };
  }
}

/** Goes there in a page that is open anyway, unless it shows a meeting; else in a new one. */
async function open(path) {
  const target = new URL(path ?? "/notifications", self.location.origin);
  if (target.origin !== self.location.origin) return;
  const pages = await self.clients.matchAll({ type: "window" });
  const free = pages.find((page) => !new URL(page.url).pathname.startsWith("/m/"));
  if (free && "navigate" in free) {
    await free.focus();
    await free.navigate(target.href);
  } else {
    await self.clients.openWindow(target.href);
  }
}
