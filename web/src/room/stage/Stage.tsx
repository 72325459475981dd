import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import type { Person } from "../../rtc/people";
import { handOrder, type Hand } from "../hands";
import { useScreenClass, useSize } from "../useSize";
import { Invitation } from "./Invitation";
import { PageArrows } from "./PageArrows";
import type { Box } from "./packing";
import { planStage, type Layout, type SelfView, type StagePlan } from "./plan";
import { ShareView } from "./ShareView";
import { Tile } from "./Tile";
import type { TileActions } from "./TileMenu";
import { useArrangement, type Arranged } from "./useArrangement";
import { useLingering } from "./useLingering";
import { useSwipe } from "./useSwipe";

export type StageProps = {
  people: readonly Person[];
  hands: readonly Hand[];
  layout: Layout;
  selfView: SelfView;
  mirrored: boolean;
  pinned: string | null;
  pageSize: number;
  page: number;
  onPage: (page: number) => void;
  /** Told whenever the number of pages changes. */
  onPages: (pages: number) => void;
  still: boolean;
  joinUrl: string;
  actions: TileActions;
  onMore: () => void;
};

const WIDE = 16 / 9;

/** Everybody, and what they share. Fills its parent. */
export function Stage(props: StageProps) {
  const { people, leaving } = useLingering(props.people);
  const ref = useRef<HTMLDivElement>(null);
  const stage = useSize(ref);
  const screen = useScreenClass();
  const handOrderIds = useMemo(() => props.hands.map((hand) => hand.participantId), [props.hands]);
  const arranged = useArrangement(people, props.pinned, handOrderIds, props.pageSize - 1);
  const [ratio, setRatio] = useState(WIDE);
  const share = useShare(people);
  const [columns, setColumns] = useState<number>();
  const plan = planStage({
    stage,
    screen,
    others: arranged.others,
    self: arranged.self,
    layout: props.layout,
    selfView: effectiveSelfView(props.selfView, screen === "phone-landscape", arranged),
    share: share.shown ? { presenceId: share.shown.presenceId, ratio } : null,
    large: arranged.large,
    hands: handOrderIds,
    page: props.page,
    pageSize: props.pageSize,
    columns,
  });
  if (plan.columns !== undefined && plan.columns !== columns) setColumns(plan.columns);
  const { onPages, onPage } = props;
  useEffect(() => onPages(plan.pages), [plan.pages, onPages]);
  useEffect(() => {
    if (props.page !== plan.page) onPage(plan.page);
  }, [props.page, plan.page, onPage]);
  const swipe = useSwipe((by) => onPage(Math.min(plan.pages - 1, Math.max(0, plan.page + by))));
  return (
    <div ref={ref} className="absolute inset-0" onKeyDown={moveFocus} {...swipe}>
      <div role="list" aria-label="People on the stage">
        {share.shown && plan.share && (
          <ShareView
            key={share.shown.presenceId}
            person={share.shown}
            box={plan.share}
            still={props.still}
            others={share.others}
            onChoose={share.choose}
            onRatio={setRatio}
          />
        )}
        <Tiles {...props} plan={plan} arranged={arranged} leaving={leaving} />
      </div>
      {plan.invitation && <Invitation box={plan.invitation} joinUrl={props.joinUrl} />}
      {plan.more && <MoreTile box={plan.more} count={plan.left} onPress={props.onMore} />}
      {plan.pages > 1 && <PageArrows page={plan.page} pages={plan.pages} onPage={onPage} />}
    </div>
  );
}

function Tiles(props: StageProps & { plan: StagePlan; arranged: Arranged; leaving: ReadonlySet<string> }) {
  const { plan } = props;
  const [focused, setFocused] = useState<string | null>(null);
  const ids = plan.tiles.map((tile) => tile.person.presenceId);
  const stop = focused && ids.includes(focused) ? focused : ids[0];
  return plan.tiles.map(({ person, box, kind }) => (
    <Tile
      key={person.presenceId}
      person={person}
      box={box}
      kind={kind}
      loudest={props.arranged.loudest === person.presenceId}
      hand={handOrder(props.hands, person.participantId)}
      mirrored={props.mirrored}
      still={props.still}
      leaving={props.leaving.has(person.presenceId)}
      focusable={stop === person.presenceId}
      onFocus={setFocused}
      actions={props.actions}
    />
  ));
}

/** On a phone on its side you stand in the corner, so that four others fit. */
function effectiveSelfView(wanted: SelfView, sideways: boolean, { others }: Arranged): SelfView {
  return wanted === "tile" && sideways && others.length > 1 ? "small" : wanted;
}

/** Whose screen is shown: the one chosen, else the one who began last. */
function useShare(people: readonly Person[]) {
  const [chosen, setChosen] = useState<string | null>(null);
  const sharing = people.filter((person) => !person.isSelf && person.screen);
  const shown = sharing.find((person) => person.presenceId === chosen) ?? sharing.at(-1) ?? null;
  return { shown, others: sharing.filter((person) => person !== shown), choose: setChosen };
}

function MoreTile({ box, count, onPress }: { box: Box; count: number; onPress: () => void }) {
  return (
    <button
      type="button"
      onClick={onPress}
      style={box}
      className="room-camera-off absolute rounded-main text-[14px] font-bold text-ink-2 tabular-nums hover:text-ink"
    >
      +{count} more
    </button>
  );
}

/** Arrows move between tiles by where they stand; Enter opens a tile's options. */
function moveFocus(event: KeyboardEvent<HTMLDivElement>) {
  const current = event.target as HTMLElement;
  if (current.dataset.presence === undefined) return;
  if (event.key === "Enter" || event.key === "ContextMenu") {
    const options = current.querySelector<HTMLElement>("button[aria-haspopup]");
    // Radix opens on pointer down or a key, not on a synthetic click.
    options?.dispatchEvent(new globalThis.KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
    event.preventDefault();
    return;
  }
  const next = neighbour(current, event.key, [
    ...event.currentTarget.querySelectorAll<HTMLElement>("[data-presence]"),
  ]);
  if (!next) return;
  event.preventDefault();
  next.focus();
}

const DIRECTIONS: Record<string, { x: number; y: number }> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** The nearest tile in a direction. */
function neighbour(from: HTMLElement, key: string, tiles: HTMLElement[]): HTMLElement | null {
  const direction = DIRECTIONS[key];
  if (!direction) return null;
  const centre = (element: HTMLElement) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  };
  const here = centre(from);
  let best: HTMLElement | null = null;
  let least = Infinity;
  for (const tile of tiles) {
    const there = centre(tile);
    const along = (there.x - here.x) * direction.x + (there.y - here.y) * direction.y;
    const across = Math.abs((there.x - here.x) * direction.y) + Math.abs((there.y - here.y) * direction.x);
    if (tile === from || along <= 1) continue;
    const distance = along + across * 2;
    if (distance < least) [best, least] = [tile, distance];
  }
  return best;
}
