import { slackApp } from "../../src/slack/app";
import { readMembers } from "../../src/slack/platform/members";
import { zoneDays } from "../../src/time/day";
import { aReport } from "../support/builders/reports";
import { unusedDeps } from "../support/fakes/unused-deps";
import { aMember } from "../support/sync-rig";
import { eventually } from "../support/wait";
import { type SlackLab, slackLab } from "./lab";

const labs: SlackLab[] = [];

async function aLab(options?: Parameters<typeof slackLab>[0]): Promise<SlackLab> {
  const lab = await slackLab(options);
  labs.push(lab);
  return lab;
}

afterEach(async () => {
  await Promise.all(labs.splice(0).map((lab) => lab.close()));
});

describe("the door to Slack", () => {
  it("waits, when it stops, for the sync it has answered for, and delivers its report", async () => {
    const lab = await aLab();
    const told: string[] = [];
    await lab.command("U0ANA", "/sync", "");
    const run = await eventually(() => lab.sync.runs[0]);

    const stopped = lab.app.stop().then(() => told.push("stopped"));
    await expect(fetch(`http://127.0.0.1:${lab.port}/slack/events`, { method: "POST" })).rejects.toThrow();
    expect(told).toEqual([]);
    run.end(aReport());
    await stopped;

    expect(lab.dm("U0ANA").map(({ text }) => text)).toEqual([expect.stringMatching(/^✅ Synced 29 Sep – 28 Oct\./)]);
    expect(lab.responses()).toEqual([expect.objectContaining({ text: expect.stringMatching(/^Done: synced/) })]);
    expect(lab.log.at("warn", "error")).toEqual([]);
  });

  it("stops at once when nothing is being worked on, and twice as well as once", async () => {
    const lab = await aLab();
    const began = performance.now();

    await lab.app.stop();
    await lab.app.stop();

    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it("serves other rooms' routes; one that rejects answers 500 and hangs nothing", async () => {
    const lab = await aLab({
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
        const answer = await fetch(`http://127.0.0.1:${lab.port}/${path}`);
        return [answer.status, await answer.text()];
      }),
    );

    const sorry = `${JSON.stringify({ error: "Something went wrong here; Paceline's log says what." })}\n`;
    expect(answers).toEqual([
      [200, "fine"],
      [500, sorry],
      [500, sorry],
    ]);
    expect(lab.log.at("error").map(({ message }) => message)).toEqual(["A route failed", "A route failed"]);
    await lab.app.stop();
  });

  it("refuses what Slack did not sign", async () => {
    const lab = await aLab();
    const answer = await fetch(`http://127.0.0.1:${lab.port}/slack/events`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "command=%2Fsync&user_id=U0ANA&text=",
    });

    expect(answer.status).toBe(401);
    expect(lab.sync.runs).toEqual([]);
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
      ...unusedDeps(),
      role: async () => null,
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
  it("reads every page of 200", async () => {
    const lab = await aLab();
    for (let index = 0; index < 450; index += 1) lab.slack.putMember(aMember(`U1${index}`, `rep${index}@acme.com`));

    const members = await readMembers(lab.app.client);

    expect(new Set(members.map(({ id }) => id)).size).toBe(members.length);
    expect(members.filter(({ id }) => id.startsWith("U1"))).toHaveLength(450);
    expect(members.find(({ id }) => id === "U0GUEST")).toMatchObject({ guest: true, email: "guest@agency.example" });
    expect(lab.calls("users.list").map(({ args }) => args.limit)).toEqual(["200", "200", "200"]);
  });
});
