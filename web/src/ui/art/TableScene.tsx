import type { CSSProperties } from "react";
import { cx } from "../cx";
import { Cup, FloorPlan, Pencil, Phone } from "./deskThings";
import { faces } from "./faces";

type SceneSeat = { face: string; x: number; y: number };
type Scene = {
  width: number;
  height: number;
  table: { x: number; y: number; width: number; height: number; radius: number };
  seat: number;
  seats: SceneSeat[];
  plan: number;
  cup: number;
  small: boolean;
};

const { amara, david, ingrid, jonas, kenji, leo, mei, nora, priya, samira } = faces;

/** Measures in units of the drawing; the second seat is the lit one. */
const wide: Scene = {
  width: 800,
  height: 520,
  table: { x: 120, y: 135, width: 560, height: 250, radius: 72 },
  seat: 104,
  seats: [
    { face: priya, x: 165, y: 25 },
    { face: amara, x: 287, y: 25 },
    { face: jonas, x: 409, y: 25 },
    { face: nora, x: 531, y: 25 },
    { face: mei, x: 686, y: 208 },
    { face: david, x: 531, y: 391 },
    { face: ingrid, x: 409, y: 391 },
    { face: kenji, x: 287, y: 391 },
    { face: leo, x: 165, y: 391 },
    { face: samira, x: 10, y: 208 },
  ],
  plan: 118,
  cup: 56,
  small: false,
};
const narrow: Scene = {
  width: 470,
  height: 300,
  table: { x: 75, y: 82, width: 320, height: 136, radius: 44 },
  seat: 66,
  seats: [
    { face: priya, x: 118, y: 10 },
    { face: amara, x: 202, y: 10 },
    { face: jonas, x: 286, y: 10 },
    { face: mei, x: 401, y: 117 },
    { face: david, x: 286, y: 224 },
    { face: ingrid, x: 202, y: 224 },
    { face: kenji, x: 118, y: 224 },
    { face: samira, x: 3, y: 117 },
  ],
  plan: 84,
  cup: 42,
  small: true,
};
const LIT = 1;

const u = (measure: number) => `calc(var(--unit) * ${measure})`;

/** People around a table, a lamp on the one who speaks. As wide as its container. */
export function TableScene({ shape, className }: { shape: "wide" | "narrow"; className?: string }) {
  const scene = shape === "wide" ? wide : narrow;
  const { table } = scene;
  return (
    <div className={cx("[container-type:inline-size]", className)}>
      <div
        role="img"
        aria-label={`${scene.seats.length} people around a table; a lamp lights the one who speaks.`}
        className="relative"
        style={{ "--unit": `calc(100cqw / ${scene.width})`, height: u(scene.height) } as CSSProperties}
      >
        <div
          className="felt-scene absolute"
          style={{
            left: u(table.x),
            top: u(table.y),
            width: u(table.width),
            height: u(table.height),
            borderRadius: u(table.radius),
          }}
        >
          <FloorPlan style={{ width: u(scene.plan), left: "25%", top: u(scene.small ? 28 : 40) }} />
          <Cup style={{ width: u(scene.cup), left: "60%", top: u(24) }} />
          {!scene.small && <Pencil style={{ width: u(104), left: "52%", bottom: u(42) }} />}
          {!scene.small && <Phone style={{ width: u(36), right: "11%", bottom: u(34) }} />}
        </div>
        {scene.seats.map(({ face, x, y }, i) => (
          <img
            key={face}
            src={face}
            alt=""
            width={scene.seat}
            height={scene.seat}
            className={cx("absolute rounded-full", i === LIT ? "scene-lit" : "scene-seat")}
            style={{ left: u(x), top: u(y), width: u(scene.seat), height: u(scene.seat) }}
          />
        ))}
      </div>
    </div>
  );
}
