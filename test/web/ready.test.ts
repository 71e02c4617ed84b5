import { type ReadyDeps, readyRoute } from "../../src/web/health";
import { serve } from "../support/env/served-routes";

const well: ReadyDeps = {
  reachesDatabase: async () => {},
  signedIn: async () => true,
  tickAgeMs: () => 0,
};

async function ask(deps: Partial<ReadyDeps>) {
  const served = await serve(readyRoute({ ...well, ...deps }));
  const answer = await fetch(served.url);
  const body = await answer.json();
  await served.close();
  return [answer.status, body];
}

describe("GET /readyz", () => {
  it("answers 200 while the database, Slack and the tick are well", async () => {
    expect(await ask({ tickAgeMs: () => 180_000 })).toEqual([200, { status: "ready" }]);
  });

  it.each([
    [
      "the database does not answer",
      { reachesDatabase: async () => Promise.reject(new Error("gone")) },
      { database: "does not answer" },
    ],
    [
      "Slack refuses the sign-in",
      { signedIn: async () => false },
      { slack: "refuses the sign-in: renew SLACK_BOT_TOKEN" },
    ],
    [
      "the last tick is older than three minutes",
      { tickAgeMs: () => 181_000 },
      { tick: "the last one came 181 s ago" },
    ],
    ["no tick has come yet", { tickAgeMs: () => null }, { tick: "none has come yet" }],
  ])("answers 503 when %s, and says so", async (_when, deps, problem) => {
    expect(await ask(deps)).toEqual([503, { status: "not ready", ...problem }]);
  });
});
