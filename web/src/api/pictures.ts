import { request } from "./http";

/** One's own picture: the bytes as they are to be shown, square. */
export const picture = {
  change: (bytes: Blob) => request<void>("PUT", "/users/me/picture", { body: bytes }),
  remove: () => request<void>("DELETE", "/users/me/picture"),
};
