import { useMutation } from "@tanstack/react-query";
import { notifications } from "../api/notifications";

/** Marks notifications read. The pages hear of it by the update channel, this one too. */
export function useReading() {
  const one = useMutation({ mutationFn: (id: string) => notifications.read(id) });
  const all = useMutation({ mutationFn: (upTo: string) => notifications.readAll(upTo) });
  return {
    read: one.mutate,
    readAll: all.mutate,
    error: one.error ?? all.error,
    isReadingAll: all.isPending,
  };
}
