import { useState, type CSSProperties } from "react";
import { cx } from "./cx";
import { hueOf, initialsOf } from "./initials";

type AvatarProps = { name: string; picture?: string | null; size?: number; className?: string };

/** The sizes in which the server has pictures, in pixels. */
const SIZES = [64, 128, 256, 512];

/** A person: the picture, or initials on a colour that stays the same for the same name. Decoration beside a name. */
export function Avatar({ name, picture, size = 34, className }: AvatarProps) {
  const [broken, setBroken] = useState<string | null>(null);
  const shape = { width: size, height: size };
  if (picture && picture !== broken) {
    return (
      <img
        src={sized(picture, size)}
        alt=""
        style={shape}
        draggable={false}
        onError={() => setBroken(picture)}
        className={cx("shrink-0 rounded-full object-cover", className)}
      />
    );
  }
  const hue = hueOf(name);
  return (
    <span
      aria-hidden
      data-initials={initialsOf(name)}
      style={{ ...shape, fontSize: size * 0.37, "--hue": hue } as CSSProperties}
      className={cx(
        "before:content-[attr(data-initials)] inline-grid shrink-0 place-items-center rounded-full leading-none font-bold tracking-[-0.01em] select-none",
        "bg-[oklch(var(--initials)_var(--hue))] text-[oklch(var(--on-initials)_var(--hue))]",
        className,
      )}
    />
  );
}

/** The address of the smallest picture that is sharp at this size (CSS pixels); others are taken as they are. */
function sized(picture: string, size: number): string {
  if (!picture.startsWith("/api/")) return picture;
  const pixels = size * (window.devicePixelRatio || 1);
  return `${picture}?size=${SIZES.find((one) => one >= pixels) ?? SIZES.at(-1)}`;
}
