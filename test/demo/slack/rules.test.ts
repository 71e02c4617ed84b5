import { blockFaults } from "../../../src/demo/slack/rules/blocks";
import type { Surface } from "../../../src/demo/slack/rules/check";
import { viewFaults } from "../../../src/demo/slack/rules/views";

const plain = (text: string) => ({ type: "plain_text", text });
const mrkdwn = (text: string) => ({ type: "mrkdwn", text });
const long = (length: number) => "x".repeat(length);
const many = <Item>(count: number, make: (at: number) => Item) => Array.from({ length: count }, (_, at) => make(at));
const section = (text: string) => ({ type: "section", text: mrkdwn(text) });
const actions = (...elements: readonly unknown[]) => ({ type: "actions", elements });
const button = (change: object = {}) => ({ type: "button", action_id: "go", text: plain("Go"), ...change });
const option = (value: string, text = value) => ({ text: plain(text), value });
const select = (change: object) => actions({ type: "static_select", action_id: "pick", ...change });
const input = (element: object, change: object = {}) => ({ type: "input", label: plain("L"), element, ...change });
const context = (count: number) => ({ type: "context", elements: many(count, () => mrkdwn("x")) });
const confirm = (title: number, text: number, yes: number, no: number) =>
  actions(
    button({
      confirm: {
        title: plain(long(title)),
        text: mrkdwn(long(text)),
        confirm: plain(long(yes)),
        deny: plain(long(no)),
      },
    }),
  );
const table = (rows: number, columns: number, text = "x") => ({
  type: "table",
  rows: many(rows, () => many(columns, () => ({ type: "raw_text", text }))),
});

const takes: [string, Surface, readonly unknown[]][] = [
  ["fifty blocks in a message", "message", many(50, () => ({ type: "divider" }))],
  ["a hundred blocks in Home", "home", many(100, () => ({ type: "divider" }))],
  ["a section of 3,000 characters", "message", [section(long(3_000))]],
  ["ten fields of 1,000", "message", [{ type: "section", fields: many(10, () => mrkdwn(long(1_000))) }]],
  ["a header of 150", "home", [{ type: "header", text: plain(long(150)) }]],
  ["ten pieces of context", "modal", [context(10)]],
  ["25 buttons", "home", [actions(...many(25, (at) => button({ action_id: `a${at}` })))]],
  ["a button of 75 with a value of 2,000", "message", [actions(button({ text: plain(long(75)), value: long(2_000) }))]],
  ["a label of 75 for who hears a button", "home", [actions(button({ accessibility_label: long(75) }))]],
  ["a hundred options", "modal", [select({ options: many(100, (at) => option(String(at))) })]],
  ["an option chosen to begin with", "home", [select({ options: [option("a")], initial_option: option("a") })]],
  ["a question within its limits", "message", [confirm(100, 300, 30, 30)]],
  ["a table of 100 by 20", "message", [table(100, 20)]],
  ["a text field in a modal", "modal", [input({ type: "plain_text_input", action_id: "t" })]],
  ["text of 13,200 in all", "message", [...many(4, () => section(long(3_000))), section(long(1_200))]],
];

