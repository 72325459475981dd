import type { DeviceMove } from "../../rtc/deviceMove";
import type { DeviceTrouble } from "../../rtc/deviceTrouble";

/** A sentence about devices that did not start, and whether asking again can help. */
export interface TroubleNote {
  text: string;
  retry: ("microphone" | "camera")[];
}

type Word = "microphone" | "camera";

/**
 * What to say about the devices that were wanted and did not come: which, why, what to do, and before joining that one
 * can join all the same. Null when there is nothing to say.
 */
export function troubleNote(
  microphone: DeviceTrouble | null,
  camera: DeviceTrouble | null,
  place: "before joining" | "inside" = "before joining",
): TroubleNote | null {
  const note = noteBefore(microphone, camera);
  if (!note || place === "before joining") return note;
  return { ...note, text: note.text.replace(/ You can join.*$/, "") };
}

function noteBefore(microphone: DeviceTrouble | null, camera: DeviceTrouble | null): TroubleNote | null {
  if (microphone === "insecure" || camera === "insecure") {
    return {
      text: "This page is not open over HTTPS, so your browser gives it no microphone and no camera. You can join. You will listen.",
      retry: [],
    };
  }
  if (microphone && camera) return microphone === camera ? both(microphone) : two(microphone, camera);
  if (camera) return one("camera", camera, "You can join without.");
  if (microphone) return one("microphone", microphone, "You can join and listen.");
  return null;
}

function both(trouble: DeviceTrouble): TroubleNote {
  switch (trouble) {
    case "missing":
      return { text: "No microphone and no camera were found. You can join. You will listen.", retry: [] };
    case "blocked":
      return {
        text: "Your browser blocks the microphone and the camera for this page. Click the camera sign in the address bar and allow them. You can join without. You will listen.",
        retry: [],
      };
    default:
      return { ...two(trouble, trouble), retry: ["microphone", "camera"] };
  }
}

function two(microphone: DeviceTrouble, camera: DeviceTrouble): TroubleNote {
  const first = one("microphone", microphone, "");
  const second = one("camera", camera, "You can join. You will listen.");
  return { text: `${first.text} ${second.text}`, retry: [...first.retry, ...second.retry] };
}

function one(word: Word, trouble: DeviceTrouble, still: string): TroubleNote {
  switch (trouble) {
    case "blocked":
      return {
        text: `Your browser blocks the ${word} for this page. Click the ${word} sign in the address bar and allow it. ${still}`.trim(),
        retry: [],
      };
    case "dismissed":
      return {
        text: `Your browser asked about the ${word} and got no answer. ${still}`.trim(),
        retry: [word],
      };
    case "missing":
      return { text: `No ${word} was found. ${still}`.trim(), retry: [] };
    case "unplugged":
      return {
        text: `Your ${word} is gone and there is no other. Plug one in and try again. ${still}`.trim(),
        retry: [word],
      };
    case "busy":
      return {
        text: `Another program is using the ${word}. Close it there and try again. ${still}`.trim(),
        retry: [word],
      };
    default:
      return { text: `The ${word} did not start. ${still}`.trim(), retry: [word] };
  }
}

/** What to say where another device took over: which is gone, and which is used now. */
export function moveSentence({ kind, from, to }: DeviceMove): string {
  const gone = from ? `“${from}” is gone.` : `The ${kind} you chose is not connected.`;
  if (kind === "speaker") return `${gone} You hear through ${to ? `“${to}”` : "your system's speaker"} now.`;
  return `${gone} Your ${kind} is ${to ? `“${to}”` : "another one"} now.`;
}
