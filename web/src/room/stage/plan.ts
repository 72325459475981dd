import type { Person } from "../../rtc/people";
import { layOutFeatured, stripSize } from "./featured";
import { fittingPageSize, packPage, paginate } from "./pages";
import { packGrid, placeTiles, shapeTile, type Box, type Size } from "./packing";
import { gridRules, isPhone, type ScreenClass } from "./screenClass";

export type Layout = "grid" | "speaker";
/** How you see yourself: among the others, small in a corner, or not at all. */
export type SelfView = "tile" | "small" | "hidden";

export interface StageInput {
  stage: Size;
  screen: ScreenClass;
  /** Everybody but yourself, in the order of the stage. */
  others: readonly Person[];
  self: Person | null;
  layout: Layout;
  selfView: SelfView;
  /** Whose screen is shown large, and its width divided by its height. */
  share: { presenceId: string; ratio: number } | null;
  /** Who is large in the speaker layout. */
  large: string | null;
  /** Hands up, in their order. */
  hands: readonly string[];
  page: number;
  pageSize: number;
  columns: number | undefined;
}

export interface PlacedTile {
  person: Person;
  box: Box;
  kind: "tile" | "large" | "strip" | "small";
}

/** Where everything stands on the stage. */
export interface StagePlan {
  tiles: PlacedTile[];
  share: Box | null;
  /** Beside you while you are alone. */
  invitation: Box | null;
  pages: number;
  page: number;
  columns: number | undefined;
  /** How many people found no place beside what is large, and where that is said. */
  left: number;
  more: Box | null;
}

/** How much of the stage you have while you are alone. */
const ALONE = 0.6;
/** What the invitation needs to be whole. */
const CARD: Size = { width: 260, height: 200 };
const CORNER: Size = { width: 132, height: 84 };
const CORNER_INSET = 8;

/** Lays out the whole stage. A pure function of what is there. */
export function planStage(input: StageInput): StagePlan {
  if (input.stage.width < 1 || input.stage.height < 1) return emptyPlan();
  const plan = layOut(input);
  const { self } = input;
  if (!self || input.selfView !== "small" || input.others.length === 0) return plan;
  return { ...plan, tiles: [...plan.tiles, { person: self, box: corner(input.stage), kind: "small" }] };
}

function layOut(input: StageInput): StagePlan {
  if (input.share) return sharePlan(input, input.share.ratio);
  if (input.others.length === 0) return alonePlan(input);
  if (input.layout === "speaker" && input.large) return speakerPlan(input, input.large);
  return gridPlan(input);
}

function emptyPlan(): StagePlan {
  return {
    tiles: [],
    share: null,
    invitation: null,
    pages: 1,
    page: 0,
    columns: undefined,
    left: 0,
    more: null,
  };
}

/** Yourself as one of the tiles, or null where you are small or hidden. */
function selfTile(input: StageInput): Person | null {
  return input.selfView === "tile" || input.others.length === 0 ? input.self : null;
}

function gridPlan(input: StageInput): StagePlan {
  const { stage, screen } = input;
  const self = selfTile(input);
  const people = new Map(
    [...input.others, ...(self ? [self] : [])].map((person) => [person.presenceId, person]),
  );
  const pageSize = fittingPageSize(screen, stage, people.size, input.pageSize);
  const pages = paginate(
    input.others.map((person) => person.presenceId),
    self?.presenceId ?? null,
    pageSize,
  );
  const page = Math.min(input.page, pages.length - 1);
  const shown = pages[page] ?? [];
  // A short last page keeps the tiles of a full one, so that turning a page does not change their size.
  const packed = page > 0 ? pageSize : shown.length;
  const grid = packPage(screen, stage, packed, input.columns);
  const boxes = placeTiles({ ...grid, rows: Math.ceil(shown.length / grid.columns) }, stage, shown.length);
  const tiles = shown.map((id, index) => ({
    person: people.get(id)!,
    box: boxes[index]!,
    kind: "tile" as const,
  }));
  return { ...emptyPlan(), tiles, pages: pages.length, page, columns: grid.columns };
}

function alonePlan(input: StageInput): StagePlan {
  const { stage, self, screen } = input;
  if (!self) return emptyPlan();
  const gap = screen === "phone" ? 12 : 24;
  const beside = stage.width * (1 - ALONE) - gap;
  if (stage.height > stage.width || beside < CARD.width) return aloneAbove(stage, self, gap);
  const area = { width: stage.width * ALONE, height: stage.height };
  const tile = shapeTile(area, { narrowest: 4 / 3, widest: 16 / 9 });
  const width = Math.min(420, stage.width - tile.width - gap);
  const left = (stage.width - tile.width - gap - width) / 2;
  const box = { left, top: (stage.height - tile.height) / 2, ...tile };
  const invitation = { left: left + tile.width + gap, top: 0, width, height: stage.height };
  return { ...emptyPlan(), tiles: [{ person: self, box, kind: "tile" }], invitation };
}

