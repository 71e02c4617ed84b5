import { loadDigests, loadPreview } from "../../../src/digests/content/load-digests";
import { deliveryStore } from "../../../src/digests/delivery/delivery-store";
import { deliveryId } from "../../../src/digests/planned-message";
import type { GoalChange } from "../../../src/goals/edit";
import type { Goal } from "../../../src/goals/goal";
import type { Holiday } from "../../../src/goals/team-settings";
import type { Person } from "../../../src/people/person";
import { renderDigests, renderPreview } from "../../../src/slack/digests/render";
import { afterTodayWords, goalFigures, todayTarget, verdictWords } from "../../../src/slack/goals/pace-view";
import { type Day, day, zoneDays } from "../../../src/time/day";
import { aGoal, saveFigures } from "../../support/builders/goals";
import { aPerson } from "../../support/builders/people";
import { testDatabase } from "../../support/env/database";
import { monitoredDatabase } from "../../support/env/monitored-database";
import { digestLoader } from "../../support/harness/digests/digest-loader";
import { lines } from "../../support/harness/slack-blocks";

const TODAY = day("2025-10-14");
const ids = Array.from({ length: 60 }, (_, index) => `U${String(index).padStart(3, "0")}`);

describe("digests for everybody", () => {
  const test = testDatabase();
  const { commands, db: watched } = monitoredDatabase(test);
  const now = new Date("2025-10-14T12:00:00Z");
  const read = { asOf: now, state: "fresh", from: day("2025-08-01") } as const;
  const display = { days: zoneDays("America/New_York"), now };
  const deps = () =>
    digestLoader(watched(), {
      freshness: async () => (["copper", "justcall"] as const).map((source) => ({ source, ...read })),
      days: display.days,
    });
  const rendered = async (rows: readonly ReturnType<typeof rowOf>[]) =>
    renderDigests(await loadDigests({ rows, now }, deps()), display);
  const preview = async (userId: string) => {
    const loaded = await loadPreview({ userId, now }, deps());
    return loaded === null ? null : renderPreview(loaded, display);
  };
  const rowOf = (to: string) => ({ _id: `digest:${to}`, to, day: TODAY });
  /** Has somebody's digest of a day arrive; answers its lines. */
  const sent = async (of: Day) => {
    const [stored, cutOffAt] = [deliveryStore(test.db), new Date("2025-10-31T00:00:00Z")];
    const wanted = { kind: "digest", to: "U007", day: of, dueAt: now, cutOffAt } as const;
    const row = { _id: deliveryId(wanted), to: "U007", day: of };
    const made = (await rendered([row])).get(row._id);
    const { reported: told = [], praised = [] } = made ?? {};
    await stored.addPlanned([wanted]);
    await stored.endRender([row._id], new Map([[row._id, { body: "{}", told, praised }]]));
    await test.db.collection<{ _id: string }>("deliveries").updateOne({ _id: row._id }, { $set: { state: "sent" } });
    return lines(made?.blocks ?? []);
  };
  beforeEach(async () => {
    await test.db.collection<Person>("users").insertMany(ids.map((id) => aPerson(id, { name: `Name of ${id}` })));
    await test.db
      .collection<Goal>("goals")
      .insertMany(ids.map((userId) => aGoal(`g-${userId}`, { userId, type: "phone_call_quantity" })));
    const figures = ids.flatMap((userId, index) => [
      { userId, type: "phone_call_quantity" as const, before: 4, value: index },
      { userId, type: "phone_call_quantity" as const, before: 2, value: 1 },
      { userId, type: "phone_call_quantity" as const, before: 7, value: 100 },
    ]);
    await saveFigures(test.db, { figures, today: TODAY });
    // Monday is a holiday: yesterday is Friday and the days off since.
    await test.db
      .collection<{ _id: string; holidays: readonly Holiday[] }>("settings")
      .insertOne({ _id: "team", holidays: [{ day: day("2025-10-13"), name: "Columbus Day" }] });
  });

  it("takes the same queries for one and for sixty", async () => {
    await rendered(ids.slice(0, 1).map(rowOf));
    const one = [...commands].sort();
    commands.length = 0;

    await rendered(ids.map(rowOf));

    expect([...commands].sort()).toEqual(one);
    expect(one.length).toBeLessThanOrEqual(10);
  });

  it("shows each their own figures as Home does, and nobody's name", async () => {
    const made = await rendered(ids.map(rowOf));

    expect(made.size).toBe(ids.length);
    const shown = lines(made.get("digest:U007")?.blocks ?? []);
    const [line] = (await deps().overviews.overview(aPerson("U007"), now)).goals;
    if (line === undefined) throw new Error("U007 has a goal");
    const [sign = "", ...words] = verdictWords(line).split(" ");
    const row = `${sign} Month: *${goalFigures(line)}*, ${words.join(" ")}; ${afterTodayWords(line)}`;
    const week = "4 workdays this week: holiday on Mon";
    const head = `*Calls*: *${todayTarget(line)}*`;
    expect([shown[2], ...shown.slice(4, 6)]).toEqual([week, head, row]);
    expect(shown).toContain("*Done Fri, Oct 10 – Mon, Oct 13*: 8 calls");
    expect(JSON.stringify([...made.values()])).not.toContain("Name of");
  });

  it("previews one as it would be sent, and none without a goal", async () => {
    const made = await rendered([rowOf("U007")]);

    // It looks back on the week before, with a chart.
    const { text, blocks: plain, drawn: blocks } = made.get("digest:U007") ?? {};
    expect(await preview("U007")).toEqual({ text, blocks, plain });
    await test.db.collection("goals").deleteMany({ userId: "U007" });
    expect(await preview("U007")).toBeNull();
    expect(await preview("U999")).toBeNull();
  });

  it("sets the week it looks back on beside pace by all holidays of its month, those ahead as well", async () => {
    const holidays = ["2025-10-13", "2025-10-31"].map((of) => ({ day: day(of), name: "Off" }));
    await test.db.collection<{ _id: string }>("settings").updateOne({ _id: "team" }, { $set: { holidays } });
    await test.db.collection<Goal>("goals").updateOne({ userId: "U007" }, { $set: { "targets.0.target": 210 } });

    const { digest } = (await loadDigests({ rows: [rowOf("U007")], now }, deps())).get("digest:U007") ?? {};

    // October has 21 workdays then: ten a day.
    expect(digest?.recaps[0]?.trend?.series.total.pace).toBeCloseTo(50);
  });

  it("tells who changed what in the reader's goals, and nobody else's", async () => {
    const change = { goalId: "g", type: "phone_call_quantity", period: "weekly", kind: "set", at: now } as const;
    const log = test.db.collection<Partial<GoalChange> & { readonly _id: string }>("goal_changes");
    const [since, by] = [day("2025-10-20"), "U005"];
    await log.insertMany([
      { _id: "a", userId: "U007", ...change, since, from: 15, to: 20, by, toldIn: null },
      { _id: "b", userId: "U008", ...change, since, from: null, to: 77, by: "U999", toldIn: null },
    ]);

    const made = await rendered([rowOf("U007"), rowOf("U008")]);

    const changed = (id: string) =>
      lines(made.get(id)?.blocks ?? []).filter((line) => /^📝|^• .*, by (Name of )?U/.test(line));
    expect(changed("digest:U007")).toEqual([
      "📝 *Your goals changed*",
      "• *Calls, weekly*: 15 → *20* starting Mon, Oct 20, by Name of U005",
    ]);
    expect(changed("digest:U008")[1]).toBe("• *Calls, weekly*: set to *77* starting Mon, Oct 20, by U999");
  });

  it("corrects what arrived and has become another number, and says so once", async () => {
    const friday = { userId: "U007", day: "2025-10-10" };

    const first = await sent(TODAY);
    await test.db.collection("metrics").updateMany(friday, { $inc: { value: -2 } });
    const second = await sent(day("2025-10-15"));
    const third = await sent(day("2025-10-16"));

    const corrected = (shown: readonly string[]) => shown.filter((line) => line.startsWith("↩️"));
    expect(first).toContain("*Done Fri, Oct 10 – Mon, Oct 13*: 8 calls");
    expect(corrected(first)).toEqual([]);
    expect(corrected(second)).toEqual([
      // The recap of its week told it as well.
      expect.stringMatching(
        /^↩️ \*Corrected since\*: Calls for Mon, Oct 6 – Sun, Oct 12: 106, you were told 108; Calls for Fri, Oct 10 – Mon, Oct 13: 6, you were told 8\. /,
      ),
    ]);
    expect(corrected(third)).toEqual([]);
    // Only the first says what it is, also after weeks without one.
    const introduced = [first, second, third, await sent(day("2025-10-30"))].filter((one) => /👋/.test(one.join()));
    expect(introduced).toEqual([first]);
  });

  it("praises each thing that is reached once, however long it stays reached, also where an old row names one alone", async () => {
    await test.db.collection<Goal>("goals").updateOne({ userId: "U007" }, { $set: { "targets.0.target": 50 } });
    const weekly = aGoal("w", { userId: "U007", type: "phone_call_quantity", period: "weekly" });
    await test.db.collection<Goal>("goals").insertOne({ ...weekly, targets: [{ from: day("2025-01-01"), target: 5 }] });
    const praise = (shown: readonly string[]) => shown.filter((line) => line.includes("🏆"));

    const [first, second] = [await sent(TODAY), await sent(day("2025-10-15"))];
    await test.db
      .collection("deliveries")
      .updateMany({}, { $set: { praised: "phone_call_quantity:monthly:2025-10-01" } });
    const third = await sent(day("2025-10-16"));

    expect(praise(first)).toEqual(["🏆 Month: *108 of 50*, reached. Nice work!"]);
    expect(second).toContain("✅ Month: 108 of 50, reached");
    // What ended with the week is in its recap.
    expect(first).toContainEqual(expect.stringMatching(/^✅ \*Calls\*: 108 of 5, 2,160%; /));
    expect(praise(second)).toEqual([]);
    expect(praise(third).join()).toMatch(/^🏆 .+ \*weekly calls goal\* in the week of Mon, Oct 6 – .+ \(108 of 5\)\. /);
  });
});
