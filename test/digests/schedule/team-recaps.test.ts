import type { Goal } from "../../../src/goals/goal";
import { addDays, day } from "../../../src/time/day";
import { aGoal, saveFigures } from "../../support/builders/goals";
import { recapStarter } from "../../support/harness/digests/recaps";
import { lines } from "../../support/harness/slack-blocks";

const MONDAY = day("2026-11-02");
const at = (on: string, time: string) => new Date(`${on}T${time}:00Z`);

/** Four reps in two teams, of which the first two reps manage one each; the third manages none by name, and so Everyone. */
describe("the recap of teams", () => {
  const start = recapStarter();

  it("comes once a week for each manager, on the first workday, however the days and the clock move", async () => {
    const harness = await start();
    const { west, east, all } = harness;
    // East's manager is away on Monday; the others' Monday is planned, posted, and made a day off only then.
    const off = (userId: string, ...days: readonly string[]) =>
      harness.people.set(userId, { timeOff: days.map((on) => ({ from: day(on), to: day(on) })) });
    await off(east, MONDAY);
    await harness.moveTo(at(MONDAY, "07:58"));
    await harness.minutes(5);
    expect((await harness.sent()).map(({ to, state }) => [to, state])).toEqual([
      [west, "sent"],
      [all, "sent"],
    ]);

    await off(west, MONDAY);
    await harness.moveTo(at("2026-11-03", "07:59"));
    await harness.minutes(4);
    await harness.moveTo(at("2026-11-04", "07:59"));
    await harness.minutes(3);

    expect((await harness.sent()).map(({ _id, state }) => [_id, state])).toEqual(
      [west, east, all].map((to) => [`recap:${to}:${MONDAY}`, "sent"]),
    );
    expect(await harness.counts()).toEqual([1, 1, 1]);
    await harness.moveTo(at("2026-11-09", "07:59"));
    await harness.minutes(4);
    expect(await harness.counts()).toEqual([2, 2, 2]);
    expect(harness.alerts).toEqual([]);
  });

  it("is asked again before it is posted: still a manager, still on, the team still there", async () => {
    const harness = await start();
    const { west, east, all } = harness;
    await harness.moveTo(at(MONDAY, "08:00"));
    let changed = false;

    await harness.tick({
      stillWanted: async (row, now) => {
        if (!changed) {
          changed = true;
          await harness.persons.updateOne({ _id: west }, { $set: { role: "rep" } });
          await harness.teamsOf.updateMany({ managers: east }, { $set: { active: false } });
          await harness.people.set(all, { teamRecapOn: false });
        }
        return harness.deps.stillWanted(row, now);
      },
    });
    await harness.minutes(2);

    expect((await harness.sent()).map(({ state, reason }) => [state, reason])).toEqual([
      ["skipped", "they no longer manage a team"],
      ["skipped", "they no longer manage a team"],
      ["skipped", "they switched it off"],
    ]);
    // Switched on again on the same morning it comes, once.
    await harness.people.set(all, { teamRecapOn: true });
    await harness.minutes(3);
    expect(await harness.counts()).toEqual([0, 0, 1]);
  });

  it("goes to no rep, to no admin who manages nothing, and says what is one's own team's alone", async () => {
    const harness = await start();
    const { west, east, db } = harness;
    const [, , admin = "", rep = "", ana = ""] = harness.users;
    await harness.persons.updateOne({ _id: admin }, { $set: { role: "admin" } });
    await harness.people.set(ana, { timeOff: [{ from: addDays(MONDAY, 2), to: addDays(MONDAY, 4) }] });
    const weekly = { type: "phone_call_quantity", period: "weekly" } as const;
    const targets = [{ from: day("2026-01-05"), target: 50 }];
    await db
      .collection<Goal>("goals")
      .insertMany([
        aGoal("ana week", { userId: ana, ...weekly, targets }),
        aGoal("west week", { userId: west, ...weekly, targets }),
        aGoal("ana month", { userId: ana, type: "email_quantity", period: "monthly", targets }),
        aGoal("rep week", { userId: rep, ...weekly, targets }),
      ]);
    const calls = { type: "phone_call_quantity", before: 3 } as const;
    await saveFigures(db, {
      today: MONDAY,
      figures: [
        { ...calls, userId: ana, value: 60 },
        { ...calls, userId: west, value: 20 },
        { ...calls, userId: rep, value: 99 },
      ],
    });
    await harness.moveTo(at(MONDAY, "07:59"));
    await harness.minutes(5);

    expect((await harness.sent()).map(({ to }) => to)).toEqual([west, east]);
    const [message] = await harness.recaps(west);
    const said = lines(JSON.parse(JSON.stringify(message?.blocks ?? [])));
    expect(said).toEqual([
      "# 👥 West: last week and October",
      "Last week: reached *1 of 2* weekly goals, 1 goal more than the week before",
      "October: reached *0 of 1* monthly goal, as many as in September",
      `*Start with <@${ana}>*`,
      "❌ Emails: *50 short* in October, 0 of 50 (0 before)",
      "✅ Calls: 65 of 50 last week (0 before)",
      "[message_person]",
      `🏝 *Away this week*: Name of ${ana} (Wed, Nov 4 – Fri, Nov 6)`,
      "*You, last week*: ❌ Calls: 21 of 50, 29 short",
      "*You, October*: • Calls: 21",
      "[team_recap_open]",
      "Only you get this, every week. Home > *My page* > *Settings* turns it off.",
    ]);
    expect(JSON.stringify(message)).not.toContain(`Name of ${rep}`);
  });

  it("is made for 40 managers of 40 teams from three queries for people, goals and figures, and two for who says what their own week came to", async () => {
    const harness = await start({ reps: 200, teams: 40 });
    const managers = harness.users.slice(0, 40);
    await harness.persons.updateMany({ _id: { $in: managers } }, { $set: { role: "manager" } });
    for (const [index, userId] of managers.entries()) {
      await harness.teamsOf.updateOne({ _id: `team${index}` }, { $set: { managers: [userId] } });
    }
    await harness.leaderboards.set(
      { ...(await harness.leaderboards.read()), on: false },
      await harness.leaderboards.read(),
    );
    await harness.teamsOf.updateMany({}, { $set: { board: { on: false } } });
    await harness.moveTo(at(MONDAY, "07:59"));

    await harness.minutes(3);

    expect([...harness.rendering()].sort()).toEqual([
      ...[
        "aggregate metrics",
        "find deliveries",
        "find deliveries",
        "find goals",
        "find settings",
        "find teams",
        "find users",
      ],
    ]);
    expect((await harness.sent()).filter(({ state }) => state === "sent")).toHaveLength(40);
  });
});
