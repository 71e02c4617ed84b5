import { standingChanges } from "../../../src/digests/content/goal-changes";
import { goalChangesStore } from "../../../src/digests/content/goal-changes-store";
import type { GoalChange, GoalEdit, GoalKey } from "../../../src/goals/edit";
import { goalEditStore } from "../../../src/goals/edit-store";
import { metricStore } from "../../../src/metrics/metric-store";
import { day } from "../../../src/time/day";
import { testDatabase } from "../../support/env/database";

const TODAY = day("2026-10-28");
const KEY: GoalKey = { userId: "U0BEN", type: "phone_call_quantity", period: "daily" };
const ROW = { _id: "digest:U0BEN:2026-10-29", to: "U0BEN" };
const NEXT = { _id: "digest:U0BEN:2026-10-30", to: "U0BEN" };

describe("what others changed in somebody's goals", () => {
  const test = testDatabase();
  let minutes = 0;
  const newId = () => `change-${String(minutes).padStart(3, "0")}`;
  const edit = async (target: number, given: { key?: GoalKey; by?: string } = {}) => {
    minutes += 1;
    const at = new Date(Date.UTC(2026, 9, 28, 16, minutes));
    const made: GoalEdit = { kind: "set", target, from: TODAY };
    const asked = { key: KEY, by: "U0MAX", ...given, edit: made, today: TODAY, teamToday: TODAY, at };
    expect(await goalEditStore(test.db, { metrics: metricStore(test.db), newId }).edit(asked)).toMatchObject({
      ok: true,
    });
  };
  const told = async (row: typeof ROW) => {
    const untold = await goalChangesStore(test.db).untold([row]);
    await goalChangesStore(test.db).tell(untold);
    return (untold.get(row._id) ?? []).map(({ to }) => to);
  };
  const becomes = async ({ _id }: typeof ROW, state: string) => {
    await test.db.collection<{ _id: string }>("deliveries").updateOne({ _id }, { $set: { state } }, { upsert: true });
  };

  it("is told once, the oldest first, and what is rendered again tells the same", async () => {
    await edit(15);
    await edit(20);

    expect([await told(ROW), await told(ROW)]).toEqual([
      [15, 20],
      [15, 20],
    ]);
    await becomes(ROW, "sent");
    await edit(25);
    expect(await told(NEXT)).toEqual([25]);
  });

  it.each(["due", "sending", "unknown", "sent"])(
    "is told by no other digest while the one that tells it is %s",
    async (state) => {
      await edit(15);
      await told(ROW);
      await becomes(ROW, state);

      expect(await told(NEXT)).toEqual([]);
    },
  );

  it.each(["missed", "failed"])("is told by the next digest where the one that was to tell it is %s", async (state) => {
    await edit(15);
    await told(ROW);
    await becomes(ROW, state);

    expect(await told(NEXT)).toEqual([15]);
  });

  it("is not told again once the digest that told it is not kept any more", async () => {
    await edit(15);
    await told(ROW);
    await becomes(ROW, "sent");
    await test.db.collection<{ _id: string }>("deliveries").deleteOne({ _id: ROW._id });

    expect(await told(NEXT)).toEqual([]);
  });

  it("is told by one of two digests that are rendered together", async () => {
    await edit(15);

    const untold = await goalChangesStore(test.db).untold([ROW, NEXT]);

    expect([ROW, NEXT].map(({ _id }) => untold.get(_id)?.length)).toEqual([1, 0]);
  });

  it("leaves out what somebody changed themselves, the team's goals, and other people's", async () => {
    await edit(15, { by: "U0BEN" });
    await edit(500, { key: { team: "everyone", type: "phone_call_quantity", period: "daily" } });
    await edit(20, { key: { ...KEY, userId: "U0ANA" } });

    expect(await told(ROW)).toEqual([]);
  });
});

describe("changes that stand", () => {
  const change = (given: Partial<GoalChange>) => {
    const since = TODAY;
    return {
      _id: "c",
      goalId: "g",
      type: KEY.type,
      period: KEY.period,
      kind: "set",
      since,
      from: 15,
      to: 20,
      by: "U0MAX",
      ...given,
    } as const;
  };

  it.each<[string, Partial<GoalChange>[], number]>([
    ["one", [{}], 1],
    ["one that was set back", [{}, { from: 20, to: 15 }], 0],
    ["one that was taken back", [{ from: null }, { kind: "withdraw", from: 20, to: null }], 0],
    ["one whose set back was set again", [{}, { from: 20, to: 15 }, {}], 1],
    ["two goals' that look like one and its undoing", [{}, { goalId: "h", from: 20, to: 15 }], 2],
    [
      "a new goal that was set back with others of its batch",
      [
        { from: null, batch: "b" },
        { kind: "archive", from: null, to: null, since: day("2026-10-28"), undoes: "b" },
      ],
      0,
    ],
    [
      "one of a batch after another one was undone",
      [
        { from: null, batch: "b" },
        { kind: "archive", from: null, to: null, undoes: "c" },
      ],
      2,
    ],
    ["one set back from another day on", [{}, { from: 20, to: 15, since: day("2026-11-01") }], 2],
    [
      "a goal archived and brought back",
      [
        { kind: "archive", to: null },
        { kind: "reactivate", from: null },
      ],
      0,
    ],
  ])("leave out, of %s, what nobody is to learn any more", (_case, changes, standing) => {
    expect(standingChanges(changes.map(change))).toHaveLength(standing);
  });
});
