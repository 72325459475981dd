import { pushDevices } from "../api/notifications";
import { ApiError } from "../api/problem";

/** What this browser can do about being notified while no page is open. */
export type PushState =
  /** It lacks what it takes. */
  | "missing"
  /** It would have it on the home screen only (iPhone and iPad). */
  | "home-screen"
  /** The address is not a safe one: HTTPS or this very machine. */
  | "insecure"
  /** The person, or whoever runs the device, has said no. */
  | "blocked"
  | "off"
  | "on";

const KEPT = "parley.push";
type Kept = { userId: string; deviceId: string };

/** The id of this browser among the devices of this user, if it was made one. */
export function ownDevice(userId: string): string | null {
  const kept = read();
  return kept?.userId === userId ? kept.deviceId : null;
}

export function pushState(userId: string): PushState {
  if (!window.isSecureContext) return "insecure";
  const complete = "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
  if (!complete) return /iPhone|iPad/.test(navigator.userAgent) ? "home-screen" : "missing";
  if (Notification.permission === "denied") return "blocked";
  return Notification.permission === "granted" && ownDevice(userId) ? "on" : "off";
}

/** Thrown where the browser did not let us; its message is for people. */
export class PushRefused extends Error {}

/** Asks the browser and tells the server. Called by a press: browsers ask people only then. */
export async function turnOn(userId: string): Promise<void> {
  const permission = await Notification.requestPermission();
  if (permission !== "granted") {
    throw new PushRefused("This browser was not allowed to notify you. Nothing was turned on.");
  }
  await register(userId, (await pushDevices.list()).publicKey);
}

export async function turnOff(userId: string): Promise<void> {
  const id = ownDevice(userId);
  forget();
  const registration = await navigator.serviceWorker.getRegistration("/");
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
  if (id) await pushDevices.forget(id).catch(notThereAnyMore);
}

/** After logging in again the server has forgotten this browser, although its person wants it. */
export async function restoreDevice(userId: string): Promise<void> {
  const id = ownDevice(userId);
  if (!id || pushState(userId) !== "on") return;
  try {
    const { publicKey, items } = await pushDevices.list();
    if (!items.some((device) => device.id === id)) await register(userId, publicKey);
  } catch {
    // Tried again with the next page.
  }
}

async function register(userId: string, publicKey: string): Promise<void> {
  const registration = await navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" });
  await navigator.serviceWorker.ready;
  const subscription = await subscribe(registration.pushManager, publicKey);
  const { id } = await pushDevices.keep(subscription.toJSON());
  localStorage.setItem(KEPT, JSON.stringify({ userId, deviceId: id } satisfies Kept));
}

async function subscribe(manager: PushManager, publicKey: string): Promise<PushSubscription> {
  const options = { userVisibleOnly: true, applicationServerKey: publicKey };
  try {
    return await manager.subscribe(options);
  } catch (error) {
    // One made with the keys of another installation, or with earlier ones, stands in the way.
    const earlier = await manager.getSubscription();
    if (!earlier) throw new PushRefused(sentenceFor(error));
    await earlier.unsubscribe();
    return manager.subscribe(options).catch((again: unknown) => {
      throw new PushRefused(sentenceFor(again));
    });
  }
}

function sentenceFor(error: unknown): string {
  return error instanceof DOMException && error.name === "NotAllowedError"
    ? "This browser blocks notifications for this address. Allow them in its settings, then try again."
    : "This browser could not reach its push service. Check the network, then try again.";
}

function notThereAnyMore(error: unknown): void {
  if (!(error instanceof ApiError) || error.status !== 404) throw error;
}

function read(): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? "null") as Kept | null;
  } catch {
    return null;
  }
}

function forget(): void {
  localStorage.removeItem(KEPT);
}
