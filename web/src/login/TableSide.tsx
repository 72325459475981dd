import type { ReactNode } from "react";
import { Cup, FloorPlan } from "../ui/art/deskThings";
import { faces } from "../ui/art/faces";

const around = [faces.amara, faces.kenji, null, faces.priya];

/** The right half of the page: a large table, and a lit seat that waits for you. Decoration. */
export function TableSide({ children }: { children: ReactNode }) {
  return (
    <aside aria-hidden className="relative h-dvh min-h-[640px] max-desk:hidden">
      <div className="felt-side absolute inset-y-16 -right-30 left-[110px] rounded-l-[90px]">
        <FloorPlan style={{ width: 196, left: 190, top: "11%" }} />
        <Cup style={{ width: 88, left: 430, top: "19%" }} />
        <p className="absolute top-[57%] left-[166px] w-[420px] text-[26px] leading-[34px] font-medium tracking-[-0.018em] text-on-felt">
          {children}
        </p>
      </div>
      <div className="absolute inset-y-[16%] left-1.5 flex flex-col justify-between">
        {around.map((face) =>
          face ? (
            <img
              key={face}
              src={face}
              alt=""
              width={92}
              height={92}
              className="scene-seat size-23 rounded-full"
            />
          ) : (
            <span
              key="you"
              className="scene-lit grid size-23 place-items-center rounded-full bg-lamp-tint font-bold text-lamp-text"
            >
              You
            </span>
          ),
        )}
      </div>
    </aside>
  );
}
