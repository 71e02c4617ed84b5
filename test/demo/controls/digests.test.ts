import { ADMIN, REPS } from "../../../src/demo/sample/team";
import { TEAM_CHANNELS } from "../../../src/demo/sample/teams";
import type { SlackMessage } from "../../../src/demo/slack/state/messages";
import { syncedDemo } from "../../support/harness/demo/controls";

const ANA = REPS.ana.slack;
const FIVE = Object.values(REPS).map(({ slack }) => slack);

describe("the morning after the sample's afternoon", () => {
  const { demo, move } = syncedDemo(ANA);
  const digestMessages = () =>
    demo()
      .fakes.slack.allMessages()
      .filter(({ text }) => text.startsWith("Your goals for"));

  it("brings each of the five reps one digest in their own DM, as of their own eight o'clock, however long the sync before takes", async () => {
    // Longer than messages wait at once.
    demo().fakes.justcall.faults.push({ effect: { kind: "slow", ms: 26_000 } });
    await move("tomorrow");

    const got = digestMessages();
    expect(got.map(({ channel }) => channel).sort()).toEqual(FIVE.map((id) => demo().fakes.slack.dm(id)).sort());
    expect(new Set(got.map(titleOf))).toEqual(new Set(["Your goals for Thu, Oct 29"]));
  }, 120_000);

  it("brings the channel one leaderboard, with names and results and nobody's target", () => {
    const [board, ...others] = demo()
      .fakes.slack.allMessages()
      .filter(({ text }) => text.startsWith("Everyone's leaderboard"));

    expect(others).toEqual([]);
    expect(board?.channel).toBe("C0SALES001");
    expect(board?.text).toMatch(/^Everyone's leaderboard: this week through yesterday \(Wed, Oct 28\)\. /);
    expect(JSON.stringify(board?.blocks)).toContain("Ben Okafor");
    expect(JSON.stringify(board?.blocks)).not.toMatch(/(?<!top )\d of [\d$]|target|quota|goal/i);
  });

  it("brings each team's channel the board of its own members, whose names are in no other team's", () => {
    const boards = demo()
      .fakes.slack.allMessages()
      .filter(({ text }) => /^(East|West)'s leaderboard: /.test(text));
    const names = (board: SlackMessage | undefined) =>
      ["Ana Torres", "Ben Okafor", "Chloé Martin", "Dev Patel", "Maya Brooks"].filter((name) =>
        JSON.stringify(board?.blocks).includes(name),
      );

    expect(boards.map(({ channel }) => channel).sort()).toEqual(TEAM_CHANNELS.map(({ id }) => id).sort());
    const [east, west] = ["East", "West"].map((team) => boards.find(({ text }) => text.startsWith(team)));
    expect(names(east)).toEqual(["Ben Okafor", "Chloé Martin"]);
    expect(names(west)).toEqual(["Ana Torres", "Dev Patel", "Maya Brooks"]);
  });

  it("brings nothing more when the clock is moved back and forth again", async () => {
    const before = demo().fakes.slack.allMessages().length;

    await move("now");
    await move("tomorrow");
    await move("hour");

    expect(demo().fakes.slack.allMessages()).toHaveLength(before);
  }, 120_000);

  it("brings one more digest to whoever asks for it, once however often they press", async () => {
    const { app } = demo();
    const { requests: asked } = app.digests;
    const before = digestMessages().length;
    const again = await asked.nextResend(ANA);
    expect(again).toEqual({ day: "2026-10-29", number: 1 });

    await asked.resend(ANA, again);
    await asked.resend(ANA, again);
    await app.tick();

    expect(digestMessages()).toHaveLength(before + 1);
    expect(await asked.nextResend(ANA)).toEqual({ day: "2026-10-29", number: 2 });
  }, 60_000);

  it("tells an admin once of digests that were missed by noon", async () => {
    const { app, clock, fakes } = demo();
    clock.moveTo(new Date("2026-10-30T20:00:00Z"));

    await app.tick();
    await app.tick();

    const reported = fakes.slack.messages(fakes.slack.dm(ADMIN.slack)).map(({ text }) => text);
    expect(reported).toHaveLength(1);
    expect(reported[0]).toMatch(/^:warning: 8 messages may not have arrived:/);
    for (const id of FIVE)
      expect(reported[0]).toContain(`the digest of <@${id}> for Fri, Oct 30 was not posted in time`);
    expect(digestMessages()).toHaveLength(FIVE.length + 1);
  }, 60_000);
});

function titleOf({ text }: SlackMessage): string {
  return text.split(/[.:]/)[0] ?? "";
}
