import { choicesOf, entryOf, initialEntry, withEntry } from "../../../src/demo/page/elements/entry";

const option = (value: string) => ({ text: { type: "plain_text", text: value.toUpperCase() }, value });

describe("what a field holds", () => {
  it.each([
    ["a typed text", { type: "plain_text_input", value: "Calls" }, "Calls"],
    ["nothing typed", { type: "plain_text_input", value: null }, null],
    ["a chosen option", { type: "static_select", selected_option: option("7d") }, "7d"],
    ["no option", { type: "static_select", selected_option: null }, null],
    ["several options", { type: "checkboxes", selected_options: [option("a"), option("b")] }, ["a", "b"]],
    ["several people", { type: "multi_users_select", selected_users: ["U1", "U2"] }, ["U1", "U2"]],
    ["a day", { type: "datepicker", selected_date: "2026-10-28" }, "2026-10-28"],
  ])("is read from Slack's words about %s", (_name, value, entry) => {
    expect(entryOf(value)).toEqual(entry);
  });

  it.each([
    [{ type: "users_select", initial_user: "U1" }, "U1"],
    [{ type: "checkboxes", initial_options: [option("a")] }, ["a"]],
    [{ type: "plain_text_input" }, null],
  ])("begins with what the app gave: %j", (element, entry) => {
    expect(initialEntry(element)).toEqual(entry);
  });

  it("changes one entry and keeps the others", () => {
    const before = { goal: { name: "Calls", target: "10" }, from: { day: null } };

    expect(withEntry(before, { blockId: "goal", actionId: "target", entry: "12" })).toEqual({
      goal: { name: "Calls", target: "12" },
      from: { day: null },
    });
  });
});

it("offers options by themselves and in groups", () => {
  const groups = [{ label: { type: "plain_text", text: "Calls" }, options: [option("c")] }];

  expect(choicesOf({ options: [option("a")] })).toMatchObject([{ label: null, choices: [{ value: "a" }] }]);
  expect(choicesOf({ option_groups: groups })).toMatchObject([{ label: "Calls", choices: [{ value: "c" }] }]);
});
