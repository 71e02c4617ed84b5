import { type Fakes, startFakes } from "../../src/demo/fakes";
import type { Finding } from "../../src/doctor/finding";
import { addDays } from "../../src/time/day";
import { bigMonth } from "../support/builders/big-months";
import { days, ZONE } from "../support/builders/team-zone";
import { type Built, runBuilt } from "../support/env/built";
import { testDatabase } from "../support/env/database";
import { eventually } from "../support/wait";

const ANA = "U0REP00000";
const WRONG = "another-signing-secret-of-tests";
const now = () => new Date();

describe("a signing secret of another app", () => {
  const test = testDatabase();
  let fakes: Fakes;
  let built: Built | undefined;
  beforeEach(async () => {
    const to = days.dayOf(now());
    fakes = await startFakes(
      bigMonth(
        { reps: 1, mails: 1, copperCalls: 1, justcallCalls: 1 },
        { window: { from: addDays(to, -1), to }, now: now() },
      ),
      now,
    );
  });
  afterEach(async () => {
    built?.child.kill("SIGTERM");
    await built?.ended();
    await fakes.close();
  });

  const env = (secret: string) => ({
    ...fakes.env,
    SLACK_SIGNING_SECRET: secret,
    ADMIN_SLACK_IDS: ANA,
    ...{ MONGODB_URI: test.uri, MONGODB_DATABASE: test.name, TEAM_TIMEZONE: ZONE, PORT: "0" },
    ...{ NIGHTLY_SYNC_AT: "off", SYNC_ON_START: "off" },
  });
  const start = async (secret: string) => {
    const server = runBuilt("main.js", { env: env(secret) });
    built = server;
    const port = await eventually(() => /"port":(\d+)/.exec(server.out())?.[1]);
    fakes.slack.connect(`http://127.0.0.1:${port}/slack/events`);
    return server;
  };
  const doctor = async (secret: string): Promise<Finding | undefined> => {
    const run = runBuilt("cli/index.js", { args: ["doctor", "--json"], env: env(secret) });
    await run.ended();
    const { findings }: { findings: readonly Finding[] } = JSON.parse(run.out());
    return findings.find(({ id }) => id.startsWith("slack-signing-secret"));
  };
  const help = () => fakes.slack.command({ user: ANA, command: "/goals", text: "help" });

  it("is told in the log and by the doctor, until a request is right", async () => {
    const wrong = await start(WRONG);
    expect((await help()).status).toBe(401);

    await eventually(() => wrong.out().includes("Slack's requests are signed with another secret"));
    expect(await doctor(WRONG)).toMatchObject({
      state: "fault",
      todo: expect.stringContaining("Copy the Signing Secret"),
    });
    // Whoever puts another in has only to restart what runs, which another finding says.
    expect(await doctor(fakes.env.SLACK_SIGNING_SECRET)).toMatchObject({ state: "fault", todo: "Restart Paceline." });
    wrong.child.kill("SIGTERM");
    await wrong.ended();

    await start(fakes.env.SLACK_SIGNING_SECRET);
    expect((await help()).status).toBe(200);
    expect(await doctor(fakes.env.SLACK_SIGNING_SECRET)).toBeUndefined();
  });
});
