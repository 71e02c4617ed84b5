import { dayOrders, repricedOrders } from "../../../src/demo/passing/day-orders";
import { exportFile, exportsOn } from "../../../src/demo/passing/order-exports";
import { addDays, type Day, day, weekday } from "../../../src/time/day";

const SPAN = { after: new Date("2026-10-28T21:05:00Z"), until: new Date("2026-12-31T00:00:00Z") };
const WEEKDAYS: readonly Day[] = Array.from({ length: 60 }, (_, n) => addDays(day("2026-10-28"), n)).filter(
  (each) => weekday(each) <= 5,
);
const week = (...days: string[]) => days.map(day);
const numbersOf = (orders: readonly { readonly soNumber: string }[]) => orders.map(({ soNumber }) => soNumber);

describe("the exports of orders", () => {
  it("come at 4:45 and 7:00 AM and at 6:00 PM by the team's clock, in winter, too, with the last day whose work is over", () => {
    const listed = exportsOn(week("2026-10-30", "2026-11-02"), SPAN).map(({ at, sold }) => [at.toISOString(), sold]);

    expect(listed).toEqual([
      ["2026-10-31T01:00:00.000Z", "2026-10-30"],
      ["2026-11-02T12:45:00.000Z", "2026-10-30"],
      ["2026-11-02T15:00:00.000Z", "2026-10-30"],
      ["2026-11-03T02:00:00.000Z", "2026-11-02"],
    ]);
  });

  it("hold their first instant not and their last one", () => {
    const [at, until] = [new Date("2026-10-30T01:00:00Z"), new Date("2026-10-30T11:45:00Z")];

    const listed = exportsOn(week("2026-10-28", "2026-10-29", "2026-10-30"), { after: at, until });

    expect(listed.map((one) => one.at)).toEqual([until]);
  });

  it("have each weekday's orders, which are of that day", () => {
    const exports = exportsOn(WEEKDAYS, SPAN);
    for (const each of WEEKDAYS) {
      const orders = dayOrders(each);
      expect(orders.length).toBeGreaterThan(0);
      expect(new Set(orders.map(({ dateIssued }) => dateIssued))).toEqual(new Set([each]));
      const exported = exports.find(({ sold }) => sold === each);
      expect(numbersOf(exported?.orders ?? [])).toEqual(expect.arrayContaining(numbersOf(orders)));
    }
  });

  it("have once a week an order of the workday before with another total, across a holiday, too", () => {
    const days = week("2026-11-09", "2026-11-10", "2026-11-12", "2026-11-13");
    const [first] = dayOrders(day("2026-11-10"));

    const again = exportsOn(days, SPAN).filter(({ sold, orders }) =>
      orders.some(({ dateIssued }) => dateIssued !== sold),
    );

    expect(new Set(again.map(({ sold }) => sold))).toEqual(new Set(["2026-11-12"]));
    const [repriced, ...others] = again[0]?.orders.filter(({ dateIssued }) => dateIssued === "2026-11-10") ?? [];
    expect(others).toEqual([]);
    expect(repriced).toEqual({ ...first, total: expect.closeTo((first?.total ?? 0) - 240, 2) });
  });

  it("reprice one order in each week", () => {
    for (const monday of ["2026-11-02", "2026-11-09", "2026-11-16"].map(day)) {
      const days = Array.from({ length: 5 }, (_, n) => addDays(monday, n));
      expect(days.flatMap(repricedOrders)).toHaveLength(1);
    }
  });

  it("have those as void that a visitor has voided, of the day before, too", () => {
    const wednesday = exportsOn(week("2026-11-03", "2026-11-04"), SPAN).at(-1);
    if (wednesday === undefined) throw new Error("There is no export on Wednesday");
    const [repriced = ""] = numbersOf(wednesday.orders);

    const { name, text } = exportFile(wednesday, new Set([repriced]));

    expect(name).toBe("fishbowl-orders-2026-11-04.csv");
    expect(text.match(/^SO,SO-\d+,80,/gm)).toEqual([`SO,${repriced},80,`]);
    expect(text.match(/^SO,SO-\d+,20,/gm)).toHaveLength(wednesday.orders.length - 1);
  });
});
