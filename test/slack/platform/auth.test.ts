import { type FakeSlack, startFakeSlack } from "../../../src/demo/slack/fake-slack";
import { slackAuth } from "../../../src/slack/platform/auth";
import { noRetryClient } from "../../../src/slack/platform/clients";
import { memoryLog } from "../../support/fakes/memory-log";

const TOKEN = "xoxb-of-tests";

describe("the sign-in at Slack", () => {
  let slack: FakeSlack;
  let time = 0;
  beforeEach(async () => {
    time = 0;
    slack = await startFakeSlack({
      now: () => new Date("2026-10-29T12:00:00Z"),
      signingSecret: "secret-of-tests",
      botToken: TOKEN,
      team: { id: "T0LAB", name: "Lab" },
      members: [],
    });
  });
  afterEach(() => slack.close());
  const signIn = (log = memoryLog()) =>
    slackAuth({ client: noRetryClient({ token: TOKEN, apiUrl: slack.url, log }), clock: () => time, log });
  const refuse = (error: string, times = 1) => slack.faults.push({ method: "auth.test", times, outcome: { error } });

  it("is asked for at most once a minute", async () => {
    const made = signIn();

    const answers = [await made.isAccepted(), await made.isAccepted()];
    time = 60_000;
    answers.push(await made.isAccepted());

    expect(answers).toEqual([true, true, true]);
    expect(slack.calls).toHaveLength(2);
  });

  it.each(["invalid_auth", "account_inactive", "token_revoked"])(
    "is broken by %s until Slack takes it again",
    async (error) => {
      const log = memoryLog();
      const made = signIn(log);
      refuse(error, 2);

      const answers = [await made.isAccepted()];
      time = 60_000;
      answers.push(await made.isAccepted());
      time = 120_000;
      answers.push(await made.isAccepted());

      expect(answers).toEqual([false, false, true]);
      expect(log.at("warn")).toHaveLength(1);
    },
  );

  it("is not broken by an outage", async () => {
    slack.faults.push({ method: "auth.test", outcome: { status: 503 } });

    expect(await signIn().isAccepted()).toBe(true);
  });

  it("case 12: is broken at once by a post that was refused", async () => {
    const made = signIn();
    await made.isAccepted();

    made.noteRefused("token_revoked");

    expect(await made.isAccepted()).toBe(false);
  });
});
