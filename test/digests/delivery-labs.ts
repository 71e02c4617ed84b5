import type { SlackFault } from "../../src/demo/slack/http/faults";
import { closedAfterEach } from "../support/env/closed-after-each";
import { testDatabase } from "../support/env/database";
import { deliveryLab } from "./lab";

/** Opens labs for the tests of a file. Call it where `describe` is called. */
export function deliveryLabs() {
  const test = testDatabase();
  const closed = closedAfterEach();
  return async (options?: Parameters<typeof deliveryLab>[1]) => {
    const lab = closed(await deliveryLab(test.db, options));
    return {
      ...lab,
      /** What becomes of the next posts. */
      failPosts: (outcome: SlackFault["outcome"], times = 1) =>
        lab.slack.faults.push({ method: "chat.postMessage", times, outcome }),
    };
  };
}
