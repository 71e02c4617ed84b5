import { paceOf } from "../support/builders/paces";

describe("what is expected", () => {
  it("is an even spread over the counted days up to last night, and what was there a share of it", () => {
    expect(paceOf({ before: 23, today: 3 })).toMatchObject({ expected: 25, share: 0.92 });
    expect(paceOf({ before: 20, today: 3, works: false, after: 15 })).toMatchObject({ expected: 25, share: 0.92 });
  });

  it("is nothing on the first day, and so is no share", () => {
    expect(paceOf({ done: 0, today: 5 })).toMatchObject({ expected: 0, share: null });
  });
});

describe("the forecast", () => {
  it("waits until three counted days have passed", () => {
    expect(paceOf({ done: 2, before: 20 }).forecast).toBeNull();
    expect(paceOf({ done: 3, after: 16, before: 20 }).forecast).toBeCloseTo(133.33);
  });

  it("is what there is with the average for each day left, today's part of it counted once", () => {
    expect(paceOf({ before: 25 }).forecast).toBe(100);
    expect(paceOf({ before: 25, today: 3 }).forecast).toBe(100);
    expect(paceOf({ before: 25, today: 8 }).forecast).toBe(103);
    expect(paceOf({ before: 25, works: false }).forecast).toBe(95);
  });

  it("is never less than what is there, and never below zero", () => {
    expect(paceOf({ before: -20, today: 43 }).forecast).toBe(23);
    expect(paceOf({ before: 25, today: -30 }).forecast).toBe(70);
    expect(paceOf({ before: -20, today: -3 }).forecast).toBe(0);
  });

  it("is none where no counted day is left", () => {
    expect(paceOf({ before: 80, done: 20, works: false, after: 0 }).forecast).toBeNull();
    expect(paceOf({ before: 80, done: 20, works: false, after: 0, over: true }).forecast).toBeNull();
  });
});

it.each([0, -1, Number.NaN])("a target of %p has no pace", (target) => {
  expect(() => paceOf({ target })).toThrow(RangeError);
});
