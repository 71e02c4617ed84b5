import { digestOf, type PersonSettings, settingsFault } from "../../src/people/person-settings";
import { day } from "../../src/time/day";

const [monday, tuesday] = [day("2026-10-26"), day("2026-10-27")];

describe("a person's settings", () => {
  it.each<[PersonSettings, keyof PersonSettings | undefined]>([
    [{}, undefined],
    [{ workdays: [1, 7], timeOff: [{ from: monday, to: monday }], digestAt: "00:00" }, undefined],
    [{ workdays: null, timeOff: [], digestAt: "23:59" }, undefined],
    [{ workdays: [] }, "workdays"],
    [{ workdays: [0] }, "workdays"],
    [{ workdays: [8] }, "workdays"],
    [{ workdays: [1.5] }, "workdays"],
    [{ timeOff: [{ from: tuesday, to: monday }] }, "timeOff"],
    [{ timeOff: Array.from({ length: 201 }, () => ({ from: monday, to: monday })) }, "timeOff"],
    [{ digestAt: "24:00" }, "digestAt"],
    [{ digestAt: "8:00" }, "digestAt"],
    [{ digestAt: "08:60" }, "digestAt"],
  ])("%j have a fault in %p", (settings, field) => {
    expect(settingsFault(settings)?.field).toBe(field);
  });
});

describe("the digest", () => {
  it("is on and comes at eight until somebody chooses otherwise", () => {
    expect(digestOf({})).toEqual({ on: true, at: "08:00" });
    expect(digestOf({ digest: { at: "07:30" } })).toEqual({ on: true, at: "07:30" });
    expect(digestOf({ digest: { on: false, snoozedUntil: monday } })).toEqual({
      on: false,
      at: "08:00",
      snoozedUntil: monday,
    });
  });
});
