import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState } from "react";
import { useNavigate } from "react-router";
import { notifications } from "../api/notifications";
import type { Notification } from "../api/types";
import { followUser } from "../api/userTopic";
import { useToast } from "../ui/Toasts";
import { newer, newsOf, takeOver } from "./news";
import { restoreDevice } from "./push";
import { historyQuery, latestQuery, summaryQuery } from "./queries";
import { reminderOf, wordsOf } from "./words";

/** Keeps the count of unread notifications true on this page, and says what has just come. */
export function LiveNotices({ userId }: { userId: string }) {
  const queries = useQueryClient();
  const [said, setSaid] = useState("");
  const showToast = useEffectEvent(useNotificationToast());

  useEffect(() => {
    void restoreDevice(userId);
    return followUser(userId, {
      onCaughtUp: () => {
        void notifications
          .summary()
          .then((told) => queries.setQueryData(summaryQuery.queryKey, (known) => newer(known, told)))
          .catch(() => {});
        void queries.invalidateQueries({ queryKey: historyQuery.queryKey });
        void queries.invalidateQueries({ queryKey: latestQuery.queryKey });
      },
      onUpdate: (update) => {
        const news = newsOf(update);
        if (!news) return;
        takeOver(queries, update.topic, news);
        if (!news.addedId) return;
        void find(queries, news.addedId).then((added) => {
          if (added && !showToast(added)) setSaid(wordsOf(added).title);
        });
      },
    });
  }, [queries, userId]);

  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}

/** The notification of this id, if it is still among the latest. */
async function find(queries: QueryClient, id: string): Promise<Notification | undefined> {
  const { items } = await queries.fetchQuery({ ...latestQuery, staleTime: 0 }).catch(() => ({ items: [] }));
  return items.find((one) => one.id === id);
}

/** Shows what matters right now; tells whether it did. A page in the background leaves that to its neighbour. */
function useNotificationToast(): (notification: Notification) => boolean {
  const toast = useToast();
  const navigate = useNavigate();
  return (notification) => {
    const reminder = notification.type === "meeting_reminder";
    if ((!reminder && notification.type !== "security") || document.visibilityState === "hidden")
      return false;
    const go = () => {
      void notifications.read(notification.id).catch(() => {});
      void navigate(notification.path);
    };
    toast({
      text: reminder ? reminderOf(notification, Date.now()) : notification.title,
      tone: "info",
      action: { label: reminder ? "Join" : "Review", onPress: go },
    });
    return true;
  };
}
