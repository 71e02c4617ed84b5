import type { KnownBlock } from "@slack/types";
import { type SlackHarness, slackHarness } from "../../support/harness/slack";
import { lines, pressable } from "../../support/harness/slack-blocks";
import { eventually } from "../../support/wait";

describe("Why? beside a goal in App Home", () => {
  let harness: SlackHarness;
  beforeEach(async () => {
    harness = await slackHarness();
    await harness.openHome("U0ANA");
    await eventually(() => harness.home("U0ANA").length > 0);
  });
  afterEach(() => harness.close());

  const modal = (): readonly KnownBlock[] =>
    JSON.parse(JSON.stringify(harness.slack.modals("U0ANA").at(-1)?.blocks ?? []));
  const modalSays = (words: string) => eventually(() => lines(modal()).some((line) => line.includes(words)));

  /** Presses that of a part of the page, of the first unless another is asked for. */
  async function pressWhy(part = 0) {
    const goal = harness.home("U0ANA").filter((block) => pressable([block]).includes("why_goal"))[part];
    return harness.slack.action({
      user: "U0ANA",
      from: { home: "U0ANA" },
      actionId: "why_goal",
      blockId: goal?.block_id ?? "",
    });
  }

  it("asks of what stands above it, where another part of the page has its own", async () => {
    await pressWhy(1);
    await modalSays("on-page-0");

    expect(harness.why.asks.map(({ type, range }) => ({ type, range }))).toEqual([
      { type: "new_sales_wholesale", range: { from: "2026-10-28", to: "2026-10-28" } },
    ]);
  });

  it("opens a modal before anything is looked up, and shows the goal's records there", async () => {
    await pressWhy();
    await modalSays("on-page-0");

    const [open, update] = harness.calls("views.open", "views.update");
    expect(JSON.stringify(open?.args)).toContain("Loading records");
    expect(update?.method).toBe("views.update");
    expect(lines(modal())[0]).toBe("# 2 calls so far, Mon, Oct 26 – Sun, Nov 1");
    expect(harness.why.asks).toEqual([
      { userId: "U0ANA", type: "phone_call_quantity", range: { from: "2026-10-26", to: "2026-11-01" }, page: 0 },
    ]);
    expect(harness.log.at("warn", "error")).toEqual([]);
  });

  it("turns its pages in the modal", async () => {
    await pressWhy();
    await modalSays("on-page-0");
    const [shown] = harness.slack.modals("U0ANA");

    await harness.slack.action({ user: "U0ANA", from: { viewId: shown?.id ?? "" }, actionId: "why_next" });

    await modalSays("on-page-1");
    expect(harness.slack.modals("U0ANA")).toHaveLength(1);
  });

  it("says sorry in the modal when the records cannot be read", async () => {
    harness.why.breakIt(new Error("the database is gone"));

    await pressWhy();

    await modalSays("reference: ref-1");
  });

  it("says sorry in the DM when the modal cannot be opened", async () => {
    harness.slack.faults.push({ method: "views.open", outcome: { error: "expired_trigger_id" } });

    await pressWhy();

    await eventually(() => harness.dm("U0ANA").some(({ text }) => text.endsWith("reference: ref-1")));
    expect(harness.why.asks).toEqual([]);
  });
});
