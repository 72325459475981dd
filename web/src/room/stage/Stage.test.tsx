import { act, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Person } from "../../rtc/people";
import { Stage, type StageProps } from "./Stage";

const person = (presenceId: string, more: Partial<Person> = {}): Person => ({
  presenceId,
  participantId: `of-${presenceId}`,
  name: presenceId,
  role: "participant",
  isSelf: false,
  joinedAt: 0,
  microphone: "on",
  cameraOn: false,
  camera: null,
  screen: null,
  speaking: false,
  loudness: 0,
  quality: "good",
  away: false,
  ...more,
});

const props = (people: Person[], more: Partial<StageProps> = {}): StageProps => ({
  people,
  hands: [],
  layout: "grid",
  selfView: "tile",
  mirrored: true,
  pinned: null,
  pageSize: 25,
  page: 0,
  onPage: () => {},
  onPages: () => {},
  still: false,
  joinUrl: "https://parley.example.org/m/k7dm-qwert-9xhp",
  actions: {
    pinned: null,
    pin: () => {},
    volumeOf: () => 1,
    setVolume: () => {},
    selfView: "tile",
    setSelfView: () => {},
    mirrored: true,
    setMirrored: () => {},
  },
  onMore: () => {},
  ...more,
});

const names = () => screen.getAllByRole("listitem").map((tile) => tile.getAttribute("aria-label"));
const me = person("Mei", { isSelf: true });

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(1408);
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(756);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("Stage", () => {
  it("gives everybody a tile that a script can find, yourself last", () => {
    const { container } = render(
      <Stage {...props([me, person("Ben", { microphone: "muted" }), person("Fatou")])} />,
    );
    expect(names()).toEqual(["Ben, muted, camera off", "Fatou, camera off", "Mei (you), camera off"]);
    const tile = container.querySelector("[data-participant=of-Ben][data-presence=Ben]");
    expect(tile?.querySelector("video")).not.toBeNull();
  });

  it("shows the invitation while you are alone", () => {
    render(<Stage {...props([me])} />);
    expect(screen.getByText("https://parley.example.org/m/k7dm-qwert-9xhp")).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Copy link" })).toBeInTheDocument();
  });

  it("lets a leaver fade, then closes the gap", () => {
    const { rerender } = render(<Stage {...props([me, person("Ben"), person("Fatou")])} />);
    rerender(<Stage {...props([me, person("Fatou")])} />);
    expect(names()).toHaveLength(3);
    expect(screen.getByLabelText("Ben, camera off")).toHaveAttribute("data-leaving");
    act(() => void vi.advanceTimersByTime(200));
    expect(names()).toEqual(["Fatou, camera off", "Mei (you), camera off"]);
  });

  it("keeps everybody's place while somebody speaks", () => {
    const others = ["Ben", "Fatou", "Kenji"];
    const { rerender } = render(<Stage {...props([me, ...others.map((name) => person(name))])} />);
    const before = names();
    rerender(
      <Stage {...props([me, ...others.map((name) => person(name, { speaking: name === "Kenji" }))])} />,
    );
    act(() => void vi.advanceTimersByTime(5_000));
    expect(names()).toEqual(before);
  });

  it("shows a share large with its people beside it", () => {
    const screenPicture = { attach: () => {}, detach: () => {} };
    render(<Stage {...props([me, person("Ben", { screen: screenPicture }), person("Fatou")])} />);
    expect(names()).toEqual([
      "Screen of Ben",
      "Ben, camera off",
      "Fatou, camera off",
      "Mei (you), camera off",
    ]);
  });

  it("asks for the last page when the wanted one is gone", () => {
    const onPage = vi.fn();
    render(<Stage {...props([me, person("Ben")], { page: 3, onPage })} />);
    expect(onPage).toHaveBeenCalledWith(0);
  });
});
