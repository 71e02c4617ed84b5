import { sparkline } from "../../src/words/sparklines";

describe("small bars of text", () => {
  it.each([
    [[1, 2, 3, 4], "▂▃▅▇"],
    [[0, 100, 40, 50], "▁▇▃▃"],
    // Thirty cents beside thousands are next to nothing; alone they are the highest.
    [[0.3, 0, 4_850, 606], "▁▁▇▁"],
    [[0.3, 0, 4_850, 607], "▁▁▇▂"],
    [[0, 0.3], "▁▇"],
    // Nothing is lowest, however the rest is; what was taken back is no less than nothing.
    [[0, 0, 0], "▁▁▁"],
    [[-5, 5], "▁▇"],
    [[], ""],
  ])("are as high as their values: %j", (values, bars) => {
    expect(sparkline(values)).toBe(bars);
  });
});
