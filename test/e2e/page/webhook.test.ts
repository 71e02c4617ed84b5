import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { REPS } from "../../../src/demo/sample/team";
import { describeInBrowser } from "../../support/env/browser";
import { DESKTOP, pageHarness } from "../../support/harness/demo/page";
import { home, syncNow } from "../../support/harness/demo/page-actions";
import { eventually } from "../../support/wait";

const SCREENS = join(__dirname, "../../../build/screens");
const ANA = REPS.ana.slack;

describeInBrowser("App Home that is open while a vendor tells of a change", () => {
  const harness = pageHarness();
  let page: Page;

  beforeAll(async () => {
    mkdirSync(SCREENS, { recursive: true });
    await harness.demo.subscribeWebhooks(harness.demo.url);
    page = await harness.open({ width: DESKTOP, at: "home" });
    await home(page);
    await syncNow(page);
  });
  afterEach(() => {
    expect(harness.troubles()).toEqual([]);
  });

  const runs = () => harness.demo.database.db.collection("sync_runs").countDocuments();
  /** Until all that the vendors have told is processed, what arrived during the sync included. */
  const settled = async () => {
    const { copper, justcall } = harness.demo.fakes;
    await Promise.all([copper.webhooks.idle(), justcall.webhooks.idle()]);
    const inbox = harness.demo.database.db.collection("inbox");
    await eventually(async () => (await inbox.countDocuments({ state: { $ne: "done" } })) === 0 || null);
  };
  const published = () => harness.demo.fakes.slack.calls.filter(({ method }) => method === "views.publish").length;
  /** As the demo's controls do it, with nothing pressed in the page. */
  const act = async (id: string) => {
    const acted = await page.request.post(new URL("/controls/run", page.url()).href, { data: { id, user: ANA } });
    expect(acted.status()).toBe(200);
  };
  const callsAre = async (today: number, week: number, month: number) => {
    await page.getByText(`${today} of 7 today`).first().waitFor();
    for (const goal of [`${week} of 30`, `${month} of 110`]) await page.getByText(goal).first().waitFor();
  };

  it("has one more call within seconds, with no press and no sync", async () => {
    await callsAre(7, 16, 110);
    await settled();
    expect(await runs()).toBe(1);

    await act("event.call");
    await callsAre(8, 17, 111);

    expect(await runs()).toBe(1);
    await page.screenshot({ path: join(SCREENS, `webhook-${DESKTOP}-light.png`) });
  });

  it("counts a call that both systems have once", async () => {
    await act("event.both");

    await callsAre(9, 18, 112);
    await settled();
    await harness.demo.idle();
    await callsAre(9, 18, 112);
    expect(await runs()).toBe(1);
  });

  it("is not drawn again for a change that no figure hangs on", async () => {
    const { calls } = harness.demo.fakes.justcall.account;
    const last = calls.all().at(-1);
    if (last === undefined) throw new Error("There are calls");
    const before = published();

    calls.change(last.id, { contactName: "Somebody else" });
    await settled();
    // Pages are drawn in turn: had that drawn one, there would be two more now.
    await act("event.call");
    await callsAre(10, 19, 113);

    expect(published()).toBe(before + 1);
    expect(await runs()).toBe(1);
  });
});