/** Above the card, which comes first where the stage is low. */
function aloneAbove(stage: Size, self: Person, gap: number): StagePlan {
  const beside = Math.max(stage.height - CARD.height - gap, stage.height * (1 - ALONE));
  const area = { width: stage.width, height: Math.min(stage.height * ALONE, beside) };
  const tile = shapeTile(area, { narrowest: 0.72, widest: 1.5 });
  const rest = stage.height - tile.height - gap;
  const box = { left: (stage.width - tile.width) / 2, top: 0, ...tile };
  const invitation = { left: 0, top: stage.height - rest, width: stage.width, height: rest };
  return { ...emptyPlan(), tiles: [{ person: self, box, kind: "tile" }], invitation };
}

function speakerPlan(input: StageInput, largeId: string): StagePlan {
  const self = selfTile(input);
  const large = input.others.find((person) => person.presenceId === largeId);
  if (!large) return gridPlan(input);
  const rest = [...input.others.filter((person) => person !== large), ...(self ? [self] : [])];
  const frame = featured(input, rest, 16 / 9);
  const ratios = gridRules(input.screen, input.stage.height > input.stage.width, 1, 1).ratios;
  const box = centred(shapeTile(frame.large, ratios), frame.large);
  return { ...frame.plan, tiles: [{ person: large, box, kind: "large" }, ...frame.plan.tiles] };
}

function sharePlan(input: StageInput, ratio: number): StagePlan {
  const { large, plan } = featured(input, shareOrder(input), ratio);
  return { ...plan, share: large };
}

/** Beside a share: presenter, speakers, hands, others, you. */
function shareOrder(input: StageInput): Person[] {
  const self = selfTile(input);
  const rank = (person: Person): number => {
    if (person.presenceId === input.share?.presenceId) return 0;
    if (person.presenceId === input.large) return 1;
    if (input.hands.includes(person.participantId)) return 2;
    return 3;
  };
  return [...input.others.toSorted((a, b) => rank(a) - rank(b)), ...(self ? [self] : [])];
}

/** A large frame and the others around it; on an upright phone they stand below in a grid of their own. */
function featured(
  input: StageInput,
  rest: readonly Person[],
  ratio: number,
): { large: Box; plan: StagePlan } {
  const { stage, screen } = input;
  if (screen === "phone" && rest.length > 0) return stacked(input, rest, ratio);
  const gap = isPhone(screen) ? 6 : 12;
  const layout = layOutFeatured({
    stage,
    gap,
    ratio,
    others: rest.length,
    ratios: { narrowest: 1, widest: 16 / 9 },
    strip: stripSize(isPhone(screen)),
  });
  return { large: layout.large, plan: fillStrip(rest, layout.strip) };
}

/** Seats people in the strip; where they do not all fit, the last place says how many more there are. */
function fillStrip(rest: readonly Person[], boxes: readonly Box[]): StagePlan {
  const crowded = rest.length > boxes.length;
  const seated = crowded ? boxes.slice(0, -1) : boxes;
  const tiles = seated.map((box, index) => ({ person: rest[index]!, box, kind: "strip" as const }));
  return {
    ...emptyPlan(),
    tiles,
    left: rest.length - tiles.length,
    more: crowded ? (boxes.at(-1) ?? null) : null,
  };
}

function stacked(input: StageInput, rest: readonly Person[], ratio: number): { large: Box; plan: StagePlan } {
  const { stage } = input;
  const gap = 8;
  const shown = Math.min(rest.length, 6);
  const largeHeight = Math.min(stage.width / ratio, stage.height * 0.62);
  const area = { width: stage.width, height: stage.height - largeHeight - gap };
  const grid = packGrid({ stage: area, tiles: shown, gap, ratios: { narrowest: 0.72, widest: 1.5 } });
  const boxes = placeTiles(grid, area, shown).map((box) => ({ ...box, top: box.top + largeHeight + gap }));
  const large = { left: 0, top: 0, width: stage.width, height: largeHeight };
  return { large, plan: fillStrip(rest, boxes) };
}

function centred(size: Size, frame: Box): Box {
  return {
    left: frame.left + (frame.width - size.width) / 2,
    top: frame.top + (frame.height - size.height) / 2,
    ...size,
  };
}

function corner(stage: Size): Box {
  return {
    left: stage.width - CORNER.width - CORNER_INSET,
    top: stage.height - CORNER.height - CORNER_INSET,
    ...CORNER,
  };
}
