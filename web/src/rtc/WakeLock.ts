/** Keeps the screen awake while someone is in a meeting, where the browser can. */
export class WakeLock {
  private sentinel: WakeLockSentinel | null = null;
  private wanted = false;

  hold(): void {
    this.wanted = true;
    document.addEventListener("visibilitychange", this.renew);
    this.renew();
  }

  release(): void {
    this.wanted = false;
    document.removeEventListener("visibilitychange", this.renew);
    void this.sentinel?.release().catch(() => undefined);
    this.sentinel = null;
  }

  /** The browser drops the lock whenever the page is hidden. */
  private readonly renew = (): void => {
    if (!this.wanted || document.visibilityState !== "visible" || !("wakeLock" in navigator)) return;
    navigator.wakeLock.request("screen").then(
      (sentinel) => {
        if (this.wanted) this.sentinel = sentinel;
        else void sentinel.release().catch(() => undefined);
      },
      () => undefined,
    );
  };
}