const refuses: [string, Surface, readonly unknown[], string][] = [
  ["a 51st block in a message", "message", many(51, () => ({ type: "divider" })), "no more than 50 items"],
  ["a 101st block in Home", "home", many(101, () => ({ type: "divider" })), "no more than 100 items"],
  ["an unknown block", "message", [{ type: "progress" }], "unsupported type: progress"],
  ["a field it does not know", "message", [{ ...section("x"), colour: "red" }], "invalid additional property: colour"],
  ["an empty section", "message", [section("")], "must be more than 0 characters"],
  ["a section with nothing", "message", [{ type: "section" }], "must have text or fields"],
  ["a section of 3,001", "message", [section(long(3_001))], "must be less than 3001 characters"],
  ["eleven fields", "home", [{ type: "section", fields: many(11, () => mrkdwn("x")) }], "no more than 10 items"],
  ["a field of 2,001", "home", [{ type: "section", fields: [mrkdwn(long(2_001))] }], "less than 2001"],
  ["a header in mrkdwn", "message", [{ type: "header", text: mrkdwn("x") }], "must be of type plain_text"],
  ["a header of 151", "message", [{ type: "header", text: plain(long(151)) }], "less than 151"],
  ["eleven pieces of context", "message", [context(11)], "no more than 10 items"],
  ["26 buttons", "home", [actions(...many(26, (at) => button({ action_id: `a${at}` })))], "no more than 25 items"],
  ["no button", "home", [actions()], "no fewer than 1 items"],
  [
    "a label of 76 for who hears a button",
    "home",
    [actions(button({ accessibility_label: long(76) }))],
    "less than 76",
  ],
  ["a label of emoji beyond it", "home", [actions(button({ accessibility_label: "🎉".repeat(38) }))], "less than 76"],
  ["a button of 76", "message", [actions(button({ text: plain(long(76)) }))], "less than 76"],
  ["a value of 2,001", "message", [actions(button({ value: long(2_001) }))], "less than 2001"],
  ["an action_id of 256", "message", [actions(button({ action_id: long(256) }))], "less than 256"],
  ["a block_id of 256", "message", [{ type: "divider", block_id: long(256) }], "less than 256"],
  ["a block_id twice", "home", many(2, () => ({ type: "divider", block_id: "d" })), "`block_id` already exists: d"],
  ["an action_id twice in a block", "home", [actions(button(), button())], "`action_id` already exists: go"],
  ["a green button", "message", [actions(button({ style: "green" }))], "must be primary or danger"],
  ["101 options", "modal", [select({ options: many(101, (at) => option(String(at))) })], "no more than 100 items"],
  ["no options", "modal", [select({ options: [] })], "no fewer than 1 items"],
  ["an option of 76", "modal", [select({ options: [option("a", long(76))] })], "less than 76"],
  [
    "a choice not on offer",
    "home",
    [select({ options: [option("a")], initial_option: option("b") })],
    "none of the options",
  ],
  ["a question too long", "message", [confirm(101, 301, 31, 31)], "less than 101"],
  ["a table in Home", "home", [table(1, 1)], "table is not allowed in home"],
  ["two tables", "message", [table(1, 1), table(1, 1)], "only one table"],
  ["101 rows", "message", [table(101, 1)], "no more than 100 items"],
  ["21 columns", "message", [table(1, 21)], "no more than 20 items"],
  ["a table of 10,001 characters", "message", [table(1, 1, long(10_001))], "more than 10000 characters"],
  [
    "a number field in Home",
    "home",
    [input({ type: "number_input", is_decimal_allowed: false })],
    "not allowed in home",
  ],
  ["a text field among buttons", "modal", [actions({ type: "plain_text_input" })], "not allowed in actions"],
  [
    "text of 13,201 in all",
    "message",
    [...many(4, () => section(long(3_000))), section(long(1_201))],
    "msg_blocks_too_long",
  ],
  ["what is no block", "message", ["divider"], "must be an object"],
];

describe("blocks", () => {
  it.each(takes)("may be %s (%s)", (_name, surface, blocks) => {
    expect(blockFaults(blocks, surface)).toEqual([]);
  });

  it.each(refuses)("may not be %s (%s)", (_name, surface, blocks, fault) => {
    expect(blockFaults(blocks, surface)).toContainEqual(expect.stringContaining(fault));
  });

  it("are refused with the place of the fault", () => {
    const blocks = [{ type: "divider" }, { type: "header", text: mrkdwn("x") }];

    expect(blockFaults(blocks, "message")).toEqual(["must be of type plain_text [json-pointer:/blocks/1/text]"]);
  });
});

describe("views", () => {
  const modal = (change: object = {}) => ({
    type: "modal",
    title: plain("T"),
    blocks: [{ type: "divider" }],
    ...change,
  });

  it("are taken within their limits", () => {
    const most = {
      title: plain(long(24)),
      submit: plain(long(24)),
      close: plain(long(24)),
      private_metadata: long(3_000),
    };

    expect(viewFaults(modal(most), "modal")).toEqual([]);
    expect(viewFaults({ type: "home", blocks: [] }, "home")).toEqual([]);
  });

  it.each([
    ["a title of 25", modal({ title: plain(long(25)) }), "less than 25 characters [json-pointer:/view/title/text]"],
    ["no title", { type: "modal", blocks: [] }, "is required [json-pointer:/view/title]"],
    ["private_metadata of 3,001", modal({ private_metadata: long(3_001) }), "less than 3001"],
    ["the type of the other surface", { type: "home", blocks: [] }, "must be modal"],
    [
      "a field and no submit",
      modal({ blocks: [input({ type: "plain_text_input" })] }),
      "required when the view has an input",
    ],
    ["more than 250 kB", modal({ blocks: many(100, () => section(long(2_990))) }), "view_too_large"],
    ["a faulty block", modal({ blocks: [section("")] }), "[json-pointer:/view/blocks/0/text/text]"],
  ])("are refused with %s", (_name, view, fault) => {
    expect(viewFaults(view, "modal")).toContainEqual(expect.stringContaining(fault));
  });
});
