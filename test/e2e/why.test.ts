import { randomUUID } from "node:crypto";
import { paceline } from "../../src/app";
import { parseEnv } from "../../src/config/config";
import { demoClock } from "../../src/demo/clock";
import { startFakes } from "../../src/demo/fakes";
import { SAMPLE_NOW, SAMPLE_WINDOW, SAMPLE_ZONE } from "../../src/demo/sample/dates";
import { sampleMonth, seed } from "../../src/demo/sample/sample-month";
import { REPS } from "../../src/demo/sample/team";
import { testDatabase } from "../support/env/database";
import { recordedLog, recordSecrets, secretsIn } from "../support/env/logs/recorded-logs";
import { lines } from "../support/harness/slack-blocks";
import { eventually } from "../support/wait";

const ANA = REPS.ana.slack;

describe("the sample month's figures", () => {
  const test = testDatabase();

  it("are explained record by record: what every page lists makes the number in Home", async () => {
    const { slack, text, press, close } = await aWorkspace();
    try {
      await slack.openHome(ANA);
      const home = await eventually(() => slack.home(ANA)?.blocks && JSON.stringify(slack.home(ANA)?.blocks));
      const inHome = /\*Calls\*.*? Month: \*([\d,]+) of/.exec(home)?.[1];

      await slack.command({ user: ANA, command: "/goals", text: "why calls 2026-10-01..2026-10-31" });
      const listed: string[] = [];
      let page = await eventually(() => text());
      const title = /# ([\d,]+) calls in October/.exec(page)?.[1];
      for (;;) {
        listed.push(...recordsOf(page));
        if (!page.includes("[why_next]")) break;
        const before = page;
        await press("why_next");
        page = await eventually(() => (text() === before ? null : text()));
      }

      const counting = listed.filter((line) => !line.startsWith("*Not counted*"));
      expect(title).toBe(inHome);
      expect(String(counting.length)).toBe(inHome);
      expect(new Set(listed).size).toBe(listed.length);
      expect(listed.filter((line) => !counting.includes(line))).toEqual([
        expect.stringMatching(/duplicate of JustCall call \d+$/),
        expect.stringMatching(/duplicate of JustCall call \d+$/),
      ]);
    } finally {
      await close();
    }
  });

  /** The real app on stand-ins that hold the sample month, synced once. */
  async function aWorkspace() {
    const { now } = demoClock(SAMPLE_NOW);
    const month = sampleMonth();
    const { slack, env, close } = await startFakes(month, now);
    await seed(test.db, month);
    const log = recordedLog();
    recordSecrets(secretsIn(env));
    const config = parseEnv({ ...env, TEAM_TIMEZONE: SAMPLE_ZONE, MONGODB_URI: test.uri }, "server");
    const app = await paceline({
      config,
      database: test.database,
      log,
      now,
      clock: Date.now,
      newId: randomUUID,
      owner: "test",
    });
    await app.sync.request({ range: SAMPLE_WINDOW, userId: "cli", trigger: "cli" });
    const server = app.server();
    slack.connect(`http://127.0.0.1:${await server.start(0)}/slack/events`);
    const answer = () => slack.messages(slack.dm(ANA)).findLast(({ to }) => to === ANA);
    return {
      slack,
      text: () => answer() && textOf(answer()?.blocks ?? []),
      press: (actionId: string) =>
        slack.action({ user: ANA, from: { channel: slack.dm(ANA), messageTs: answer()?.ts ?? "" }, actionId }),
      close: async () => {
        await server.stop();
        await close();
      },
    };
  }
});

/** A page's records, each behind the heading of its day. */
function recordsOf(page: string): readonly string[] {
  let heading = "";
  return page
    .slice(page.indexOf("*Records*"))
    .split("\n")
    .flatMap((line) => {
      if (/^\*\w{3}, \w{3} \d+\*/.test(line)) heading = line.replace(/\*: .*/, "*");
      else if (line === "*Not counted*") heading = line;
      return line.startsWith("• ") ? [`${heading} ${line}`] : [];
    });
}

/** What blocks say: headings with `#`, buttons as `[action_id]`. */
function textOf(blocks: readonly unknown[]): string {
  return lines(JSON.parse(JSON.stringify(blocks))).join("\n");
}
