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
  let address: string;
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
    address = `http://127.0.0.1:${port}/slack/events`;
    fakes.slack.connect(address);
    return server;
  };
  const doctor = async (secret: string, id = "slack-signing-secret"): Promise<Finding | undefined> => {
    const url = { PUBLIC_URL: new URL(address).origin };
    const run = runBuilt("cli/index.js", { args: ["doctor", "--json"], env: { ...env(secret), ...url } });
    await run.ended();
    const { findings }: { findings: readonly Finding[] } = JSON.parse(run.out());
    return findings.find((one) => one.id.startsWith(id));
  };
  const signedOtherwise = (token: string) => {
    const { appId } = fakes.slack.bot;
    const fields = {
      token,
      team_id: "T0ANOTHER",
      api_app_id: appId,
      user_id: ANA,
      command: "/goals",
      text: "",
    };
    const at = String(Math.floor(Date.now() / 1_000));
    const type = "application/x-www-form-urlencoded";
    const headers = {
      "content-type": type,
      "x-slack-request-timestamp": at,
      "x-slack-signature": `v0=${"0".repeat(64)}`,
    };
    return fetch(address, { method: "POST", headers, body: new URLSearchParams(fields).toString() });
  };
  const help = () => fakes.slack.command({ user: ANA, command: "/goals", text: "help" });

  it("is told once it is made anew at Slack, though the one that runs was right, and not for what a stranger sends", async () => {
    const secret = fakes.env.SLACK_SIGNING_SECRET;
    await start(secret);
    expect((await help()).status).toBe(200);
    const settings = test.db.collection<{ _id: string; refused?: { count: number } }>("settings");
    const ofOurs = { _id: /^signatures:/ };
    const refused = async () => (await settings.findOne(ofOurs))?.refused?.count;
    await eventually(async () => (await settings.findOne(ofOurs)) !== null);

    // The stand-in's requests all have this token.
    for (const token of ["a-stranger's-guess", "not-used-any-more"]) {
      for (const _again of [1, 2, 3]) expect((await signedOtherwise(token)).status).toBe(401);
    }
    await eventually(async () => (await refused()) === 3);
    expect(await doctor(secret)).toBeUndefined();
    await settings.updateOne(ofOurs, [{ $set: { "refused.from": { $subtract: ["$refused.from", 5 * 60_000] } } }]);

    expect(await doctor(secret)).toMatchObject({
      state: "fault",
      says: expect.stringMatching(/which was right before, so commands and buttons fail: 3 requests since /),
    });
    // A moment of a proxy is over with the next that is right.
    expect((await help()).status).toBe(200);
    await eventually(async () => (await refused()) === undefined);
    expect(await doctor(secret)).toBeUndefined();
  });

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
    expect(await doctor(fakes.env.SLACK_SIGNING_SECRET, "paceline-running")).toMatchObject({ state: "ok" });
    expect(await doctor(fakes.env.SLACK_SIGNING_SECRET, "public-address")).toMatchObject({ state: "ok" });
  });
});
