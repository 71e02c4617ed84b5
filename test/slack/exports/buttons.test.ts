import { parse } from "csv-parse/sync";
import type { Goal } from "../../../src/goals/goal";
import type { SlackDeps } from "../../../src/slack/deps";
import { SCOPES } from "../../../src/slack/platform/probe";
import { day } from "../../../src/time/day";
import { aGoal, saveFigures } from "../../support/builders/goals";
import { aTeam } from "../../support/builders/teams";
import { aRecord, aWhy } from "../../support/builders/whys";
import { closedAfterEach } from "../../support/env/closed-after-each";
import { testDatabase } from "../../support/env/database";
import { type GoalsHarness, goalsHarness, TODAY } from "../../support/harness/goals";
import { SECRETS } from "../../support/harness/slack";
import { pressable } from "../../support/harness/slack-blocks";
import { eventually } from "../../support/wait";

const [MAX, NED] = ["U0MAX", "U0NEW"];

/** Max manages West, of which Ana and Ben are; each has five calls today. */
describe("Export CSV", () => {
  const test = testDatabase();
  const closed = closedAfterEach();
  let harness: GoalsHarness;

  async function start(
    scopes: readonly string[] = [...SCOPES, "files:write"],
    deps: Partial<SlackDeps> = {},
  ): Promise<void> {
    harness = closed(await goalsHarness(test, { scopes, ...deps }));
    await test.db
      .collection<{ _id: string }>("teams")
      .insertMany([
        aTeam("west", { name: "West, Côte", people: ["U0ANA", "U0BEN"], managers: [MAX] }),
        aTeam("east", { name: "East" }),
      ]);
    const calls = { type: "phone_call_quantity", before: 0, value: 5 } as const;
    await saveFigures(test.db, {
      today: TODAY,
      figures: ["U0ANA", "U0BEN"].map((userId) => ({ ...calls, userId })),
    });
    await test.db
      .collection<Goal>("goals")
      .insertOne(
        aGoal("t", { team: "west", type: "phone_call_quantity", targets: [{ from: day("2026-09-01"), target: 50 }] }),
      );
  }
  /** The file that somebody got last, read as a spreadsheet does. */
  async function file(user: string) {
    const message = await eventually(() => harness.dm(user).findLast(({ files = [] }) => files.length > 0));
    const [sent] = message.files ?? [];
    const answer = await fetch(String(sent?.url_private), { headers: { authorization: `Bearer ${SECRETS.botToken}` } });
    const rows: Record<string, string>[] = parse(await answer.text(), { bom: true, columns: true });
    return { name: String(sent?.name), said: message.text, rows };
  }

  it("sends a manager the team's page as a file in the DM, whose rows add up to the team's figure", async () => {
    await start();
    await harness.pressForged(MAX, { actionId: "home_team", value: '{"tab":"team"}' });
    await eventually(() => pressable(harness.home(MAX)).includes("team_more"));

    const value = "team_export west";
    await harness.slack.action({ user: MAX, from: { home: MAX }, actionId: "team_more", value });

    const { name, said, rows } = await file(MAX);
    expect(name).toBe("west-cote-2026-10-01-to-28.csv");
    expect(said).toMatch(
      /^\*West, Côte: October so far\*\nThis month: calls\s10\sof\s50,\sas\sin\sHome\n(\d+) rows: team goals, then Ana Torres and Ben Okafor\.\n.*as of .*\.$/i,
    );
    expect(/(\d+) rows/.exec(said)?.[1]).toBe(`${rows.length}`);
    const monthly = rows.filter(({ Metric, Period }) => Metric === "Calls" && Period === "monthly");
    const people = monthly.filter(({ Person }) => Person !== "");
    expect(people.map(({ Person, Actual }) => [Person, Actual])).toEqual([
      ["Ana Torres", "5"],
      ["Ben Okafor", "5"],
    ]);
    const [team] = monthly.filter(({ What }) => What === "Team goal");
    expect([team?.Actual, team?.Target]).toEqual(["10", "50"]);
    expect(people.reduce((sum, { Actual }) => sum + Number(Actual), 0)).toBe(10);
    await harness.pressForged(NED, { actionId: "team_export", value: "" });
    expect((await file(NED)).said).toMatch(/^\*Everyone: October so far\*\n/);
  });

  it("sends the parts of a team's figure, and everybody the records behind their own", async () => {
    await start();
    const value = (whose: string) => `phone_call_quantity ${whose} ${TODAY} ${TODAY} 0`;

    await harness.pressForged(MAX, { actionId: "why_export", value: value("team:west") });
    expect((await file(MAX)).rows.map(({ Person, Amount }) => [Person, Amount])).toEqual([
      ["Ana Torres", "5"],
      ["Ben Okafor", "5"],
    ]);
    await harness.pressForged("U0ANA", { actionId: "why_export", value: value("me") });
    const { rows } = await file("U0ANA");
    expect(rows.length).toBeGreaterThan(0);
    expect(harness.why.asks).toMatchObject([{ userId: "U0ANA", page: 0, size: 10_000 }]);
  });

  it("answers beside a sum of individual goals with that sum, of those who have one, and sends its parts", async () => {
    await start();
    const targets = [{ from: day("2026-09-01"), target: 50 }];
    await test.db.collection<Goal>("goals").insertOne(aGoal("a", { userId: "U0ANA", targets }));
    const emails = { type: "email_quantity", before: 0 } as const;
    const figures = [
      { ...emails, userId: "U0ANA", value: 7 },
      { ...emails, userId: "U0BEN", value: 9 },
    ];
    await saveFigures(test.db, { today: TODAY, figures });
    expect((await harness.goalsSay(MAX, "team")).join("\n")).toContain("*Team totals this month*: emails 7 of 50");
    // One button asks of Ana's figure and of the team's.
    const [asked = ""] = /email_quantity team:west [^",]+/.exec(JSON.stringify(harness.shown(MAX).at(-1))) ?? [];

    await harness.pressForged(MAX, { actionId: "why_goal", value: asked });
    await eventually(() => harness.modalSays(MAX)[0]?.startsWith("# Emails of West"));

    expect(harness.modalSays(MAX).slice(1, 4)).toEqual([
      "*7* is the sum of:",
      "• Ana Torres: 7",
      "Only reps with their own monthly goal for emails count, on the days when they're on the team. Only you can see this.",
    ]);
    await harness.pressForged(MAX, { actionId: "why_export", value: valueWith("email_quantity", harness.modal(MAX)) });
    const { said, rows } = await file(MAX);
    expect(said).toMatch(
      /^\*Emails of West, Côte: October so far\*\n1 person\n.*as of .*\. Only reps with their own monthly goal for emails count\. The amounts add up to \*7 emails\*\.$/i,
    );
    expect(rows.map(({ Person, Amount }) => [Person, Amount])).toEqual([["Ana Torres", "7"]]);
  });

  it("says of how many records it sends the first ten thousand, where there are more", async () => {
    const records = Array.from({ length: 10_000 }, (_, at) => aRecord(`${at}`));
    const reasons = [{ why: "duplicate of a JustCall call", records: 2_345 }];
    await start(undefined, { why: async (ask) => aWhy({ ...ask, pages: 2, counting: 10_000, reasons, records }) });

    await harness.pressForged("U0ANA", {
      actionId: "why_export",
      value: `phone_call_quantity me ${TODAY} ${TODAY} 0`,
    });

    const { said, rows } = await file("U0ANA");
    expect(said).toMatch(/^\*Calls of Ana Torres: Oct 28\*.*\nthe first 10,000 of 12,345 records/);
    expect(said).not.toContain("add up");
    expect(rows).toHaveLength(10_000);
  });

  it("sends a manager of West nothing of East, Everyone or strangers, and a rep nothing of others", async () => {
    await start();
    const value = (whose: string) => `phone_call_quantity ${whose} ${TODAY} ${TODAY} 0`;
    for (const [user, whose] of [
      [MAX, "team:east"],
      [MAX, "U0NEW"],
      ["U0ANA", "U0BEN"],
      ["U0ANA", "team:west"],
    ] as const) {
      const before = harness.dm(user).length;
      await harness.pressForged(user, { actionId: "why_export", value: value(whose) });
      await eventually(() => harness.dm(user).length > before + 1);
    }
    for (const team of ["east", "everyone"]) {
      await harness.pressForged(MAX, { actionId: "team_export", value: team });
      await eventually(() => harness.modalSays(MAX)[0]?.startsWith("Only a team's managers and admins"));
      await harness.slack.closeView({ user: MAX });
    }

    expect([...harness.dm(MAX), ...harness.dm("U0ANA")].filter(({ files = [] }) => files.length > 0)).toEqual([]);
    expect(harness.calls("files.getUploadURLExternal")).toEqual([]);
  });

  it("says which scope is missing where Slack refuses files", async () => {
    await start(SCOPES);

    await harness.pressForged(MAX, { actionId: "team_export", value: "west" });

    await eventually(() => harness.dm(MAX).at(-1)?.text.includes("add the scope `files:write`"));
    expect(harness.entries.at("error")).toEqual([]);
  });
});

/** The value of the first button about a metric. */
function valueWith(type: string, shown: unknown): string {
  return new RegExp(`"(${type}[^"]+)"`).exec(JSON.stringify(shown))?.[1] ?? "";
}
