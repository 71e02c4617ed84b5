import { type SlackHarness, slackHarness } from "../../support/harness/slack";
import { eventually } from "../../support/wait";

const SORRY = /^Sorry, something went wrong on our side\. .+: ref-1$/;

describe("a command whose answers get lost on their way to Slack", () => {
  let harness: SlackHarness;
  let waited: number[];
  beforeEach(async () => {
    waited = [];
    const sleep = async (ms: number) => void waited.push(ms);
    harness = await slackHarness({ deps: { sleep } });
  });
  afterEach(() => harness.close());

  async function answered() {
    await harness.commandInChannel("U0ANA", "/goals", "");
    return eventually(() => harness.responses().length > 0 && harness.responses());
  }

  it("is apologized for, where closed connections take the answer and two apologies", async () => {
    harness.slack.faults.push({ method: "response_url", times: 3, outcome: { reset: true } });

    expect(await answered()).toMatchObject([{ text: expect.stringMatching(SORRY) }]);
    expect(waited).toEqual([1_000, 5_000]);
    expect(harness.log.at("error")).toMatchObject([{ fields: { reference: "ref-1", doing: "/goals" } }]);
    expect(harness.log.at("warn")).toEqual([]);
  });

  it("is apologized for once, where Slack is out of order and took the apology all the same", async () => {
    harness.slack.faults.push({ method: "response_url", outcome: { status: 503 } });

    expect(await answered()).toMatchObject([{ text: expect.stringMatching(SORRY) }]);
    expect(waited).toEqual([]);
  });

  it("is left, and logged, where Slack takes no answer any more", async () => {
    harness.slack.faults.push({ method: "response_url", times: 2, outcome: { status: 404 } });
    await harness.commandInChannel("U0ANA", "/goals", "");
    const [left] = await eventually(() => harness.log.at("warn").length > 0 && harness.log.at("warn"));

    expect(left).toMatchObject({
      message: "An answer about trouble could not be delivered",
      fields: { doing: "/goals" },
    });
    expect([harness.responses(), waited, harness.slack.faults.pending()]).toEqual([[], [], []]);
  });
});
