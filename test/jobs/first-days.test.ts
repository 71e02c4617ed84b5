import { type FakeSlack, startFakeSlack } from "../../src/demo/slack/fake-slack";
import { SEND_RATE, sendRateStore } from "../../src/digests/delivery/send-rate-store";
import { checklistStore } from "../../src/jobs/checklist-store";
import { type FirstDaysJobDeps, firstDays } from "../../src/jobs/first-days";
import { slackPoster } from "../../src/slack/digests/poster";
import { slackClient } from "../../src/slack/platform/clients";
import { sectionMessage } from "../../src/slack/ui/blocks";
import { aMember, byEmail } from "../support/builders/people";
import { testDatabase } from "../support/env/database";
import { memoryLog } from "../support/fakes/memory-log";

const TOKEN = "xoxb-of-tests";
const ADMIN = "U0ALEX";
const signal = new AbortController().signal;

describe("the checklist of the first days", () => {
  const test = testDatabase();
  let slack: FakeSlack;
  let done: number;
  let renders: number;
  beforeEach(async () => {
    done = 1;
    renders = 0;
    slack = await startFakeSlack({
      now: () => new Date(),
      signingSecret: "secret-of-tests",
      botToken: TOKEN,
      team: { id: "T0LAB", name: "Lab" },
      members: [aMember(ADMIN, byEmail("alex@acme.com"))],
    });
  });
  afterEach(() => slack.close());

  /** One process's job, as every replica runs it each minute. */
  const process = (more: Partial<FirstDaysJobDeps> = {}) => {
    const log = memoryLog();
    const access = { token: TOKEN, apiUrl: slack.url, log };
    const client = slackClient(access);
    return firstDays({
      ...{ wanted: true, isNew: async () => true, recipient: async () => ADMIN, store: checklistStore(test.db) },
      render: async () => {
        renders += 1;
        const { text, blocks } = sectionMessage(`${done} of 6 done`);
        return { text, blocks, plain: blocks, key: String(done), isDone: done === 6 };
      },
      poster: slackPoster(access),
      update: async ({ channel, ts }, { text, blocks }) => {
        await client.apiCall("chat.update", { channel, ts, text, blocks });
      },
      paused: sendRateStore(test.db, SEND_RATE).paused,
      ...{ now: () => new Date(), clock: () => 0, log },
      ...more,
    });
  };
  const everywhere = () => Promise.all([process(), process(), process()].map((one) => one.run(signal)));
  const read = () => slack.messages(slack.dm(ADMIN)).map(({ text }) => text);
  const calls = (method: string) => slack.calls.filter((call) => call.method === method).length;
  /** Lets the claim of whoever had it come to its end. */
  const claimEnds = () =>
    test.db.collection("settings").updateOne({ attemptedAt: { $exists: true } }, { $set: { until: new Date(0) } });

  it("is one message over three replicas, edited when a step is done, and let alone once all are", async () => {
    await everywhere();
    await everywhere();
    const first = read();
    done = 3;
    await everywhere();
    done = 6;
    await everywhere();
    done = 2;
    await everywhere();

    expect(first).toEqual(["1 of 6 done"]);
    expect(read()).toEqual(["6 of 6 done"]);
    expect([calls("chat.postMessage"), calls("chat.update")]).toEqual([1, 2]);
  });

  it("is not edited by a process that looked before another one edited it", async () => {
    await everywhere();
    const { text, blocks } = sectionMessage("2 of 6 done");
    const late = process({
      render: async () => {
        done = 3;
        await process().run(signal);
        return { text, blocks, plain: blocks, key: "2", isDone: false };
      },
    });

    await late.run(signal);

    expect(read()).toEqual(["3 of 6 done"]);
    expect(calls("chat.update")).toBe(1);
    done = 4;
    await process().run(signal);
    expect(read()).toEqual(["4 of 6 done"]);
  });

  it("is looked for in Slack before it is posted again, where nobody knows whether it arrived", async () => {
    slack.faults.push({ method: "chat.postMessage", outcome: { status: 500, accept: true } });
    await process().run(signal);
    await process().run(signal);
    const whileClaimed = calls("chat.postMessage");
    await claimEnds();
    done = 2;
    await everywhere();

    expect(whileClaimed).toBe(1);
    expect(read()).toEqual(["2 of 6 done"]);
    expect(calls("chat.postMessage")).toBe(1);
  });

  it("is posted again where it did not arrive", async () => {
    slack.faults.push({ method: "chat.postMessage", outcome: { status: 500 } });
    await process().run(signal);
    await claimEnds();
    await everywhere();

    expect(read()).toEqual(["1 of 6 done"]);
  });

  it("is posted once somebody is known to get it", async () => {
    await process({ recipient: async () => null }).run(signal);
    await process().run(signal);

    expect(read()).toEqual(["1 of 6 done"]);
  });

  it("does not come back once it was deleted", async () => {
    await process().run(signal);
    slack.faults.push({ method: "chat.update", outcome: { error: "message_not_found" } });
    done = 2;
    await process().run(signal);
    done = 3;
    await everywhere();

    expect([calls("chat.postMessage"), calls("chat.update")]).toEqual([1, 1]);
  });

  it.each([
    ["a team that has used Paceline for long", { isNew: async () => false }],
    ["one that starts with all done", {}],
    ["one that wants nothing at the start", { wanted: false }],
  ])("is not sent to %s, then or later", async (_whom, more) => {
    done = "isNew" in more || "wanted" in more ? 1 : 6;
    await process(more).run(signal);
    done = 2;
    await process(more).run(signal);

    expect(calls("chat.postMessage")).toBe(0);
  });

  it("reads what is done with each tick of the first hour, and after that every ten minutes at most", async () => {
    let clock = 0;
    const begun = Date.now();
    const job = process({ clock: () => clock, now: () => new Date(begun + clock) });
    const seen: number[] = [];
    for (const minute of [0, 1, 2, 58, 61, 67, 68, 69, 78]) {
      clock = minute * 60_000;
      await job.run(signal);
      seen.push(renders);
    }

    expect(seen).toEqual([1, 2, 3, 4, 4, 4, 5, 5, 6]);
  });

  it("is over after two weeks, whatever is left, and nothing is read for it any more", async () => {
    const later = (days: number) => process({ now: () => new Date(Date.now() + days * 86_400_000) }).run(signal);
    await process().run(signal);
    done = 2;
    await later(13);
    const within = [read(), renders];
    done = 3;
    await later(14);
    await later(0);

    expect(within).toEqual([["2 of 6 done"], 2]);
    expect([read(), renders]).toEqual([["2 of 6 done"], 2]);
  });

  it("is given up where nobody was known to get it while the team was new", async () => {
    await process({ recipient: async () => null }).run(signal);
    await process({ isNew: async () => false }).run(signal);
    await process().run(signal);

    expect([calls("chat.postMessage"), renders]).toEqual([0, 1]);
  });

  it("waits where Slack has asked everybody to wait", async () => {
    await process({ paused: async () => 30_000 }).run(signal);
    expect(calls("chat.postMessage")).toBe(0);
    await process().run(signal);

    expect(read()).toEqual(["1 of 6 done"]);
  });
});
