import { startFakeSlack } from "../../../src/demo/slack/fake-slack";
import { slackClient } from "../../../src/slack/platform/clients";
import { readMembers } from "../../../src/slack/platform/members";
import type { RunContext } from "../../../src/sync/run/context";
import { memberReader } from "../../../src/sync/run/member-reader";
import { readFreshness } from "../../../src/sync/state/source-state-store";
import { justcallFacts } from "../../support/builders/facts";
import { ANA_EMAIL, aMember, byEmail } from "../../support/builders/people";
import { testDatabase } from "../../support/env/database";
import { memoryLog } from "../../support/fakes/memory-log";
import { cellsOf, type Named, threeSources } from "../../support/harness/sync";
import { eventually } from "../../support/wait";

const TODAY = "2026-10-28";
const LATE = [expect.objectContaining({ source: "slack", kind: "throttled" })];

describe("a list of members that takes longer than the sources", () => {
  const test = testDatabase();
  const names = async () => {
    const found = await test.db.collection<Named>("users").find().sort({ _id: 1 }).toArray();
    return found.map(({ _id }) => _id);
  };

  /** Ana and Ben are known; from then on Slack's list, which has Cat too, ends when the test says so. */
  async function known() {
    const harness = threeSources(test.db, { patienceMs: 20 });
    await harness.sync(TODAY, TODAY);
    harness.members.push(aMember("UCAT", byEmail("cat@acme.com")));
    const held: (() => void)[] = [];
    harness.slack.before = () => new Promise<void>((go) => held.push(go));
    return { ...harness, held };
  }

  it("leaves the people known before standing, and the report says so", async () => {
    const { sync, justcall, held } = await known();
    justcall.facts = justcallFacts("1", { at: `${TODAY}T19:00:00Z`, owner: ANA_EMAIL });

    const { results } = await sync(TODAY, TODAY);

    expect(results.errors).toEqual(LATE);
    expect(results.justcall.counting).toBe(1);
    expect(await cellsOf(test.db)).toMatchObject({ "UANA_phone_call_quantity_2026-10-28_justcall": 1 });
    expect(await names()).toEqual(["UANA", "UBEN"]);
    held.splice(0).forEach((go) => {
      go();
    });
  });

  it("is read once over the runs that it takes, and used by the next one", async () => {
    const { sync, slack, held } = await known();
    await sync(TODAY, TODAY);
    await sync(TODAY, TODAY);
    const asked = held.length;
    held.splice(0).forEach((go) => {
      go();
    });
    await new Promise(setImmediate);

    const { results } = await sync(TODAY, TODAY);
    slack.before = async () => {};

    expect(asked).toBe(1);
    expect(held).toHaveLength(1);
    expect(results.errors).toEqual([]);
    expect(await names()).toEqual(["UANA", "UBEN", "UCAT"]);
  });

  it("is waited for to its end where nobody is known without it", async () => {
    const harness = threeSources(test.db, { patienceMs: 0 });
    harness.slack.before = async () => {
      for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate);
    };

    const { results } = await harness.sync(TODAY, TODAY);

    expect(results.errors).toEqual([]);
    expect(await names()).toEqual(["UANA", "UBEN"]);
  });

  it("is a request a thousand members, of which Slack allows twenty a minute: a sync of a day reports with all 12,000 and two bots", async () => {
    const { sync, lists, close } = await largeWorkspace({ rateLimits: true });

    const { results } = await sync(TODAY, TODAY);
    await close();

    expect(results.errors).toEqual([]);
    expect(lists()).toHaveLength(13);
    expect(await test.db.collection("users").countDocuments({ active: true })).toBe(12_000);
  });

  it("holds up neither report nor figures nor their freshness once its 12,000 are known, and is read to its end after the sync", async () => {
    const { sync, lists, justcall, parts, clock, gate, close } = await largeWorkspace({ rateLimits: false });
    await sync(TODAY, TODAY);
    const email = "rep7@acme.com";
    justcall.people?.push({ owner: email, name: "Rep 7", email });
    justcall.facts = justcallFacts("1", { at: `${TODAY}T19:00:00Z`, owner: email });
    clock.now = new Date("2026-10-28T22:00:00Z");
    const { open } = gate();

    const { results } = await sync(TODAY, TODAY);
    const atReport = lists().length;
    open();
    await eventually(() => lists().length === 26);
    await close();

    expect(results.errors).toEqual(LATE);
    expect(atReport).toBe(13);
    expect(await cellsOf(test.db)).toMatchObject({ "U7X_phone_call_quantity_2026-10-28_justcall": 1 });
    const read = await readFreshness(parts.sources, parts.states);
    expect(read.map(({ asOf }) => asOf)).toEqual([clock.now, clock.now, clock.now]);
  });

  /** Slack with 12,000 members; a gate that is put up holds back what is asked of it. */
  async function largeWorkspace({ rateLimits }: { readonly rateLimits: boolean }) {
    const members = Array.from({ length: 12_000 }, (_, index) =>
      aMember(`U${index}X`, byEmail(`rep${index}@acme.com`)),
    );
    const team = { id: "T0BIG", name: "Big" };
    const slack = await startFakeSlack({
      ...{ now: () => new Date(), team, signingSecret: "s", botToken: "xoxb-big", members, rateLimits },
    });
    const client = slackClient({ token: "xoxb-big", apiUrl: slack.url, log: memoryLog() });
    let held: Promise<void> = Promise.resolve();
    const gate = () => {
      let open = () => {};
      held = new Promise<void>((resolve) => {
        open = resolve;
      });
      return { open: () => open() };
    };
    const reader = memberReader({
      readMembers: async () => {
        await held;
        return readMembers(client);
      },
      patienceMs: 20,
    });
    const harness = threeSources(test.db, { watch: (parts: RunContext) => ({ ...parts, members: reader }) });
    const lists = () => slack.calls.filter(({ method }) => method === "users.list");
    return { ...harness, lists, gate, close: () => slack.close() };
  }
});
