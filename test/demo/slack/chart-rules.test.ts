import { blockFaults } from "../../../src/demo/slack/rules/blocks";

const long = (length: number) => "x".repeat(length);
const many = <Item>(count: number, make: (at: number) => Item) => Array.from({ length: count }, (_, at) => make(at));
const mrkdwn = (text: string) => ({ type: "mrkdwn", text });
const plain = (text: string) => ({ type: "plain_text", text });
const points = (count: number) => many(count, (at) => ({ label: `p${at}`, value: at - 3 }));
const lines = (count: number) => many(count, (at) => ({ name: `s${at}`, data: points(2) }));
const axes = (count: number, more: object = {}) => ({ categories: many(count, (at) => `p${at}`), ...more });
const drawn = (chart: object, more: object = {}) => ({ type: "data_visualization", title: "Calls", chart, ...more });
const chart = ({
  type = "line",
  series = lines(1),
  axis = axes(2),
}: {
  type?: string;
  series?: unknown;
  axis?: object;
}) => drawn({ type, series, axis_config: axis });
const pie = (...segments: readonly object[]) => drawn({ type: "pie", segments });
const cell = (text: string) => ({ type: "raw_text", text });
const number = (value: number) => ({ type: "raw_number", value, text: String(value) });
const dataTable = (rows: unknown, more: object = {}) => ({ type: "data_table", caption: "Calls", rows, ...more });
const row = (name: string) => [cell(name), number(1)];
const TWO_ROWS = [[cell("Rep"), cell("Calls")], row("Ana")];
const button = (text: string) => ({ type: "button", action_id: text, text: plain(text) });
const card = (more: object) => ({ type: "card", ...more });
const container = (more: object) => ({ type: "container", title: plain("Details"), child_blocks: [], ...more });
const divider = { type: "divider" };

