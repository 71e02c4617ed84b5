import { toldOf } from "../support/harness/figures/own-month";
import { ANA, type ImportsHarness, importsHarness } from "../support/harness/imports";
import { lines } from "../support/harness/slack-blocks";
import { eventually } from "../support/wait";

/** The real app: an admin's import and a call's webhook come between a rep's look and their sync. */
describe("a rep's figures from one look at Home to the next", () => {
  let harness: ImportsHarness;
  beforeAll(async () => {
    harness = await importsHarness();
    await harness.demo.subscribeWebhooks(harness.demo.url);
  });
  afterAll(() => harness.close());

  const home = () => lines(JSON.parse(JSON.stringify(harness.slack.home(ANA)?.blocks ?? []))).join("\n");
  /** The month of Ana's goals as Home shows it. */
  const month = (name: string) =>
    new RegExp(`\\*${name}\\*.*(?:\\n.*?)??\\n\\S+ Month: \\*(\\S+) of`).exec(home())?.[1] ?? "";
  const shows = (name: string, was: string) => eventually(() => month(name) !== was && month(name));
  const open = async () => {
    await harness.slack.openHome(ANA);
    await harness.demo.idle();
  };
  const sync = async () => {
    await harness.slack.command({ user: ANA, command: "/sync", text: "" });
    await harness.demo.idle();
    return toldOf(harness.says(ANA));
  };

  it("are told in one sum that adds up: what an import brought since they looked, and what the sync took away", async () => {
    await sync();
    await open();
    const [sales, calls] = [month("Wholesale sales"), month("Calls")];
    expect(sales).toMatch(/^\$[\d,]+$/);

    await harness.demo.controls.run("event.import", ANA);
    await eventually(() => /Apply\?$/.test(harness.dm("U0ALEX0006").at(-1)?.text ?? ""));
    await harness.apply();
    await harness.demo.controls.run("event.call", ANA);
    const [imported, called] = [await shows("Wholesale sales", sales), await shows("Calls", calls)];
    await harness.demo.controls.run("event.void", ANA);
    const told = await sync();
    const left = month("Wholesale sales");

    expect(told).toEqual([
      expect.stringMatching(/^\*Wholesale since you looked at 2:0\d PM PDT\*: /),
      expect.stringMatching(/^• SO-\d+ voided \(−\$[\d,]+\)$/),
      "• Earlier update (+$4,850)",
      expect.stringMatching(/^\*Also new\*: (\+[^,]+, )*\+1 call/),
      "[why_new_sales_wholesale]",
    ]);
    expect(told[0]).toContain(`${sales} → ${left}`);
    const dollars = (words = "") =>
      [...words.matchAll(/([−+]?)\$([\d,]+)/g)].map(([, sign, digits]) =>
        Number(`${sign === "−" ? "-" : ""}${digits?.replaceAll(",", "")}`),
      );
    const [from = 0, to = 0, ...parts] = dollars(told.slice(0, 3).join(" "));
    expect(parts.reduce((sum, part) => sum + part, from)).toBe(to);
    expect(called).toBe(String(Number(calls) + 1));
    expect(new Set([sales, imported, left]).size).toBe(3);
  });
});
