import { slackApp } from "../../src/slack/app";
import { readMembers } from "../../src/slack/platform/members";
import { zoneDays } from "../../src/time/day";
import { aMember, byEmail } from "../support/builders/people";
import { aReport } from "../support/builders/reports";
import { unusedDeps } from "../support/fakes/unused-deps";
import { type SlackHarness, slackHarness } from "../support/harness/slack";
import { eventually } from "../support/wait";

const labs: SlackHarness[] = [];

async function aLab(options?: Parameters<typeof slackHarness>[0]): Promise<SlackHarness> {
  const harness = await slackHarness(options);
  labs.push(harness);
  return harness;
}

afterEach(async () => {
  await Promise.all(labs.splice(0).map((harness) => harness.close()));
});

describe("the Slack server", () => {
  it("waits, when it stops, for the sync it has answered for, and delivers its report", async () => {
    const harness = await aLab();
    const order: string[] = [];
    await harness.commandInChannel("U0ANA", "/sync", "");
    const run = await eventually(() => harness.sync.runs[0]);

    const stopped = harness.app.stop().then(() => order.push("stopped"));
    await expect(fetch(`http://127.0.0.1:${harness.port}/slack/events`, { method: "POST" })).rejects.toThrow();
    expect(order).toEqual([]);
    run.end(aReport());
    await stopped;

    expect(harness.dm("U0ANA").map(({ text }) => text)).toEqual([
      expect.stringMatching(/^✅ Synced Sep 29 – Oct 28\./),
    ]);
    expect(harness.responses()).toEqual([expect.objectContaining({ text: expect.stringMatching(/^Done: synced/) })]);
    expect(harness.log.at("warn", "error")).toEqual([]);
  });

  it("is reached from this machine alone, unless it is told to listen elsewhere, too", async () => {
    const harness = await aLab();
    // Another address of this machine: whoever listens on all of them listens on it.
    const reached = (port: number) =>
      fetch(`http://127.0.0.2:${port}/`).then(
        () => true,
        () => false,
      );

    const before = await reached(harness.port);
    await harness.app.stop();
    const everywhere = await reached(await harness.app.start(0, "0.0.0.0"));

    expect([before, everywhere]).toEqual([false, true]);
  });

  it("stops at once when nothing is being worked on, and twice as well as once", async () => {
    const harness = await aLab();
    const began = performance.now();

    await harness.app.stop();
    await harness.app.stop();

    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it("serves other rooms' routes; one that rejects answers 500 and hangs nothing", async () => {
    const harness = await aLab({
      routes: [
        {
          path: "/healthz",
          method: "GET",
          handler: async (_request, response) => {
            response.writeHead(200).end("fine");
          },
        },
        { path: "/rejects", method: "GET", handler: () => Promise.reject(new Error("secret detail")) },
        {
          path: "/throws",
          method: "GET",
          handler: () => {
            throw new Error("secret detail");
          },
        },
      ],
    });
    const answers = await Promise.all(
      ["healthz", "rejects", "throws"].map(async (path) => {
        const answer = await fetch(`http://127.0.0.1:${harness.port}/${path}`);
        return [answer.status, await answer.text()];
      }),
    );

    const error = "Something went wrong here; Paceline's log says what, under this reference";
    expect(answers).toEqual([
      [200, "fine"],
      [500, expect.stringContaining(error)],
      [500, expect.stringContaining(error)],
    ]);
    expect(harness.log.at("error").map(({ message }) => message)).toEqual(["A route failed", "A route failed"]);
    const logged = harness.log.at("error").map(({ fields }) => ("reference" in fields ? fields.reference : "none"));
    expect(
      answers
        .slice(1)
        .map(([, body]) => JSON.parse(String(body)).reference)
        .sort(),
    ).toEqual(logged.sort());
    await harness.app.stop();
  });

  it("refuses what Slack did not sign", async () => {
    const harness = await aLab();
    const answer = await fetch(`http://127.0.0.1:${harness.port}/slack/events`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "command=%2Fsync&user_id=U0ANA&text=",
    });

    expect(answer.status).toBe(401);
    expect(harness.sync.runs).toEqual([]);
  });

  it("tells whoever starts it that Slack refuses its token", async () => {
    const { slack, sync, log } = await aLab();
    const app = slackApp({
      signingSecret: "signing-secret-of-tests",
      botToken: "xoxb-of-somebody-else",
      apiUrl: slack.url,
      requestSync: sync.request,
      overview: () => Promise.reject(new Error("not asked for")),
      why: () => Promise.reject(new Error("not asked for")),
      freshness: async () => [],
      syncing: async () => false,
      ...unusedDeps(),
      actor: async (userId) => ({ userId, role: "newcomer" }),
      days: zoneDays("UTC"),
      now: () => new Date(0),
      log,
      reference: () => "ref",
    });

    await expect(app.start(0)).rejects.toThrow("invalid_auth");
    await expect(app.stop()).resolves.toBeUndefined();
  });
});

describe("readMembers", () => {
  it("reads every page of 1,000", async () => {
    const harness = await aLab();
    for (let index = 0; index < 2_450; index += 1)
      harness.slack.putMember(aMember(`U1${index}`, byEmail(`rep${index}@acme.com`)));

    const members = await readMembers(harness.app.client);

    expect(new Set(members.map(({ id }) => id)).size).toBe(members.length);
    expect(members.filter(({ id }) => id.startsWith("U1"))).toHaveLength(2_450);
    expect(members.find(({ id }) => id === "U0GUEST")).toMatchObject({ guest: true, email: "guest@agency.example" });
    expect(harness.calls("users.list").map(({ args }) => args.limit)).toEqual(["1000", "1000", "1000"]);
  });
});
