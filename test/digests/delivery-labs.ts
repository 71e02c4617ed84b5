import type { SlackFault } from "../../src/demo/slack/http/faults";
import { testDatabase } from "../support/database";
import { deliveryLab } from "./lab";

/** Opens labs for the tests of a file, and closes each after its test. Call it where `describe` is called. */
export function deliveryLabs() {
  const test = testDatabase();
  const closing: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });
  return async (options?: Parameters<typeof deliveryLab>[1]) => {
    const lab = await deliveryLab(test.db, options);
    closing.push(lab.close);
    return {
      ...lab,
      /** What becomes of the next posts. */
      failPosts: (outcome: SlackFault["outcome"], times = 1) =>
        lab.slack.faults.push({ method: "chat.postMessage", times, outcome }),
    };
  };
}
