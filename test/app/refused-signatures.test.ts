import { refusedSignatures } from "../../src/app/refused-signatures";
import { signatureStore } from "../../src/slack/platform/signature-store";
import { testDatabase } from "../support/env/database";

const SLACK_SIGNING_SECRET = "secret-of-tests";

describe("requests that were refused for their signature", () => {
  const test = testDatabase();

  it("are told over HTTP, and not over Socket Mode, where Slack sends nothing to our address", async () => {
    await signatureStore(test.db, SLACK_SIGNING_SECRET).refuse({ isOurs: true, token: null });

    const overHttp = await refusedSignatures({ SLACK_APP_TOKEN: undefined, SLACK_SIGNING_SECRET }, test)();
    const overSocket = await refusedSignatures({ SLACK_APP_TOKEN: "xapp-of-tests", SLACK_SIGNING_SECRET }, test)();

    expect(overHttp).toMatchObject({ count: 1, isSlacks: true });
    expect(overSocket).toBeNull();
  });
});
