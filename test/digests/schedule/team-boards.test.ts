import { boardOf } from "../../../src/teams/leaderboard-settings";
import { addDays } from "../../../src/time/day";
import { saveFigures } from "../../support/builders/goals";
import { closedAfterEach } from "../../support/env/closed-after-each";
import { testDatabase } from "../../support/env/database";
import { monitoredDatabase } from "../../support/env/monitored-database";
import { companyHarness, WITH_GOALS } from "../../support/harness/digests/company";
import { DAY } from "../../support/harness/digests/delivery";

const REPS = 1_000;
const TEAMS = 40;
const EDITOR = { by: "U0ADMIN", at: new Date("2026-10-01T00:00:00Z") };

describe("the boards of teams", () => {
  const test = testDatabase();
  const watched = monitoredDatabase(test);
  const closed = closedAfterEach();

  const company = async (size: { readonly reps: number; readonly teams: number }) =>
    closed(await companyHarness(watched, size));
  const texts = (harness: Awaited<ReturnType<typeof company>>) =>
    new Map(harness.standing().map(({ channel, text }) => [channel, text]));

  it("of 1,000 reps in 40 teams are all posted once, before the digests, from three queries for people, goals and figures", async () => {
    const harness = await company({ reps: REPS, teams: TEAMS });

    await harness.minutes(3);

    const posts = harness.posts();
    const boards = posts.slice(0, TEAMS + 1);
    expect(posts).toHaveLength(TEAMS + 1 + WITH_GOALS);
    expect(new Set(boards)).toEqual(new Set(["C0ALL", ...Array.from({ length: TEAMS }, (_, at) => `C0T${at}`)]));
    // People, goals and figures are one query each; beside them are teams, two settings and the ranks of the last boards.
    expect([...harness.rendering()].sort()).toEqual([
      ...["aggregate deliveries", "aggregate metrics", "find goals", "find settings", "find settings"],
      ...["find teams", "find users"],
    ]);
    expect(await harness.rows.distinct("_id", { kind: "board" })).toContain(`board:team7:C0T7:${DAY}`);
    expect(texts(harness).get("C0ALL")).toContain("Name of U0R0999 1,000");
    expect(texts(harness).get("C0T7")).toMatch(/^Team team7's leaderboard: .*Name of U0R0967 968/);
    expect(harness.alerts).toEqual([]);
  });

  it("say on the next morning who moved since the board that was posted, and nothing where none was", async () => {
    const harness = await company({ reps: 4, teams: 0 });
    const more = { type: "phone_call_quantity", before: 0, value: 100 } as const;
    const changed = () => saveFigures(watched.db(), { today: DAY, figures: [{ ...more, userId: "U0R0000" }] });
    const next = addDays(DAY, 1);
    await harness.minutes(2);
    expect(texts(harness).get("C0ALL")).toMatch(/Calls: Name of U0R0003 4$/);

    await changed();
    const { text, blocks = [] } = (await harness.boardOn(next)) ?? {};

    expect(text).toMatch(/Calls: Name of U0R0000 \(up 3\) 101$/);
    expect(JSON.stringify(blocks)).toMatch(/U0R0000\u00a0\*101\*\u00a0\(▲3\).*U0R0003\u00a0\*4\*\u00a0\(▼1\)/);
    // On Monday the week is over, and compares with none that went on.
    expect((await harness.boardOn(addDays(DAY, 4)))?.text).not.toContain("(up");
    await harness.rows.updateMany({}, { $set: { state: "failed" } });
    expect((await harness.boardOn(next))?.text).toMatch(/Calls: Name of U0R0000 101$/);
  });

  it("are asked again before they are posted: by the team's own channel, switch and days", async () => {
    const harness = await company({ reps: 4, teams: 4 });
    const edit = async (id: string, edit: Parameters<typeof harness.teams.edit>[1]["edit"]) =>
      expect((await harness.teams.edit(id, { ...EDITOR, edit })).ok).toBe(true);
    let changed = false;
    const secondBefore: typeof harness.deps.stillWanted = async (row, now) => {
      if (!changed) {
        changed = true;
        await edit("team0", { kind: "active", active: false });
        await edit("team1", {
          kind: "board",
          channel: "C0T1",
          board: { on: false },
          was: boardOf({ channel: "C0T1" }),
        });
        await edit("team2", { kind: "board", channel: "C0ALL", board: {}, was: boardOf({ channel: "C0T2" }) });
        const was = await harness.leaderboards.read();
        expect(await harness.leaderboards.set({ ...was, on: false }, was)).toBe(true);
      }
      return harness.deps.stillWanted(row, now);
    };

    await harness.tick({ stillWanted: secondBefore });
    const skipped = await harness.rows.find({ state: "skipped" }).sort({ _id: 1 }).toArray();
    await harness.minutes(2);

    expect(skipped.map(({ _id, reason }) => [_id, reason])).toEqual([
      [`board:C0ALL:${DAY}`, "the leaderboard is off"],
      [`board:team0:C0T0:${DAY}`, "the team is no longer active"],
      [`board:team1:C0T1:${DAY}`, "the leaderboard is off"],
      [`board:team2:C0T2:${DAY}`, "the leaderboard no longer goes to this channel"],
    ]);
    // Team 2's board goes where it was moved to, once.
    expect(
      harness
        .posts()
        .filter((to) => to.startsWith("C0"))
        .sort(),
    ).toEqual(["C0ALL", "C0T3"]);
  });
});