describe("charts, data tables, cards, alerts and containers", () => {
  it.each([
    [
      "a line of 20 points and 6 series",
      chart({ series: many(6, (at) => ({ name: `s${at}`, data: points(20) })), axis: axes(20) }),
    ],
    ["an area with values below zero", chart({ type: "area", series: [{ name: "s", data: points(2) }] })],
    ["bars whose points come in any order", chart({ type: "bar", series: [{ name: "s", data: points(2).reverse() }] })],
    ["a pie of six", pie(...many(6, (at) => ({ label: `p${at}`, value: at + 1 })))],
    [
      "a title and labels of 50",
      drawn(
        { type: "bar", series: lines(1), axis_config: axes(2, { x_label: long(50), y_label: long(50) }) },
        { title: long(50) },
      ),
    ],
    ["a data table of 101 rows", dataTable([TWO_ROWS[0], ...many(100, (at) => row(`r${at}`))], { page_size: 100 })],
    [
      "a card with two buttons",
      card({ title: mrkdwn(long(150)), body: mrkdwn(long(200)), actions: [button("a"), button("b")] }),
    ],
    ["a carousel of ten", { type: "carousel", elements: many(10, () => card({ title: mrkdwn("x") })) }],
    [
      "a container of ten",
      container({ child_blocks: many(10, () => divider), is_collapsible: true, default_collapsed: true }),
    ],
  ])("may be %s in a message", (_name, block) => {
    expect(blockFaults([block], "message")).toEqual([]);
  });

  it.each([
    ["a 21st point", chart({ series: [{ name: "s", data: points(21) }], axis: axes(21) }), "no more than 20 items"],
    ["no point", chart({ series: [{ name: "s", data: [] }], axis: axes(0) }), "no fewer than 1 items"],
    ["a seventh series", chart({ series: lines(7) }), "no more than 6 items"],
    ["two series of one name", chart({ series: [...lines(1), ...lines(1)] }), "must be unique"],
    ["two categories of one name", chart({ axis: { categories: ["p0", "p0"] } }), "must be unique"],
    ["a point less than categories", chart({ axis: axes(3) }), "exactly one point for each category"],
    [
      "a point of another category",
      chart({ axis: { categories: ["p0", "p9"] } }),
      "exactly one point for each category",
    ],
    ["a label of 21", chart({ axis: { categories: ["p0", long(21)] } }), "less than 21 characters"],
    ["a series' name of 21", chart({ series: [{ name: long(21), data: points(2) }] }), "less than 21 characters"],
    [
      "a value that is none",
      chart({ series: [{ name: "s", data: [{ label: "p0", value: null }, points(2)[1]] }] }),
      "finite",
    ],
    [
      "a title of 51",
      drawn({ type: "line", series: lines(1), axis_config: axes(2) }, { title: long(51) }),
      "less than 51",
    ],
    ["no title", { type: "data_visualization", chart: {} }, "must be a string"],
    ["a kind that it does not know", chart({ type: "donut" }), "must be one of: line, bar, area, pie"],
    ["a slice of nothing", pie({ label: "p", value: 0 }), "above 0"],
    ["a seventh slice", pie(...many(7, (at) => ({ label: `p${at}`, value: 1 }))), "no more than 6 items"],
    [
      "a color",
      drawn({ type: "line", series: lines(1), axis_config: axes(2), color: "red" }),
      "additional property: color",
    ],
    ["a data table of one row", dataTable([TWO_ROWS[0]]), "no fewer than 2 items"],
    ["rows of different lengths", dataTable([TWO_ROWS[0], [cell("Ana")]]), "as long as the heading row"],
    ["a data table without a caption", dataTable(TWO_ROWS, { caption: undefined }), "is required"],
    ["a number without a value", dataTable([TWO_ROWS[0], [cell("Ana"), { type: "raw_number", text: "1" }]]), "finite"],
    ["a page of 101", dataTable(TWO_ROWS, { page_size: 101 }), "from 1 to 100"],
    ["an empty card", card({ subtitle: mrkdwn("x") }), "must have hero_image, title, actions or body"],
    ["a card's body of 201", card({ body: mrkdwn(long(201)) }), "less than 201"],
    ["a third button in a card", card({ actions: ["a", "b", "c"].map(button) }), "no more than 2 items"],
    [
      "an 11th card",
      { type: "carousel", elements: many(11, () => card({ title: mrkdwn("x") })) },
      "no more than 10 items",
    ],
    ["an 11th block in a container", container({ child_blocks: many(11, () => divider) }), "no more than 10 items"],
    [
      "a chart in a container",
      container({ child_blocks: [chart({})] }),
      "data_visualization is not allowed in container",
    ],
    ["a faulty block in a container", container({ child_blocks: [{ type: "section" }] }), "must have text or fields"],
    ["a container without a title", container({ title: undefined }), "must have title or rich_text_title"],
    ["an alert", { type: "alert", text: mrkdwn("x") }, "alert is not allowed in message"],
  ])("may not be %s in a message", (_name, block, fault) => {
    expect(blockFaults([block], "message")).toContainEqual(expect.stringContaining(fault));
  });

  it("may be two charts in a message, and no third", () => {
    expect(
      blockFaults(
        many(2, () => chart({})),
        "message",
      ),
    ).toEqual([]);
    expect(
      blockFaults(
        many(3, () => chart({})),
        "message",
      ),
    ).toEqual(["no more than 2 data_visualization blocks allowed [json-pointer:/blocks]"]);
  });

  it.each([
    ["data_visualization", chart({})],
    ["data_table", dataTable(TWO_ROWS)],
    ["container", container({ child_blocks: [divider] })],
  ])("stay out of Home and modals: %s", (type, block) => {
    for (const surface of ["home", "modal"] as const) {
      expect(blockFaults([block], surface)).toContainEqual(
        expect.stringContaining(`${type} is not allowed in ${surface}`),
      );
    }
  });

  it("take an alert of a level in a modal, and a card in Home", () => {
    expect(blockFaults([{ type: "alert", text: mrkdwn("x"), level: "warning" }], "modal")).toEqual([]);
    expect(blockFaults([{ type: "alert", text: mrkdwn("x"), level: "loud" }], "modal")).toHaveLength(1);
    expect(blockFaults([card({ title: mrkdwn("x") })], "home")).toEqual([]);
  });
});
