import { peopleStore } from "../../../src/people/people-store";
import { day } from "../../../src/time/day";
import { orderFact } from "../../support/builders/facts";
import { testDatabase } from "../../support/env/database";
import { forgedRequests } from "../../support/fakes/forged-requests";
import { slackHarness } from "../../support/harness/slack";
import { cellsOf, threeSources } from "../../support/harness/sync";
import { eventually } from "../../support/wait";

describe("Recompute now, pressed by an admin who said who a salesman is while a sync was making its totals,", () => {
  const test = testDatabase();

  it("credits them: that sync had read who is who before", async () => {
    let meanwhile = async (): Promise<unknown> => undefined;
    const { fishbowl, queue, sync } = threeSources(test.db, {
      watch: (given) => ({
        ...given,
        goals: {
          ...given.goals,
          recompute: async (today) => {
            await meanwhile();
            return given.goals.recompute(today);
          },
        },
      }),
    });
    fishbowl.facts = [orderFact("SO-1", { day: day("2026-10-20"), owner: "A. Ray", cents: 1_000 })];
    const asked: unknown[] = [];
    const harness = await slackHarness({
      deps: {
        requestSync: (request, onProgress) => {
          asked.push(request);
          return queue.request(request, onProgress);
        },
      },
    });
    harness.roles.set("U0MAX", "admin");
    meanwhile = async () => {
      meanwhile = async () => undefined;
      await peopleStore(test.db).mapSalesman("A. Ray", "UANA");
      await forgedRequests(harness).press("U0MAX", { id: "recompute" });
      await eventually(() => asked.length > 0);
    };

    try {
      await sync("2026-09-29", "2026-10-28");
      await queue.idle();
      await harness.app.idle();
    } finally {
      await harness.close();
    }

    expect(await cellsOf(test.db)).toEqual({ "UANA_new_sales_wholesale_2026-10-20_fishbowl": 10 });
  });
});
