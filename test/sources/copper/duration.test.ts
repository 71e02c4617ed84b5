import { talkSeconds } from "../../../src/sources/copper/duration";

describe("the duration in a call's text", () => {
  it.each([
    ["Duration: 12m 34s", 754],
    ["12:34", 754],
    ["00:12:34", 754],
    ["5 min", 300],
    ["1h 2m 3s", 3_723],
    ["  45s ", 45],
    ["2 hours", 7_200],
    ["1 hr 5 minutes", 3_900],
    ["Spoke to Ana.\r\nDuration: 5 min\r\nCalls back.", 300],
    ["call duration:12:34", 754],
    ["Left a note\n3:07", 187],
    ["90:00", 5_400],
  ])("of %j is %i seconds", (text, seconds) => {
    expect(talkSeconds(text)).toBe(seconds);
  });

  it.each([
    "",
    "Demo phone call",
    "call me at 12:34",
    "12:34 PM",
    "Duration: about 5 min",
    "Duration: unknown\n12:34",
    "12:75",
    "5",
    "0 min",
    "00:00",
    "5 minutes late",
    "Talked 5 min",
    "99:99:99",
    "90h",
    "12m 34s 12m",
    "-5 min",
  ])("of %j is not stated", (text) => {
    expect(talkSeconds(text)).toBeNull();
  });

  it("is found at once in a long text without one", () => {
    const begun = performance.now();

    expect(talkSeconds(`${"1 ".repeat(50_000)}\n${"duration ".repeat(10_000)}`)).toBeNull();
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});
