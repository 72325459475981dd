import type { ReactNode } from "react";
import { Avatar } from "./Avatar";
import { cx } from "./cx";
import { MOST_SEATS, planTable, type Place } from "./seats";

/** Somebody at the table. Without a name, a filled seat whose owner is not told. */
export type Seated = { name?: string; picture?: string | null };

type SeatingProps = {
  /** Who is there or has accepted, in order of arrival. */
  people: Seated[];
  /** How many seats the table has; the rest are drawn as free. */
  capacity: number;
  /** Index of the seat that is lit: yours, or the speaker's. One past `people` lights the next free seat. */
  lit?: number;
  /** Stands on the felt. */
  label?: ReactNode;
  /** Diameter of a seat in pixels. */
  size?: number;
  /** The sentence that says what the drawing shows, naming everyone. */
  description: string;
  className?: string;
};

/** A table seen from above: how many people, how many seats. */
export function Seating({ people, capacity, lit, label, size = 42, description, className }: SeatingProps) {
  const total = Math.max(capacity, people.length, 1);
  const drawn = Math.min(total, MOST_SEATS);
  const more = total > MOST_SEATS ? total - (MOST_SEATS - 1) : 0;
  const plan = planTable(drawn, size);
  return (
    <div
      role="img"
      aria-label={description}
      className={cx("relative shrink-0", className)}
      style={{ width: plan.width, height: plan.height }}
    >
      <div
        aria-hidden
        className="felt absolute grid place-items-center text-center text-on-felt tabular-nums"
        style={{
          left: plan.top.x,
          top: plan.top.y,
          width: plan.top.width,
          height: plan.top.height,
          borderRadius: plan.top.radius,
          fontSize: Math.max(13, size * 0.35),
          lineHeight: 1.25,
          fontWeight: 600,
        }}
      >
        {label}
      </div>
      {plan.seats.map((place, i) =>
        more > 0 && i === drawn - 1 ? (
          <MoreSeat key={i} place={place} size={size} count={more} />
        ) : (
          <Seat key={i} place={place} size={size} person={people[i]} lit={lit === i} />
        ),
      )}
    </div>
  );
}

type SeatProps = { place: Place; size: number };

function at({ place, size }: SeatProps) {
  return { left: place.x - size / 2, top: place.y - size / 2, width: size, height: size };
}

function Seat({ place, size, person, lit }: SeatProps & { person?: Seated; lit: boolean }) {
  const taken = lit ? "seat-lit-taken" : "seat-shadow";
  const free = lit ? "seat-lit" : "seat-free";
  const look = cx("absolute grid rounded-full", person ? `animate-settle ${taken}` : free);
  return (
    <span aria-hidden className={look} style={at({ place, size })}>
      {person &&
        (person.name ? <Avatar name={person.name} picture={person.picture} size={size} /> : <Unnamed />)}
    </span>
  );
}

function Unnamed() {
  return <span className="block size-full rounded-full bg-[oklch(var(--initials)_162)]" />;
}

function MoreSeat({ place, size, count }: SeatProps & { count: number }) {
  return (
    <span
      aria-hidden
      style={{ ...at({ place, size }), fontSize: size * (count > 99 ? 0.3 : 0.36) }}
      className="absolute grid place-items-center rounded-full bg-well leading-none font-bold text-ink-2 tabular-nums shadow-[inset_0_0_0_1px_var(--line)]"
    >
      +{count}
    </span>
  );
}
