import { addDays, day } from "../../../src/time/day";
import { recapStarter } from "../../support/harness/digests/recaps";

const MONDAY = day("2026-11-02");
const at = (on: string, time: string) => new Date(`${on}T${time}:00Z`);

describe("a recap of teams whose receiver changes something before it is posted", () => {
  const start = recapStarter();

  it("is rendered anew where a team in it is taken from its manager before it is posted, and says nothing of that team", async () => {
    const harness = await start();
    const { west, east, teamsOf } = harness;
    await teamsOf.updateOne({ _id: "team1" }, { $set: { name: "East", managers: [west, east] } });
    await harness.moveTo(at(MONDAY, "08:00"));
    let taken = false;

    await harness.tick({
      stillWanted: async (row, now) => {
        if (!taken) {
          taken = true;
          const stored = (await harness.sent()).find(({ to }) => to === west);
          expect([stored?.recapTeams?.toSorted(), stored?.body?.includes("East")]).toEqual([["team0", "team1"], true]);
          await teamsOf.updateOne({ _id: "team1" }, { $set: { managers: [east] } });
        }
        return harness.deps.stillWanted(row, now);
      },
    });
    expect((await harness.sent()).map(({ to, state, reason }) => [to === west, state, reason])).toEqual([
      [true, "skipped", "they no longer manage a team in it"],
      [false, "sent", null],
      [false, "sent", null],
    ]);
    await harness.minutes(2);

    const [message, ...more] = await harness.recaps(west);
    expect([message?.text, more]).toEqual([expect.stringMatching(/^West(:|,) /), []]);
    expect(JSON.stringify(message)).not.toContain("East");
    expect(await harness.counts()).toEqual([1, 1, 1]);
  });

  it("is rendered anew where somebody leaves a team in it before it is posted, and names them no more", async () => {
    const harness = await start();
    const { west, all, teamsOf } = harness;
    await harness.persons.updateOne({ _id: all }, { $set: { name: "Gone Elsewhere" } });
    const timeOff = [{ from: MONDAY, to: MONDAY }];
    await harness.persons.updateOne({ _id: all }, { $set: { schedule: { timeOff } } });
    await teamsOf.updateOne(
      { _id: "team0" },
      { $set: { members: [west, all].map((userId) => ({ userId, from: null })) } },
    );
    await harness.moveTo(at(MONDAY, "08:00"));
    let left = false;

    await harness.tick({
      stillWanted: async (row, now) => {
        if (!left && row.kind === "recap" && row.to === west) {
          left = true;
          expect((await harness.sent()).find(({ to }) => to === west)?.body).toContain("Gone Elsewhere");
          await teamsOf.updateOne({ _id: "team0" }, { $set: { members: [{ userId: west, from: null }] } });
        }
        return harness.deps.stillWanted(row, now);
      },
    });
    expect((await harness.sent()).find(({ to }) => to === west)).toMatchObject({
      ...{ state: "skipped", reason: "a team in it has other members by now" },
    });
    await harness.minutes(2);

    const [message, ...more] = await harness.recaps(west);
    expect([message?.text, more]).toEqual([expect.stringMatching(/^West(:|,) /), []]);
    expect(JSON.stringify(message)).not.toContain("Gone Elsewhere");
    expect(await harness.counts()).toEqual([1, 1, 0]);
  });

  it("is not wanted where they manage nothing any more before it is rendered, which nobody has to look at; and wanted once they do", async () => {
    const harness = await start();
    const { west, persons } = harness;
    await harness.moveTo(at(MONDAY, "08:00"));
    const become = (role: "rep" | "manager") => persons.updateOne({ _id: west }, { $set: { role } });

    await harness.tick({
      ready: async () => {
        await become("rep");
        return true;
      },
    });
    await harness.minutes(4);
    const row = (await harness.sent()).find(({ to }) => to === west);
    expect([row?.state, row?.reason]).toEqual(["skipped", "they no longer manage a team"]);
    expect(harness.alerts).toEqual([]);

    await become("manager");
    await harness.minutes(2);
    expect(await harness.recaps(west)).toHaveLength(1);
  });

  it("comes on the first workday after a snooze, and not at all in a week that is snoozed to its end", async () => {
    const harness = await start();
    const { west, east, all } = harness;
    await harness.persons.updateOne({ _id: west }, { $set: { "digest.snoozedUntil": addDays(MONDAY, 1) } });
    await harness.persons.updateOne({ _id: east }, { $set: { "digest.snoozedUntil": addDays(MONDAY, 6) } });
    await harness.moveTo(at(MONDAY, "08:00"));
    await harness.tick({
      stillWanted: async (row, now) => {
        await harness.persons.updateOne({ _id: all }, { $set: { "digest.snoozedUntil": addDays(MONDAY, 6) } });
        return harness.deps.stillWanted(row, now);
      },
    });
    expect((await harness.sent()).map(({ to, reason }) => [to === all, reason])).toEqual([
      [true, "they are off, or snoozed it, all week"],
    ]);

    const counts: unknown[] = [];
    for (const ahead of [1, 2, 3, 4]) {
      await harness.moveTo(at(addDays(MONDAY, ahead), "07:59"));
      await harness.minutes(3);
      counts.push(await harness.counts());
    }
    expect(counts).toEqual([
      [0, 0, 0],
      [1, 0, 0],
      [1, 0, 0],
      [1, 0, 0],
    ]);
  });
});
