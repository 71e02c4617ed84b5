import { createServer } from "node:http";
import { deliverLate } from "../../../src/slack/front/deliver-late";
import { portOf } from "../../../src/slack/platform/request-bounds";
import { memoryLog } from "../../support/fakes/memory-log";
import { type SlackHarness, slackHarness } from "../../support/harness/slack";

const ANA = { user: "U0ANA", channel: "D0ANA" };

describe("an answer that comes after its command was acknowledged", () => {
  let harness: SlackHarness;
  beforeAll(async () => {
    harness = await slackHarness();
  });
  afterAll(() => harness.close());

  async function delivered(answer: Partial<Parameters<typeof deliverLate>[0]>) {
    const log = memoryLog();
    const before = harness.slack.responses.length;
    const responseUrl = harness.slack.issueResponseUrl(ANA);
    const late = { responseUrl, status: 200, isJson: false, text: "", ...answer };
    const waited: number[] = [];
    const sleep = async (ms: number) => void waited.push(ms);
    await deliverLate(late, { apiUrl: harness.slack.url, reference: () => "new-one", log, sleep });
    const shown = harness.slack.responses.slice(before).map(({ body }) => body);
    return { shown, logged: log.at("warn"), waited };
  }

  it("is shown as it is, be it a text or blocks, and nothing is shown for nothing", async () => {
    const message = { response_type: "ephemeral", text: "Help" };

    expect(await delivered({ text: "Working on it" })).toMatchObject({
      shown: [{ text: "Working on it" }],
      logged: [],
    });
    expect(await delivered({ isJson: true, text: JSON.stringify(message) })).toMatchObject({
      shown: [message],
      logged: [],
    });
    expect(await delivered({})).toMatchObject({ shown: [], logged: [] });
    expect(await delivered({ responseUrl: null, text: "of a press" })).toMatchObject({ shown: [], logged: [] });
  });

  it("is an apology with the log's reference when it is a failure or a refusal", async () => {
    const failed = await delivered({ status: 500, text: "reference: abc123" });
    const refused = await delivered({ status: 400 });
    const pressed = await delivered({ responseUrl: null, status: null });

    expect(failed.shown).toEqual([expect.objectContaining({ text: expect.stringMatching(/reference: abc123$/) })]);
    expect(refused.shown).toEqual([expect.objectContaining({ text: expect.stringMatching(/reference: new-one$/) })]);
    expect(pressed.shown).toEqual([]);
    expect([failed, refused, pressed].map(({ logged }) => logged.map(({ fields }) => fields))).toEqual([
      [{ reference: "abc123", status: 500 }],
      [{ reference: "new-one", status: 400 }],
      [{ reference: "new-one", status: null }],
    ]);
  });

  it("is posted again while connections are closed or Slack is out of order, three times at most", async () => {
    const { faults } = harness.slack;
    faults.push(
      { method: "response_url", outcome: { reset: true } },
      { method: "response_url", outcome: { status: 503 } },
    );
    const arrived = await delivered({ text: "Help" });
    faults.push({ method: "response_url", times: 4, outcome: { status: 500 } });
    const lost = await delivered({ text: "Help" });

    expect(arrived).toEqual({ shown: [{ text: "Help" }], logged: [], waited: [1_000, 5_000] });
    expect([lost.shown, lost.logged.map(({ fields }) => fields), lost.waited]).toEqual([
      [],
      [{ status: 500 }],
      [1_000, 5_000],
    ]);
    expect(faults.pending()).toHaveLength(1);
    faults.clear();
  });

  it("is posted once where Slack refuses it", async () => {
    harness.slack.faults.push({ method: "response_url", outcome: { status: 404 } });

    const { shown, logged, waited } = await delivered({ text: "Help" });

    expect([shown, logged.map(({ fields }) => fields), waited]).toEqual([[], [{ status: 404 }], []]);
  });

  it("goes to no host but Slack's", async () => {
    let asked = 0;
    const elsewhere = createServer((_, response) => {
      asked += 1;
      response.end();
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
    try {
      const responseUrl = `http://127.0.0.1:${portOf(elsewhere)}/commands/1`;

      const answers = [await delivered({ responseUrl, text: "Help" }), await delivered({ responseUrl, status: 400 })];

      expect(answers.map(({ shown, logged }) => [shown, logged.length])).toEqual([
        [[], 1],
        [[], 2],
      ]);
      expect(asked).toBe(0);
    } finally {
      elsewhere.close();
    }
  });
});
