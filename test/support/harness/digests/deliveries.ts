import type { SlackFault } from "../../../../src/demo/slack/http/faults";
import { closedAfterEach } from "../../env/closed-after-each";
import { testDatabase } from "../../env/database";
import { deliveryHarness } from "./delivery";

/** Opens harnesses for the tests of a file. Call it where `describe` is called. */
export function deliveryHarnesses() {
  const test = testDatabase();
  const closed = closedAfterEach();
  return async (options?: Parameters<typeof deliveryHarness>[1]) => {
    const harness = closed(await deliveryHarness(test.db, options));
    return {
      ...harness,
      /** What becomes of the next posts. */
      failPosts: (outcome: SlackFault["outcome"], times = 1) =>
        harness.slack.faults.push({ method: "chat.postMessage", times, outcome }),
    };
  };
}
