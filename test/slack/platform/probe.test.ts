import { startFakeSlack } from "../../../src/demo/slack/fake-slack";
import { probeSlack, SCOPES } from "../../../src/slack/platform/probe";

const now = () => new Date("2026-10-28T21:05:00Z");

describe("asking Slack who we are", () => {
  const started = (scopes?: string[]) =>
    startFakeSlack({
      now,
      scopes,
      signingSecret: "s",
      botToken: "xoxb-probe",
      team: { id: "T0", name: "P" },
      members: [],
    });

  it("tells the token's workspace, its scopes, and how far Slack's clock is ahead", async () => {
    const slack = await started(["commands", "chat:write"]);

    const standing = await probeSlack(() => new Date("2026-10-28T21:04:00Z"), {
      token: "xoxb-probe",
      apiUrl: slack.url,
    });
    await slack.close();

    expect(standing).toEqual({
      kind: "answered",
      workspace: "P (p.slack.com)",
      scopes: ["commands", "chat:write"],
      aheadMs: 60_000,
    });
  });

  it("tells a refused token, and no answer, apart", async () => {
    const slack = await started();
    const ask = (token: string) => probeSlack(now, { token, apiUrl: slack.url });

    const [right, refused] = [await ask("xoxb-probe"), await ask("xoxb-another")];
    await slack.close();

    expect(right).toMatchObject({ scopes: [...SCOPES] });
    expect(refused).toEqual({ kind: "refused", error: "invalid_auth" });
    expect(await ask("xoxb-probe")).toEqual({ kind: "unreachable" });
  });
});
