import { blockFaults } from "../../../src/demo/slack/rules/blocks";
import { rowHead } from "../../../src/slack/goals/team/row-head";
import { button } from "../../../src/slack/ui/blocks";
import { anOverview, CALLS, SALES } from "../../support/builders/overviews";

describe("the head of somebody's row, on a manager's Home and in /goals team", () => {
  const ana = { userId: "U0", name: "Ana", overview: anOverview({ goals: [SALES, CALLS] }) };
  const people = [ana, { ...ana, userId: "U1", overview: anOverview({ goals: [SALES] }) }];

  it("has the records of what they are behind in the most, and a message to them where there is a link", () => {
    const why = { action_id: "why_phone_call_quantity", value: "phone_call_quantity U0 2026-10-26 2026-11-01 0" };
    const message = { action_id: "message_person", url: "slack://user?team=T0ACME&id=U0" };

    expect(rowHead({ people })(ana)).toEqual({ title: "<@U0>", buttons: [expect.objectContaining(why)] });
    expect(rowHead({ people, workspace: "T0ACME" })(ana).buttons).toEqual(
      [why, message].map((one) => expect.objectContaining(one)),
    );
  });

  it.each([
    ["Tim & Co", "Why? calls, Tim & Co"],
    ["&".repeat(80), `Why? calls, ${"&".repeat(62)}…`],
    ["🎉".repeat(40), `Why? calls, ${"🎉".repeat(31)}…`],
    ["2 <!channel> *x* \u202E", "Why? calls, 2 <!channel> *x*"],
  ])("says of whom in plain words to whoever hears it, as long as Slack takes: %s", (name, said) => {
    const elements = rowHead({ people, workspace: "T0ACME" })({ ...ana, name }).buttons ?? [];

    expect(elements[0]).toMatchObject({ accessibility_label: said });
    expect(blockFaults([{ type: "actions", elements: [...elements] }], "home")).toEqual([]);
  });

  it("begins with what a page puts first, and asks of nothing that is not looked at, or not behind", () => {
    const first = ({ userId }: { readonly userId: string }) => [button("goals", userId)];
    const ids = (userId: string, isAsked = () => true) =>
      rowHead({ people, isAsked, first })({ ...ana, userId }).buttons?.map(({ action_id }) => action_id);

    expect(ids("U0")).toEqual(["goals", "why_phone_call_quantity"]);
    expect(ids("U0", () => false)).toEqual(["goals"]);
    expect(ids("U1")).toEqual(["goals"]);
  });
});
