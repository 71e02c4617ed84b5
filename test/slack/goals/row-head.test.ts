import { blockFaults } from "../../../src/demo/slack/rules/blocks";
import { rowHead } from "../../../src/slack/goals/team/row-head";
import { button } from "../../../src/slack/ui/blocks";
import { day } from "../../../src/time/day";
import { anOverview, CALLS, SALES } from "../../support/builders/overviews";

describe("the head of somebody's row, on a manager's Home and in /goals team", () => {
  const ana = { userId: "U0", name: "Ana", overview: anOverview({ goals: [SALES, CALLS] }) };
  const people = [ana, { ...ana, userId: "U1", overview: anOverview({ goals: [SALES] }) }];

  it("has a message to them where there is a link, and the records of all that they are behind in", () => {
    const why = { action_id: "why_goal", value: "phone_call_quantity U0 2026-10-26 2026-11-01 0" };
    const message = { action_id: "message_person", url: "slack://user?team=T0ACME&id=U0" };

    expect(rowHead({ people })(ana)).toEqual({ title: "<@U0>", buttons: [expect.objectContaining(why)] });
    expect(rowHead({ people, workspace: "T0ACME" })(ana).buttons).toEqual(
      [message, why].map((one) => expect.objectContaining(one)),
    );
  });

  it.each([
    ["Tim & Co", "Why these numbers? Tim & Co"],
    ["&".repeat(80), `Why these numbers? ${"&".repeat(55)}…`],
    ["🎉".repeat(40), `Why these numbers? ${"🎉".repeat(27)}…`],
    ["2 <!channel> *x* \u202E", "Why these numbers? 2 <!channel> *x*"],
  ])("says of whom in plain words to whoever hears it, as long as Slack takes: %s", (name, said) => {
    const elements = rowHead({ people, workspace: "T0ACME" })({ ...ana, name }).buttons ?? [];

    expect(elements[1]).toMatchObject({ accessibility_label: said });
    expect(blockFaults([{ type: "actions", elements: [...elements] }], "home")).toEqual([]);
  });

  it("ends with what a page puts last, and asks of nothing that is not looked at, or not behind", () => {
    const last = ({ userId }: { readonly userId: string }) => [button("goals", userId)];
    const ids = (userId: string, isAsked = () => true) =>
      rowHead({ people, isAsked, last })({ ...ana, userId }).buttons?.map(({ action_id }) => action_id);

    expect(ids("U0")).toEqual(["why_goal", "goals"]);
    expect(ids("U0", () => false)).toEqual(["goals"]);
    expect(ids("U1")).toEqual(["goals"]);
    expect(rowHead({ people, asks: false })(ana).buttons).toEqual([]);
  });

  it("asks of the figures that their row tells of instead, where it tells of others", () => {
    const figures = [CALLS, { ...SALES, from: day("2026-10-01"), to: day("2026-10-31") }];

    expect(rowHead({ people })({ ...ana, userId: "U1", figures }).buttons?.map(({ value }) => value)).toEqual([
      "phone_call_quantity U1 2026-10-26 2026-11-01 0,new_sales_wholesale U1 2026-10-01 2026-10-31 0",
    ]);
  });
});
