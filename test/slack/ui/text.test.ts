import { foreign, listed, someOf } from "../../../src/slack/ui/text";

describe("foreign", () => {
  it.each([
    ["Ana Lima", "Ana Lima"],
    ["<!channel> *x* <http://evil|click>", "&lt;!channel&gt; ∗x∗ &lt;http://evil|click&gt;"],
    ["a & b", "a &amp; b"],
    ["two\nlines\tand\u0000more", "two lines and more"],
    ["\u202Eevil\u202C \u2066x\u2069", "evil x"],
    ["`code` ~gone~", "ˋcodeˋ ∼gone∼"],
    ["_Lee_ __x__ snake_case _", "ˍLeeˍ ˍˍxˍˍ snake_case ˍ"],
    ["\u200b", "(no name)"],
    ["", "(no name)"],
  ])("makes %j harmless", (text, harmless) => {
    expect(foreign(text)).toBe(harmless);
  });

  it.each([
    [80, "x".repeat(80)],
    [81, `${"x".repeat(79)}…`],
    [5000, `${"x".repeat(79)}…`],
  ])("shows a name of %d characters in at most 80", (length, shown) => {
    expect(foreign("x".repeat(length))).toBe(shown);
  });
});

describe("someOf", () => {
  it.each([
    [3, "a, b, c"],
    [2, "a, b and 1 more"],
    [0, "3 in all"],
  ])("shows at most %d", (most, words) => {
    expect(someOf(["a", "b", "c"], most)).toBe(words);
  });
});

describe("listed", () => {
  it.each([
    [[], ""],
    [["a"], "a"],
    [["a", "b"], "a and b"],
    [["a", "b", "c"], "a, b, and c"],
  ])("joins %j", (items, words) => {
    expect(listed(items)).toBe(words);
  });
});
