import { type Delivery, type DeliveryState, newDelivery } from "../../../src/digests/delivery/delivery";
import { boardKey, postedRanksStore } from "../../../src/digests/delivery/posted-ranks-store";
import { renderDue } from "../../../src/digests/delivery/render-due";
import type { PostedRanks } from "../../../src/digests/planned-message";
import type { ShownBoard } from "../../../src/digests/shown-board";
import { day } from "../../../src/time/day";
import { testDatabase } from "../../support/env/database";
import { monitoredDatabase } from "../../support/env/monitored-database";
import { DAY, deliveryHarness } from "../../support/harness/digests/delivery";

const ranked = (userId: string): readonly PostedRanks[] => [
  { type: "phone_call_quantity", by: "value", ranks: { [userId]: 1 } },
];

describe("the ranks of boards that were posted before", () => {
  const test = testDatabase();
  const watched = monitoredDatabase(test);

  /** A board's row of a day as it stands after its morning. */
  const posted = (of: string, to: string, given: Partial<Delivery> = {}): Delivery => ({
    ...newDelivery({ kind: "board", to, day: day(of), dueAt: new Date("2026-10-01T08:00:00Z"), cutOffAt: new Date(0) }),
    ...{ state: "sent" as DeliveryState, ranks: ranked(`U${of.slice(-2)}`) },
    ...given,
  });
  const ofTeam = (team: string, row: Delivery): Delivery => {
    return { ...row, _id: `board:${team}:${row.to}:${row.day}`, team };
  };

  /** As rows were stored before ranks were kept. */
  const withoutRanks = ({ ranks: _, ...row }: Delivery): Delivery => row;

  it("are those of the last one in the channel of the team, of forty teams by one query", async () => {
    await test.db
      .collection<Delivery>("deliveries")
      .insertMany([
        posted("2026-10-26", "C01"),
        posted("2026-10-27", "C01"),
        posted("2026-10-28", "C01", { state: "failed" }),
        posted("2026-10-29", "C01"),
        posted("2026-10-28", "C02"),
        ofTeam("west", posted("2026-10-23", "C01")),
        ofTeam("east", posted("2026-09-01", "C01")),
        withoutRanks(posted("2026-10-28", "C03")),
      ]);
    const asked = [
      ...[{ to: "C01" }, { to: "C01", team: "west" }, { to: "C01", team: "east" }, { to: "C03" }, { to: "C04" }],
      ...Array.from({ length: 40 }, (_, at) => ({ to: "C01", team: `t${at}` })),
    ].map((board) => ({ ...board, day: DAY }));
    watched.commands.length = 0;

    const found = await postedRanksStore(watched.db()).before(asked);

    expect(watched.commands).toEqual(["aggregate"]);
    expect([...found.keys()].sort()).toEqual([boardKey({ to: "C01" }), boardKey({ to: "C03" }), "west C01"].sort());
    expect(found.get(boardKey({ to: "C01" }))).toEqual({ day: "2026-10-27", ranks: ranked("U27") });
    expect(found.get("west C01")).toEqual({ day: "2026-10-23", ranks: ranked("U23") });
    expect(found.get(boardKey({ to: "C03" }))).toEqual({ day: "2026-10-28", ranks: [] });
    expect(await postedRanksStore(watched.db()).before([])).toEqual(new Map());
  });

  it("are kept with the row when the board is rendered, and not in what is posted", async () => {
    const harness = await deliveryHarness(test.db, { reps: 0, leaderboards: ["C01"] });
    const shown: ShownBoard = { metrics: ["phone_call_quantity"], topN: 3, by: "value", results: [] };
    const message = { text: "Board", blocks: [{ type: "divider" }], ranks: ranked("U01"), shown };
    await harness.deps.deliveries.addPlanned((await harness.deps.plan(harness.now())).messages);
    const render = async () => new Map([[`board:C01:${DAY}`, message]]);

    await renderDue({ ...harness.deps, render }, { now: harness.now, endsAt: 0, signal: new AbortController().signal });

    const row = await harness.rows.findOne({ to: "C01" });
    expect(row?.ranks).toEqual(ranked("U01"));
    expect(row?.shown).toEqual(shown);
    expect(row?.body).toBe('{"text":"Board","blocks":[{"type":"divider"}]}');
    await harness.close();
  });
});
