/** A width and a height in CSS pixels. */
export interface Size {
  width: number;
  height: number;
}

/** The allowed shapes of a tile, as width divided by height. */
export interface RatioRange {
  narrowest: number;
  widest: number;
}

/** How one page of equal tiles fills the stage. Sizes in CSS pixels. */
export interface Grid {
  columns: number;
  rows: number;
  tile: Size;
  gap: number;
}

export interface PackingInput {
  stage: Size;
  tiles: number;
  gap: number;
  ratios: RatioRange;
  /** The column count on screen now; it stays until another is clearly better. */
  currentColumns?: number | undefined;
}

/** What every empty cell of the last row costs, as a share of the tile's area. */
const EMPTY_CELL_COST = 0.015;
/** How much better another column count must be to replace the current one. */
const CLEARLY_BETTER = 1.06;

interface Candidate extends Grid {
  score: number;
}

/**
 * Finds the column count that gives the largest equal tiles. A window that is being resized does not flap between
 * two arrangements: the current one stays until another scores 6 % better.
 */
export function packGrid(input: PackingInput): Grid {
  const candidates = Array.from({ length: input.tiles }, (_, index) => candidate(input, index + 1));
  const best = candidates.reduce(better, candidate(input, Math.max(1, input.tiles)));
  const current = candidates.find((one) => one.columns === input.currentColumns);
  const kept = current && best.score < current.score * CLEARLY_BETTER ? current : best;
  return { columns: kept.columns, rows: kept.rows, tile: kept.tile, gap: kept.gap };
}

function candidate(input: PackingInput, columns: number): Candidate {
  const { stage, gap, tiles, ratios } = input;
  const rows = Math.max(1, Math.ceil(tiles / columns));
  const tile = shapeTile(
    {
      width: (stage.width - gap * (columns - 1)) / columns,
      height: (stage.height - gap * (rows - 1)) / rows,
    },
    ratios,
  );
  const emptyCells = columns * rows - tiles;
  const score = tile.width * tile.height * (1 - EMPTY_CELL_COST * emptyCells);
  return { columns, rows, tile, gap, score };
}

/** The largest tile of an allowed shape inside a cell. */
export function shapeTile(cell: Size, ratios: RatioRange): Size {
  const width = Math.max(0, cell.width);
  const height = Math.max(0, cell.height);
  if (width > height * ratios.widest) return { width: height * ratios.widest, height };
  if (width < height * ratios.narrowest) return { width, height: width / ratios.narrowest };
  return { width, height };
}

function better(best: Candidate, next: Candidate): Candidate {
  if (next.score > best.score * (1 + 1e-9)) return next;
  const tie = next.score > best.score * (1 - 1e-9);
  return tie && next.rows < best.rows ? next : best;
}

/** Where a tile stands on the stage, from its top left corner, in CSS pixels. */
export interface Box extends Size {
  left: number;
  top: number;
}

/** Places the tiles of a page: the block is centred in the stage, a short last row is centred too. */
export function placeTiles(grid: Grid, stage: Size, tiles: number): Box[] {
  const { columns, rows, tile, gap } = grid;
  const top = (stage.height - (rows * tile.height + gap * (rows - 1))) / 2;
  return Array.from({ length: tiles }, (_, index) => {
    const row = Math.floor(index / columns);
    const inRow = Math.min(columns, tiles - row * columns);
    const rowWidth = inRow * tile.width + gap * (inRow - 1);
    const left = (stage.width - rowWidth) / 2 + (index % columns) * (tile.width + gap);
    return { left, top: top + row * (tile.height + gap), width: tile.width, height: tile.height };
  });
}
