import { createContext, useContext, type ReactNode } from "react";
import type { Store } from "../rtc/store";
import { Avatar } from "../ui/Avatar";
import { useStore } from "./useStore";

/** Where the picture of each person of the meeting is, by participant. */
export type Faces = ReadonlyMap<string, string>;

const FacesOfRoom = createContext<Faces>(new Map());

/** Tells everything in the room how people look. */
export function FacesProvider({ faces, children }: { faces: Store<Faces>; children: ReactNode }) {
  return <FacesOfRoom.Provider value={useStore(faces)}>{children}</FacesOfRoom.Provider>;
}

/** A person of the meeting: the picture, or initials. */
export function Face({
  participantId,
  name,
  size,
}: {
  participantId: string | null;
  name: string;
  size: number;
}) {
  const picture = useContext(FacesOfRoom).get(participantId ?? "");
  return <Avatar name={name} picture={picture} size={size} />;
}
