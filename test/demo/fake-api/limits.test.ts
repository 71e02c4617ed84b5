import { FixedWindowLimit, SlidingWindowLimit } from "../../../src/demo/fake-api/limits";

const MONDAY = new Date("2026-11-02T16:00:00Z");
const WEDNESDAY = new Date("2026-10-28T21:05:00Z");

describe("a vendor's allowance on a clock that is turned back", () => {
  it("is new where it rolls", () => {
    const limit = new SlidingWindowLimit(1, 60_000);
    limit.tryAcquire(MONDAY);

    expect([limit.tryAcquire(MONDAY), limit.tryAcquire(WEDNESDAY), limit.tryAcquire(WEDNESDAY)]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it("is new where it starts over, and says when it does so next", () => {
    const limit = new FixedWindowLimit(1, 60_000);
    limit.isExhausted(MONDAY);
    limit.consume();

    expect([limit.isExhausted(MONDAY), limit.isExhausted(WEDNESDAY)]).toEqual([true, false]);
    expect(limit.quota(WEDNESDAY).reset).toBe(WEDNESDAY.getTime() / 1000 + 60);
  });
});
