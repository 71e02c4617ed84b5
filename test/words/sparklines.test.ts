import { sparkline } from "../../src/words/sparklines";

describe("small bars of text", () => {
  it.each([
    [[1, 2, 3, 4], "▂▃▅▇"],
    [[0, 100, 1, 50], "▁▇▂▃"],
    // Nothing is lowest, however the rest is; what was taken back is no less than nothing.
    [[0, 0, 0], "▁▁▁"],
    [[-5, 5], "▁▇"],
    [[], ""],
  ])("are as high as their values: %j", (values, bars) => {
    expect(sparkline(values)).toBe(bars);
  });
});
