import { nextSort, pageOf, sorted } from "../../../src/demo/page/blocks/data-table-order";
import { chartData } from "../../../src/demo/page/charts/chart-data";
import { placedLabels, plotOf, ticksFor } from "../../../src/demo/page/charts/scale";

describe("a chart on the page", () => {
  it("has the points of each series in the order of the categories", () => {
    const data = [
      { label: "Oct 2", value: 2 },
      { label: "Oct 1", value: 1 },
    ];
    const chart = { type: "bar", series: [{ name: "You", data }], axis_config: { categories: ["Oct 1", "Oct 2"] } };

    expect(chartData({ title: "Calls", chart })).toMatchObject({
      kind: "bar",
      series: [{ name: "You", values: [1, 2] }],
    });
  });

  it.each([
    [
      [0, 0],
      [0, 0.5, 1],
    ],
    [
      [3, 11],
      [0, 5, 10, 15],
    ],
    [
      [-4, 7],
      [-5, 0, 5, 10],
    ],
    [
      [0, 92_400],
      [0, 25_000, 50_000, 75_000, 100_000],
    ],
    [
      [0.1, 0.3],
      [0, 0.1, 0.2, 0.3],
    ],
  ])("has round numbers beside %j that hold all of it and zero: %j", (values, ticks) => {
    const found = ticksFor(values);

    expect(found).toEqual(expect.arrayContaining([0]));
    expect([found[0], found.at(-1)]).toEqual([ticks[0], ticks.at(-1)]);
  });

  it("puts zero at the bottom and the highest line at the top", () => {
    const plot = plotOf({ series: [{ name: "You", values: [0, 10] }], count: 2, width: 400, height: 200 });

    expect([plot.y(0), plot.y(10)]).toEqual([plot.bottom, plot.top]);
    expect(plot.x(0)).toBeLessThan(plot.x(1));
    expect(plot.x(1)).toBeLessThan(plot.right);
  });

  it("names every second or third point where more have no room, always the last one, and keeps all within the drawing", () => {
    const days = [...Array.from({ length: 19 }, (_, at) => `Oct ${at + 1}`), "Oct 20 so far"];
    const placed = (step: number) => placedLabels(days, { x: (at) => step * (at + 0.5), width: step * days.length });

    expect(placed(100).map(({ at }) => at)).toEqual(days.map((_, at) => at));
    expect(placed(20).map(({ at }) => at)).toEqual([1, 7, 13, 19]);
    expect(placed(20).at(-1)?.x).toBeLessThan(20 * 19);
  });
});

describe("a data table on the page", () => {
  const text = (words: string) => ({ type: "raw_text", text: words });
  const number = (value: number) => ({ type: "raw_number", value, text: `$${value.toLocaleString("en-US")}` });
  const rich = (words: string) => ({ type: "rich_text", elements: [{ elements: [{ type: "text", text: words }] }] });
  const rows = [
    [text("Ben"), number(900)],
    [rich("Ana"), number(10_000)],
    [text("chloe"), number(-5)],
  ];

  it("sorts numbers by their size, and words in any case and in rich text", () => {
    expect(sorted(rows, { column: 1, down: true })).toEqual([rows[1], rows[0], rows[2]]);
    expect(sorted(rows, { column: 1, down: false })).toEqual([rows[2], rows[0], rows[1]]);
    expect(sorted(rows, { column: 0, down: false })).toEqual([rows[1], rows[0], rows[2]]);
    expect(sorted(rows, null)).toEqual(rows);
  });

  it("sorts up, then down, then as it was", () => {
    const up = nextSort(null, 1);
    const down = nextSort(up, 1);

    expect([up, down, nextSort(down, 1)]).toEqual([{ column: 1, down: false }, { column: 1, down: true }, null]);
    expect(nextSort(down, 0)).toEqual({ column: 0, down: false });
  });

  it("shows a page at a time, and the last one where there is no such page", () => {
    const twelve = Array.from({ length: 12 }, (_, at) => at);

    expect(pageOf(twelve, { page: 1, size: 5 })).toEqual({
      rows: [5, 6, 7, 8, 9],
      page: 1,
      pages: 3,
      first: 6,
      last: 10,
    });
    expect(pageOf(twelve, { page: 9, size: 5 })).toMatchObject({ rows: [10, 11], page: 2 });
  });
});
