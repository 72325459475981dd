import type { CSSProperties } from "react";
import { cx } from "./cx";
import { hueOf, initialsOf } from "./initials";

type AvatarProps = { name: string; picture?: string | null; size?: number; className?: string };

/** A person: the picture, or initials on a colour that stays the same for the same name. Decoration beside a name. */
export function Avatar({ name, picture, size = 34, className }: AvatarProps) {
  const shape = { width: size, height: size };
  if (picture) {
    return (
      <img
        src={picture}
        alt=""
        style={shape}
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
