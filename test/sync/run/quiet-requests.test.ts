import { startFakeFishbowl } from "../../../src/demo/fishbowl/fake-fishbowl";
import { SAMPLE_NOW, SAMPLE_WINDOW } from "../../../src/demo/sample/dates";
import { type FakeSlack, startFakeSlack } from "../../../src/demo/slack/fake-slack";
import { slackClient } from "../../../src/slack/platform/clients";
import { readMembers } from "../../../src/slack/platform/members";
import { fishbowlSource } from "../../../src/sources/fishbowl";
import { fishbowlParts } from "../../../src/sources/fishbowl/parts";
import type { RunContext } from "../../../src/sync/run/context";
import { memberReader } from "../../../src/sync/run/member-reader";
import { bigMonth } from "../../support/builders/big-months";
import { aMember } from "../../support/builders/people";
import { days } from "../../support/builders/team-zone";
import { testDatabase } from "../../support/env/database";
import { recordedLog } from "../../support/env/logs/recorded-logs";
import { memoryLog } from "../../support/fakes/memory-log";
import { allDaysRetained, IMPORT_SETTINGS, readRepsOf } from "../../support/harness/fishbowl-import";
import { customer, order } from "../../support/harness/fishbowl-server";
import { vendorHarness } from "../../support/harness/vendors";

const LOGIN = { username: "sync", password: "s3cret" };
const now = () => SAMPLE_NOW;

describe("a second sync of all three sources in which nothing changed", () => {
  const test = testDatabase();
  const closing: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    await Promise.all(closing.splice(0).map((one) => one.close()));
  });

  async function fishbowlServer() {
    const server = await startFakeFishbowl({
      now,
      ...LOGIN,
      records: { orders: [1, 2, 3].map((id) => order(id)), customers: [customer(1)] },
    });
    closing.push(server);
    const { config } = fishbowlParts({
      ...{ db: test.db, days, baseUrl: server.url, ...LOGIN, money: IMPORT_SETTINGS.money },
      ...{
        now,
        firstRetained: allDaysRetained,
        readReps: readRepsOf(test.db),
        pseudonyms: async () => (name) => name,
        clock: () => 0,
      },
      log: recordedLog(),
    });
    return { server, source: fishbowlSource(config) };
  }

  async function workspace(reps: ReturnType<typeof bigMonth>["team"]) {
    const others = Array.from({ length: 1_200 }, (_, index) => aMember(`U1OTHER${index}`, {}));
    const team = { id: "T0BIG", name: "Big" };
    const slack = await startFakeSlack({
      ...{ now, team, signingSecret: "s", botToken: "xoxb-big", members: [...reps, ...others] },
    });
    closing.push(slack);
    const client = slackClient({ token: "xoxb-big", apiUrl: slack.url, log: memoryLog() });
    const members = memberReader({ readMembers: () => readMembers(client) });
    return { slack, watch: (parts: RunContext) => ({ ...parts, members }) };
  }

  it("asks for each page once, and for what each source says of itself", async () => {
    const month = bigMonth({ reps: 5, mails: 700, copperCalls: 150, justcallCalls: 900 });
    const fishbowl = await fishbowlServer();
    const { slack, watch } = await workspace(month.team);
    const harness = await vendorHarness(test.db, { month, fishbowl: fishbowl.source, watch });
    closing.push(harness);
    await harness.sync(SAMPLE_WINDOW.from, SAMPLE_WINDOW.to);
    for (const { resetRequests } of [harness.copper, harness.justcall, fishbowl.server]) resetRequests();
    const before = slack.calls.length;

    const { results } = await harness.sync(SAMPLE_WINDOW.from, SAMPLE_WINDOW.to);

    expect(results.errors).toEqual([]);
    expect(tally(harness.copper.requests.map(({ path }) => path))).toEqual({
      // 700 emails on four pages, 150 calls on one.
      "/activities/search": 4 + 1,
      "/opportunities/search": 1,
      "/users/search": 1,
      "/account": 1,
      "/pipelines": 1,
    });
    // 900 calls in seven windows that are walked side by side, each of more than a page and less than two.
    expect(tally(harness.justcall.requests.map(({ path }) => path))).toEqual({ "/calls": 7 * 2, "/users": 1 });
    expect(tally(fishbowl.server.requests.map(({ path }) => path))).toEqual({
      "/login": 1,
      "/data-query": 1,
      "/logout": 1,
    });
    expect(tally(methodsSince(slack, before))).toEqual({ "auth.test": 1, "users.list": 2 });
  });
});

function methodsSince({ calls }: FakeSlack, first: number): readonly string[] {
  return calls.slice(first).map(({ method }) => method);
}

function tally(words: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
