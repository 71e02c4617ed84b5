import {
  advanceTour,
  decodeMemory,
  NEW_TOUR,
  stepOf,
  type TourInput,
  type TourMemory,
} from "../../../src/demo/page/tour/memory";
import { STEPS } from "../../../src/demo/page/tour/steps";

const REPORT = "✅ Synced Sep 29 – Oct 28. Copper read.";
const FAILED = "⚠️ Synced Sep 29 – Oct 28, but JustCall could not be read. Copper read.";

const seen = (change: Partial<TourInput> = {}): TourInput => ({
  me: "U0ANA",
  location: "messages",
  homeShown: false,
  digests: [],
  whyShown: false,
  boardShown: false,
  reports: [],
  done: {},
  ...change,
});

/** The memory after all these looks, one after the other. */
const looked = (from: TourMemory, ...looks: Partial<TourInput>[]) =>
  looks.reduce((memory, look) => advanceTour(memory, seen(look)), from);
const at = (id: string): TourMemory => {
  const index = STEPS.findIndex((step) => step.id === id);
  return { ...NEW_TOUR, over: STEPS.slice(0, index).map((step) => step.id) };
};

describe("the tour", () => {
  it("begins with a sync, and goes on when its report is there", () => {
    expect(stepOf(looked(NEW_TOUR, {}))?.id).toBe("sync");
    expect(stepOf(looked(NEW_TOUR, { reports: [REPORT] }))?.id).toBe("dashboard");
  });

  it("goes on from the dashboard when Home is open and drawn", () => {
    expect(stepOf(looked(at("dashboard"), { homeShown: true }, { location: "home" }))?.id).toBe("dashboard");
    expect(stepOf(looked(at("dashboard"), { location: "home", homeShown: true }))?.id).toBe("stale");
  });

  it("goes on from the broken source when a sync after it says so", () => {
    const broken = { done: { "fault.justcall-down": 1 } };
    const before = looked(at("stale"), { reports: [FAILED] }, { reports: [FAILED], ...broken });

    expect(stepOf(before)?.id).toBe("stale");
    expect(stepOf(looked(before, { reports: [FAILED, REPORT], ...broken }))?.id).toBe("stale");
    expect(stepOf(looked(before, { reports: [FAILED, FAILED], ...broken }))?.id).toBe("void");
  });

  it("goes on from the voided order only with a sync that came after it", () => {
    const voided = { done: { "event.void": 1 } };
    const before = looked(at("void"), { reports: [REPORT] }, { reports: [REPORT], ...voided });

    expect(stepOf(before)?.id).toBe("void");
    expect(stepOf(looked(before, { reports: [REPORT, REPORT], ...voided }))?.id).not.toBe("void");
  });

  it("goes on from why, from the leaderboard and from the morning when they are seen", () => {
    expect(stepOf(looked(at("why"), { done: { "clock.tomorrow": 1 } }))?.id).toBe("why");
    expect(stepOf(looked(at("why"), { whyShown: true }))?.id).toBe("board");
    expect(stepOf(looked(at("board"), { me: "U0MAYA", boardShown: true }))?.id).toBe("morning");
    expect(stepOf(looked(at("morning"), { done: { "clock.tomorrow": 1 } }))?.id).toBe("morning");
    const today = "Your goals for Wed, Oct 28: 1 behind";
    const again = "Your goals for Wed, Oct 28. 2 behind";
    expect(stepOf(looked(at("morning"), { digests: [today, again] }))?.id).toBe("morning");
    expect(stepOf(looked(at("morning"), { digests: [today, "Your goals for Thu, Oct 29: 1 behind"] }))).toBeNull();
  });

  it("counts from the last time something was done", () => {
    const once = looked(at("void"), { done: { "event.void": 1 } });
    const twice = looked(once, { reports: [], done: { "event.void": 2 } });

    expect(twice.marks["U0ANA/event.void"]).toEqual({ times: 2, reports: 0 });
  });

  it("goes on where it was after a reload, whatever the browser kept", () => {
    const memory = looked(NEW_TOUR, { reports: [REPORT], done: { "clock.now": 1 } });

    expect(decodeMemory(JSON.parse(JSON.stringify(memory)))).toEqual(memory);
    expect(decodeMemory("nonsense")).toEqual(NEW_TOUR);
  });

  it("has steps of different names", () => {
    expect(new Set(STEPS.map(({ id }) => id)).size).toBe(STEPS.length);
  });
});
