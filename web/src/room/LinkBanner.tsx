import { Check } from "lucide-react";
import { useEffect, useRef } from "react";
import { bannerOf, type Link } from "../rtc/link";
import { play } from "../rtc/sounds";
import { Spinner } from "../ui/Spinner";
import { useNow } from "./useNow";

/** Says that connecting takes a while, that the connection has dropped and how long ago, and when it is back. */
export function LinkBanner({ link, speakerId }: { link: Link; speakerId: string | null }) {
  const now = useNow(500);
  const banner = bannerOf(link, Math.max(now, Date.now()));
  useBannerSound(banner && banner.kind !== "joining" ? banner.kind : null, speakerId);
  return (
    <div role="alert" className="pointer-events-none absolute inset-x-0 top-3.5 z-6 flex justify-center px-3">
      {banner?.kind === "joining" && (
        <p className="flex animate-fade items-center gap-3.5 rounded-card bg-paper py-3 pr-5 pl-4 text-[14.5px] shadow-e3">
          <Spinner className="size-[22px] text-ink-2" />
          Connecting your sound and picture.
        </p>
      )}
      {banner?.kind === "dropped" && (
        <p className="flex animate-rise items-center gap-3.5 rounded-card bg-warn-tint py-3 pr-5 pl-4 text-[14.5px] shadow-e3">
          <Spinner className="size-[22px] text-warn" />
          <span>
            <b className="font-bold">Your connection dropped.</b>{" "}
            <span className="text-ink-2">
              Coming back<span aria-hidden>, {banner.seconds} s</span>. You keep your place.
            </span>
          </span>
        </p>
      )}
      {banner?.kind === "back" && (
        <p className="flex animate-fade items-center gap-2.5 rounded-card bg-baize-tint py-3 pr-5 pl-4 text-[14.5px] font-bold text-baize-text shadow-e3">
          <Check className="size-5" strokeWidth={2} aria-hidden />
          You are back.
        </p>
      )}
    </div>
  );
}

function useBannerSound(kind: "dropped" | "back" | null, speakerId: string | null) {
  const told = useRef<string | null>(null);
  useEffect(() => {
    if (kind && kind !== told.current) void play(kind, speakerId);
    told.current = kind;
  }, [kind, speakerId]);
}
