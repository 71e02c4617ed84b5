import { type FakeSlack, startFakeSlack } from "../../../src/demo/slack/fake-slack";
import { adminAlerts } from "../../../src/slack/digests/alerts";
import { slackClient } from "../../../src/slack/platform/clients";
import { day, zoneDays } from "../../../src/time/day";
import { aMember, byEmail } from "../../support/builders/people";

const TOKEN = "xoxb-of-tests";
const ROW = { kind: "digest", to: "U0ANA", day: day("2026-10-29"), state: "failed", reason: "user_disabled" } as const;
const log = { debug() {}, info() {}, warn() {}, error() {} };

describe("an alert", () => {
  let slack: FakeSlack;
  beforeEach(async () => {
    next = null;
    slack = await startFakeSlack({
      now: () => new Date("2026-10-29T12:00:00Z"),
      signingSecret: "secret-of-tests",
      botToken: TOKEN,
      team: { id: "T0LAB", name: "Lab" },
      members: ["alex", "maya", "ana"].map((name) => aMember(`U0${name.toUpperCase()}`, byEmail(`${name}@acme.com`))),
    });
  });
  afterEach(() => slack.close());
  let next: Date | null;
  const tell = (...admins: string[]) =>
    adminAlerts({
      ...{ client: slackClient({ token: TOKEN, apiUrl: slack.url, log }), admins: async () => admins, log },
      ...{
        nextSync: async () => next,
        days: zoneDays("America/New_York"),
        now: () => new Date("2026-10-29T12:00:00Z"),
      },
    });
  const read = (user: string) => slack.messages(slack.dm(user)).map(({ text }) => text);

  it("reaches every admin in their own DM, and nobody else", async () => {
    await tell("U0ALEX", "U0MAYA")({ kind: "undelivered", rows: [ROW] });

    const said =
      ":warning: 1 message may not have arrived:\n• the digest of <@U0ANA> for Thu, Oct 29 was not posted: user_disabled";
    expect([read("U0ALEX"), read("U0MAYA"), read("U0ANA")]).toEqual([[said], [said], []]);
  });

  it("is not sent to an admin who has read it in a report, and has arrived where there is no other", async () => {
    const alert = { kind: "undelivered", rows: [ROW] } as const;
    await tell("U0ALEX", "U0MAYA")(alert, { readers: ["U0ALEX"] });
    await tell("U0ALEX")(alert, { readers: ["U0ALEX"] });

    expect([read("U0ALEX").length, read("U0MAYA").length]).toEqual([0, 1]);
    await expect(tell()(alert)).rejects.toThrow("No admin could be told");
  });

  it.each([
    [
      { ...ROW, state: "unknown", reason: null } as const,
      "• the digest of <@U0ANA> for Thu, Oct 29 may or may not have arrived, and won't be posted again; ask them, and if it's missing, have them type `/goals digest send`",
    ],
    [
      { ...ROW, kind: "recap", state: "unknown", reason: "timeout" } as const,
      "• the team recap of <@U0ANA> for Thu, Oct 29 may or may not have arrived, and won't be posted again: timeout; ask them, and if it's missing, have them type `/goals team`",
    ],
    [
      { ...ROW, kind: "board", to: "C0SALES", state: "unknown", reason: null } as const,
      "• the board in <#C0SALES> for Thu, Oct 29 may or may not have arrived, and won't be posted again; look there, and if it's missing, type `/goals board` and press *Post*",
    ],
  ])("says what to do about a message that may have arrived: %j", async (row, line) => {
    await tell("U0ALEX")({ kind: "undelivered", rows: [row] });

    expect(read("U0ALEX")).toEqual([`:warning: 1 message may not have arrived:\n${line}`]);
  });

  it("names the first of many, and how many more there are", async () => {
    await tell("U0ALEX")({ kind: "undelivered", rows: Array.from({ length: 1_000 }, () => ROW) });

    const [text = ""] = read("U0ALEX");
    expect(text.split("\n")).toHaveLength(17);
    expect(text).toContain("1,000 messages");
    expect(text).toContain("• and 985 more: `/goals deliveries` lists them");
  });

  it("shows a reason literally", async () => {
    await tell("U0ALEX")({ kind: "undelivered", rows: [{ ...ROW, reason: "<!channel> & co" }] });

    expect(read("U0ALEX")[0]).toContain("&lt;!channel&gt; &amp; co");
  });

  it.each([
    [{ kind: "signed-out", reason: "token_revoked" } as const, "(token_revoked). Renew SLACK_BOT_TOKEN"],
    [
      { kind: "signing-secret" } as const,
      "In your Slack app, copy the Signing Secret from *Basic Information*, set it in `.env`, and restart Paceline.",
    ],
    [{ kind: "too-many-posts", posts: 11, most: 11 } as const, "11 messages for one day went out to 11 receivers"],
    [{ kind: "clock", seconds: -7_200 } as const, "7,200 seconds behind the database."],
    [
      {
        ...({ kind: "expiring", source: "justcall", lostFrom: day("2026-11-05") } as const),
        unread: { from: day("2026-08-07"), to: day("2026-10-29") },
      },
      "JustCall hasn't been read since Fri, Aug 7, and gives its records for a while only. From Thu, Nov 5 on, days are lost for good. Type `/sync 2026-08-07..2026-10-29`.",
    ],
    [
      { kind: "was-down", from: new Date("2026-10-29T02:00Z"), until: new Date("2026-10-29T11:00Z") } as const,
      "Nothing ran by itself from <!date^1793239200^{date_short_pretty} at {time}|Oct 29, 2026, 2:00 AM UTC> to ",
    ],
    [
      { kind: "was-down", from: new Date("2026-10-29T02:00Z"), until: new Date("2026-10-29T11:00Z") } as const,
      "Paceline or its machine was stopped, or MongoDB couldn't be reached.",
    ],
    [
      { kind: "disk-low", at: new Date(), freeMegabytes: 1_900 } as const,
      "MongoDB's disk is nearly full: 1,900 MB are free.",
    ],
    [{ kind: "disk-back", at: new Date() } as const, "MongoDB's disk has room again. Nothing to do."],
    [{ kind: "clock", seconds: 61 } as const, "61 seconds ahead of the database."],
  ])("says what is wrong: %j", async (alert, words) => {
    await tell("U0ALEX")(alert);

    expect(read("U0ALEX")[0]).toContain(words);
  });

  it("says of a source that broke what to do, and of one that is back that there is nothing", async () => {
    const at = new Date("2026-10-29T06:00:00Z");
    const problem = "JustCall refuses the key (401): renew it in JUSTCALL_API_KEY";
    await tell("U0ALEX")({ kind: "source-broke", source: "justcall", at, fault: "credentials", problem });
    await tell("U0ALEX")({ kind: "source-back", source: "justcall", at });

    const [broke, back] = read("U0ALEX");
    expect(broke).toContain(
      `\n${problem}. Put in a working key with \`npm run setup\`, restart Paceline, then run \`/sync\`.`,
    );
    expect(back).toMatch(/^:white_check_mark: \*JustCall\* is back/);
  });

  it("says of a source that is down when the next sync is, and of none where none is scheduled", async () => {
    const at = new Date("2026-10-29T06:00:00Z");
    const broke = {
      kind: "source-broke",
      source: "justcall",
      at,
      fault: "unreachable",
      problem: "It is down",
    } as const;
    await tell("U0ALEX")(broke);
    next = new Date("2026-10-30T06:30:00Z");
    await tell("U0ALEX")(broke);

    expect(read("U0ALEX").map((text) => text.split("\n")[1])).toEqual([
      "It is down. Run `/sync` again later.",
      "It is down. Run `/sync` again later, or wait for the next sync, <!date^1793341800^{date_short_pretty} at {time}|Oct 30, 2:30 AM EDT>.",
    ]);
  });

  it("has worked when one admin was told, and fails when none was", async () => {
    await tell("U0GONE", "U0ALEX")({ kind: "clock", seconds: 90 });

    expect(read("U0ALEX")).toHaveLength(1);
    await expect(tell("U0GONE")({ kind: "clock", seconds: 90 })).rejects.toThrow("No admin could be told");
    await expect(tell()({ kind: "clock", seconds: 90 })).rejects.toThrow("No admin could be told");
  });
});
