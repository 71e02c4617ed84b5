import type { PostAnswer } from "../../../src/digests/delivery/post-outcome";
import type { Goal } from "../../../src/goals/goal";
import { addDays, day } from "../../../src/time/day";
import { aGoal, saveFigures } from "../../support/builders/goals";
import { recapStarter } from "../../support/harness/digests/recaps";
import { lines } from "../../support/harness/slack-blocks";

const MONDAY = day("2026-11-02");
const AT_EIGHT = new Date("2026-11-02T08:00:00Z");

/** On a Monday that is a month's first workday, when both a digest and a recap of teams look back. */
describe("a manager's own week and month", () => {
  const start = recapStarter();
  const started = async () => {
    const harness = await start({ reps: 5, teams: 2, digests: true });
    const { west, db, users } = harness;
    const goals = [west, users[4] ?? ""].flatMap((userId) =>
      (["weekly", "monthly"] as const).map((period) =>
        aGoal(`${userId} ${period}`, {
          ...{ userId, period, type: "phone_call_quantity" as const },
          targets: [{ from: day("2026-01-05"), target: 50 }],
        }),
      ),
    );
    await db.collection<Goal>("goals").insertMany(goals);
    const calls = { type: "phone_call_quantity", before: 3 } as const;
    await saveFigures(db, { today: MONDAY, figures: [{ ...calls, userId: west, value: 60 }] });
    await harness.moveTo(AT_EIGHT);
    /** The headings of each message that somebody has, and their own lines, in the order in which they came. */
    const headings = async (user: string) => {
      const channels = await harness.rows.distinct("channel", { to: user });
      const own = harness.standing().filter(({ channel }) => channels.includes(channel));
      return own.map(({ blocks }) => {
        return lines(JSON.parse(JSON.stringify(blocks))).filter((line) => /^(# |\*(You|Last week), )/.test(line));
      });
    };
    return { ...harness, headings };
  };
  const DIGEST = "# Your goals for Mon, Nov 2";
  const [WEEK, MONTH] = [
    "*Last week, Oct 26 – Nov 1*: reached 1 of 1 weekly goal",
    "# October: reached 1 of 1 monthly goal",
  ];
  const MINE = ["*You, last week*: ✅ Calls: 61 of 50, 122%", "*You, October*: ✅ Calls: 61 of 50, 122%"];

  it("come behind the team's in its recap, which comes right behind the digest", async () => {
    const { west, headings, minutes, standing, tick, rendering } = await started();

    await tick();
    // Once for digests and the readers' own recaps, once for the teams', once for boards.
    const counts = (of: string) => rendering().filter((read) => read === of).length;
    expect(["aggregate metrics", "find goals", "find settings", "find deliveries"].map(counts)).toEqual([4, 3, 3, 2]);
    await minutes(3);

    expect(await headings(west)).toEqual([[DIGEST], ["# 👥 West: last week and October", ...MINE]]);
    // Nor does the digest praise what the recap says was reached.
    expect(
      standing()
        .map(({ blocks }) => JSON.stringify(blocks))
        .filter((text) => text.includes("Nice work!")),
    ).toEqual([]);
  });

  it("are in the digest of whoever gets no recap of teams, has none yet, or asked for their digest again", async () => {
    const { west, headings, minutes, people, persons, users } = await started();
    const [rep = ""] = users.slice(4);
    await people.set(west, { teamRecapOn: false });
    await minutes(3);

    expect(await headings(west)).toEqual([[DIGEST, WEEK, MONTH]]);
    expect((await headings(rep))[0]?.length).toBe(3);
    // Switched on once the digest came, the recap does not say again what that did.
    await people.set(west, { teamRecapOn: true });
    await persons.updateOne({ _id: west }, { $set: { role: "manager" } });
    await minutes(3);
    expect((await headings(west)).slice(1)).toEqual([["# 👥 West: last week and October"]]);
  });

  it("are in no recap of whoever gets no digest", async () => {
    const { west, headings, minutes, people } = await started();
    await people.set(west, { digestOn: false });
    await minutes(3);
    expect(await headings(west)).toEqual([["# 👥 West: last week and October"]]);
    // A digest that is switched on then says itself what that came without.
    await people.set(west, { digestOn: true });
    await minutes(3);
    expect((await headings(west))[1]).toEqual([DIGEST, WEEK, MONTH]);
  });

  it("are in a digest that is rendered once its recap was not wanted any more", async () => {
    const { west, headings, minutes, people, deps, tick } = await started();

    await tick({
      render: async (rows) => deps.render(rows.filter(({ kind }) => kind === "recap")),
      stillWanted: async (row, now) => {
        await people.set(west, { teamRecapOn: false });
        return deps.stillWanted(row, now);
      },
    });
    await minutes(3);

    expect(await headings(west)).toEqual([[DIGEST, WEEK, MONTH]]);
  });

  type Started = Awaited<ReturnType<typeof started>>;
  const goOnAt = async ({ moveTo, minutes }: Pick<Started, "moveTo" | "minutes">, ahead: number) => {
    await moveTo(new Date(`${addDays(MONDAY, ahead)}T07:59:00Z`));
    await minutes(3);
  };
  /** Has something happen once the digest is sent and before the recap of teams is posted. */
  const meanwhile = ({ deps, tick, west }: Started, happens: () => Promise<unknown>) =>
    tick({
      stillWanted: async (row, now) => {
        if (row.kind === "recap" && row.to === west) await happens();
        return deps.stillWanted(row, now);
      },
    });
  /** Has Slack answer this to the recap of teams, as long as that is due. */
  const answered = ({ deps, tick }: Started, answer: PostAnswer) =>
    tick({
      poster: {
        ...deps.poster,
        post: async (outgoing) => (outgoing.message.text.startsWith("West:") ? answer : deps.poster.post(outgoing)),
      },
    });

  it.each<[string, (harness: Started) => Promise<unknown>]>([
    [
      "is switched off",
      (harness) => meanwhile(harness, () => harness.people.set(harness.west, { teamRecapOn: false })),
    ],
    [
      "has nobody left to read it",
      (harness) =>
        meanwhile(harness, () => harness.persons.updateOne({ _id: harness.west }, { $set: { role: "rep" } })),
    ],
    ["is refused by Slack", (harness) => answered(harness, { kind: "refused", error: "invalid_blocks" })],
    ["is not posted in time", (harness) => answered(harness, { kind: "unconnected", detail: "ECONNREFUSED" })],
    [
      "is not rendered in time",
      ({ deps, tick }) => tick({ render: async (rows) => deps.render(rows.filter(({ kind }) => kind !== "recap")) }),
    ],
  ])("come once, with the next digest, where the recap of teams to which one left them %s", async (_why, lose) => {
    const harness = await started();

    await lose(harness);
    await goOnAt(harness, 1);
    await goOnAt(harness, 2);

    expect(await harness.headings(harness.west)).toEqual([
      [DIGEST],
      ["# Your goals for Tue, Nov 3", WEEK, MONTH],
      ["# Your goals for Wed, Nov 4"],
    ]);
  });

  it("come with the recap of teams on a later day, where whoever reads their digest snoozes before it is posted", async () => {
    const harness = await started();
    const { west, headings, persons } = harness;

    await meanwhile(harness, () => persons.updateOne({ _id: west }, { $set: { "digest.snoozedUntil": MONDAY } }));
    await goOnAt(harness, 1);
    await goOnAt(harness, 2);

    expect(await headings(west)).toEqual([
      [DIGEST],
      ["# Your goals for Tue, Nov 3"],
      ["# 👥 West: last week and October", ...MINE],
      ["# Your goals for Wed, Nov 4"],
    ]);
  });

  it("come with the recap of a team that has nobody in it", async () => {
    const { west, headings, teamsOf, ...harness } = await started();
    await teamsOf.updateOne({ _id: "team0" }, { $set: { members: [] } });

    await harness.minutes(3);
    await goOnAt(harness, 1);

    expect(await headings(west)).toEqual([
      [DIGEST],
      ["# 👥 West, week of Nov 2", ...MINE],
      ["# Your goals for Tue, Nov 3"],
    ]);
  });

  it.each(["digest", "recap"] as const)(
    "are told once where the %s is rendered alone, and the other one later",
    async (first) => {
      const harness = await started();
      const { west, headings, deps } = harness;

      await harness.tick({ render: async (rows) => deps.render(rows.filter(({ kind }) => kind === first)) });
      await harness.minutes(3);

      const said = (await headings(west)).flat().filter((line) => [WEEK, ...MINE].includes(line));
      expect(said).toEqual(MINE);
    },
  );
});
