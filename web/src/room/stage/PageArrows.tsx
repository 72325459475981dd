import { ChevronLeft, ChevronRight, type LucideIcon } from "lucide-react";
import { cx } from "../../ui/cx";

/** Turns pages at the edges of the stage. */
export function PageArrows({
  page,
  pages,
  onPage,
}: {
  page: number;
  pages: number;
  onPage: (page: number) => void;
}) {
  return (
    <>
      {page > 0 && (
        <Arrow icon={ChevronLeft} label="Page before" side="left" onPress={() => onPage(page - 1)} />
      )}
      {page < pages - 1 && (
        <Arrow icon={ChevronRight} label="Next page" side="right" onPress={() => onPage(page + 1)} />
      )}
    </>
  );
}

function Arrow({
  icon: Icon,
  label,
  side,
  onPress,
}: {
  icon: LucideIcon;
  label: string;
  side: "left" | "right";
  onPress: () => void;
}) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onPress}
      className={cx(
        "room-bar absolute top-1/2 z-2 grid h-14 w-10 -translate-y-1/2 place-items-center rounded-control text-ink max-tablet:hidden",
        side === "left" ? "-left-2" : "-right-2",
      )}
    >
      <Icon className="size-5" strokeWidth={1.75} aria-hidden />
    </button>
  );
}

/** Which page is shown, as dots in the tray. */
export function PageDots({ page, pages }: { page: number; pages: number }) {
  if (pages < 2) return null;
  return (
    <span role="img" aria-label={`Page ${page + 1} of ${pages}`} className="flex items-center gap-1.5">
      {Array.from({ length: pages }, (_, index) => (
        <span
          key={index}
          className={cx("h-1.5 rounded-full", index === page ? "w-5 bg-ink" : "w-1.5 bg-edge")}
        />
      ))}
    </span>
  );
}
