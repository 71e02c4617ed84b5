import { findings } from "../../src/doctor/findings";
import { anExamination, NOW } from "../support/builders/examinations";

describe("the doctor", () => {
  const found = (more: Parameters<typeof anExamination>[0]) =>
    findings(anExamination(more)).filter(({ id }) => id === "slack-signing-secret");

  it("says that Slack signs with another secret, and only where a request names us that it must be Slack", () => {
    const refused = { count: 3, from: NOW, isSlacks: true, wasRight: false };

    expect(found({ refusedSignatures: refused })).toEqual([
      {
        id: "slack-signing-secret",
        state: "fault",
        says: "Slack signs with another secret than SLACK_SIGNING_SECRET, so commands and buttons fail: 3 requests since Oct 28, 2026, 2:05 PM PDT, and none was right.",
        todo: "Copy the Signing Secret from your Slack app's Basic Information, set SLACK_SIGNING_SECRET in .env, and restart Paceline.",
      },
    ]);
    expect(found({ refusedSignatures: { ...refused, count: 1, isSlacks: false } })).toMatchObject([
      {
        state: "warning",
        says: "What comes to Slack's address is not signed with SLACK_SIGNING_SECRET: 1 request since Oct 28, 2026, 2:05 PM PDT, and none was right.",
        todo: expect.stringMatching(/^If commands fail in Slack \(dispatch_failed\): Copy the Signing Secret/),
      },
    ]);
    expect(found({})).toEqual([]);
  });

  it("says that somebody made a new secret at Slack where ours was right before", () => {
    const refusedSignatures = { count: 3, from: NOW, isSlacks: true, wasRight: true };

    expect(found({ refusedSignatures })).toMatchObject([
      {
        state: "fault",
        says: "Slack signs with another secret than SLACK_SIGNING_SECRET, which was right before, so commands and buttons fail: 3 requests since Oct 28, 2026, 2:05 PM PDT, and none was right.",
        todo: expect.stringMatching(/^Copy the Signing Secret/),
      },
    ]);
  });

  it("says that the secret was mended and Paceline not restarted", () => {
    const all = findings(anExamination({ isOtherSecretRunning: true }));

    expect(all[0]).toEqual({
      id: "slack-signing-secret-older",
      state: "fault",
      says: "The running Paceline uses an older SLACK_SIGNING_SECRET than .env.",
      todo: "Restart Paceline.",
    });
  });
});
