import { SAMPLE_NOW } from "../../../src/demo/sample/dates";
import { type FakeSlack, startFakeSlack } from "../../../src/demo/slack/fake-slack";
import { noRetryClient } from "../../../src/slack/platform/clients";
import { ANSWER_HOLDS_MS, memberLookup } from "../../../src/slack/platform/member-lookup";
import { aMember } from "../../support/builders/people";
import { memoryLog } from "../../support/fakes/memory-log";
import { SECRETS } from "../../support/harness/slack";

describe("asking Slack who somebody is", () => {
  let slack: FakeSlack;
  let at = 0;
  /** Slack has long to answer: on a busy machine a thousand questions wait for each other. */
  const lookup = () =>
    memberLookup({
      client: noRetryClient({ token: SECRETS.botToken, apiUrl: slack.url, log: memoryLog(), timeout: 60_000 }),
      clock: () => at,
    });
  const asked = () => slack.calls.filter(({ method }) => method === "users.info").length;
  const ANA = aMember("U0ANA");

  beforeEach(async () => {
    at = 0;
    const team = { id: "T0LAB", name: "Lab" };
    const members = [ANA, { ...aMember("U0FAR"), teamId: "T0FAR" }];
    slack = await startFakeSlack({ ...SECRETS, now: () => SAMPLE_NOW, team, members, rateLimits: false });
  });
  afterEach(() => slack.close());

  it("tells members, people of other workspaces and nobody apart", async () => {
    const ask = lookup();

    expect(await ask("U0ANA")).toEqual({ kind: "member", member: ANA });
    expect(await ask("U0FAR")).toMatchObject({ kind: "member", member: { guest: true } });
    expect(await ask("U0NOBODY")).toEqual({ kind: "nobody" });
  });

  it("happens once for all that one event asks, and again when the answer is too old", async () => {
    const ask = lookup();
    await Promise.all([ask("U0ANA"), ask("U0ANA"), ask("U0ANA")]);
    at = ANSWER_HOLDS_MS - 1;
    await ask("U0ANA");
    expect(asked()).toBe(1);

    slack.putMember({ ...ANA, guest: true });
    at = ANSWER_HOLDS_MS;

    expect(await ask("U0ANA")).toMatchObject({ member: { guest: true } });
    expect(asked()).toBe(2);
  });

  it("leaves the last answer standing when Slack cannot be asked, and says so where there is none", async () => {
    const ask = lookup();
    slack.putMember({ ...ANA, guest: true });
    await ask("U0ANA");
    at = ANSWER_HOLDS_MS;
    slack.faults.push({ method: "users.info", times: 2, outcome: { status: 429, retryAfter: 30 } });

    expect(await ask("U0ANA")).toMatchObject({ kind: "member", member: { guest: true } });
    expect(await ask("U0FAR")).toMatchObject({ kind: "unanswered" });
  });

  it("remembers a thousand people and forgets the oldest", async () => {
    const ask = lookup();
    await ask("U0ANA");
    const others = Array.from({ length: 1_000 }, (_, index) => `U1${String(index).padStart(4, "0")}`);
    for (let next = 0; next < others.length; next += 50) await Promise.all(others.slice(next, next + 50).map(ask));

    await Promise.all([ask("U10999"), ask("U0ANA")]);

    expect(asked()).toBe(1_002);
  });
});
