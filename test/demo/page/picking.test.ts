import { choicesOf } from "../../../src/demo/page/elements/entry";
import { chosenOf, matching, steppedTo, toggled } from "../../../src/demo/page/elements/picking";

const option = (text: string) => ({ text: { type: "plain_text", text }, value: text.toLowerCase() });
const label = (text: string) => ({ type: "plain_text", text });
const GROUPS = choicesOf({
  option_groups: [
    { label: label("Teams"), options: [option("West")] },
    { label: label("People"), options: [option("Ana Torres"), option("Dev Patel")] },
  ],
});

describe("a field that takes several options", () => {
  it.each([
    ["", ["west", "ana torres", "dev patel"]],
    ["TOR", ["ana torres"]],
    [" west ", ["west"]],
    ["ben", []],
  ])("lists for %j what has it in its words, without groups that have none", (typed, values) => {
    const shown = matching(GROUPS, typed);

    expect(shown.flatMap(({ choices }) => choices.map(({ value }) => value))).toEqual(values);
    expect(shown.every(({ choices }) => choices.length > 0)).toBe(true);
  });

  it("shows what is chosen in the order in which it was, and nothing that it does not offer", () => {
    expect(chosenOf(GROUPS, ["dev patel", "gone", "west"]).map(({ value }) => value)).toEqual(["dev patel", "west"]);
  });

  it("adds what is not chosen yet and takes out what is", () => {
    expect(toggled(["a"], "b")).toEqual(["a", "b"]);
    expect(toggled(["a", "b"], "a")).toEqual(["b"]);
  });

  it.each([
    ["ArrowDown", 2, 0],
    ["ArrowUp", 0, 2],
    ["End", 0, 2],
    ["Home", 2, 0],
    ["a", 1, null],
  ] as const)("moves by %s from %i of three to %s", (key, at, next) => {
    expect(steppedTo(key, { at, count: 3 })).toBe(next);
    expect(steppedTo(key, { at: 0, count: 0 })).toBeNull();
  });
});
