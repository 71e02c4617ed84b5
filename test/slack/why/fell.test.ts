import type { KnownBlock } from "@slack/types";
import type { DigestDeps } from "../../../src/slack/deps";
import { type AskedFigure, whyButtonOf } from "../../../src/slack/why/button-view";
import { day } from "../../../src/time/day";
import { unusedDeps } from "../../support/fakes/unused-deps";
import { type SlackHarness, slackHarness } from "../../support/harness/slack";
import { lines } from "../../support/harness/slack-blocks";
import { eventually } from "../../support/wait";

const MONTH = { from: day("2026-10-01"), to: day("2026-10-31") };
const ID = "digest:U0ANA:2026-10-29";
const SAID = "↩️ *Wholesale sales fell* since your last digest: $14,301 → $8,025\nSO-1 voided (−$6,276)";
const SALES: AskedFigure = { ...MONTH, type: "new_sales_wholesale", title: "Wholesale sales" };
const CALLS: AskedFigure = { ...MONTH, type: "phone_call_quantity", title: "Calls" };

describe("Why? below a digest that says that money fell", () => {
  let harness: SlackHarness;
  let answers: boolean;
  beforeEach(async () => {
    answers = true;
    const digests: DigestDeps = {
      ...unusedDeps().digests,
      fell: async ({ id, to }) => {
        if (!answers) throw new Error("cannot be read");
        return id === ID && to === "U0ANA" ? [{ type: "new_sales_wholesale", from: MONTH.from, said: SAID }] : [];
      },
    };
    harness = await slackHarness({ deps: { digests } });
  });
  afterEach(() => harness.close());

  const modal = (user: string) => harness.slack.modals(user).at(-1);
  const shown = (user = "U0ANA"): readonly KnownBlock[] => JSON.parse(JSON.stringify(modal(user)?.blocks ?? []));
  const blocks = (user?: string) => lines(shown(user));
  const says = (words: string, user?: string) => eventually(() => blocks(user).some((one) => one.includes(words)));
  const kinds = () => shown().map(({ type }) => type);

  /** Presses the one button of these figures; the modal is there when it returns. */
  async function open(figures: readonly AskedFigure[], user = "U0ANA") {
    const [pressed] = whyButtonOf(figures);
    if (pressed === undefined) throw new Error("There is a button");
    const { client } = harness.app;
    const { channel } = await client.conversations.open({ users: user });
    const to = channel?.id ?? "";
    const posted = await client.chat.postMessage({
      channel: to,
      text: "D",
      blocks: [{ type: "actions", elements: [pressed] }],
    });
    await harness.slack.action({
      user,
      from: { messageTs: posted.ts ?? "", channel: to },
      actionId: pressed.action_id ?? "",
    });
    await says("on-page-0", user);
  }
  const inModal = (actionId: string, value?: string) =>
    harness.slack.action({
      ...{ user: "U0ANA", from: { viewId: modal("U0ANA")?.id ?? "" }, actionId },
      ...(value !== undefined && { value }),
    });

  it("begins with what the digest says of it, apart from all else", async () => {
    await open([{ ...SALES, fellIn: ID }]);

    expect(blocks().slice(0, 2)).toEqual(SAID.split("\n"));
    expect(kinds().slice(0, 3)).toEqual(["section", "divider", "header"]);
  });

  it("says it of that figure alone, and again on the way back to it", async () => {
    await open([{ ...SALES, fellIn: ID }, CALLS]);
    const [menu] = shown().flatMap((block) => (block.type === "actions" ? block.elements : []));
    const options = menu?.type === "static_select" ? (menu.options ?? []) : [];
    expect(kinds().slice(0, 4)).toEqual(["actions", "section", "divider", "header"]);

    await inModal("why_figure", options[1]?.value);
    await eventually(() => harness.why.asks.length === 2 && !blocks().join().includes("↩️"));
    await inModal("why_figure", options[0]?.value);

    await says("↩️");
    await inModal("why_next");
    await says("on-page-1");
    expect(blocks().join()).not.toContain("↩️");
    await inModal("why_previous");
    await says("↩️");
  });

  it("says nothing of it where that cannot be read, or the digest is somebody else's", async () => {
    await open([{ ...SALES, fellIn: ID }], "U0MAX");
    expect(blocks("U0MAX").join()).not.toContain("↩️");
    answers = false;

    await open([{ ...SALES, fellIn: ID }]);

    expect(blocks().join()).not.toContain("↩️");
  });
});
