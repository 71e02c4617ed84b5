import { foreign, listed, plainForeign, plainLabel, someOf, unbrokenParts } from "../../../src/slack/ui/text";

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

describe("plain text", () => {
  it("is as long as Slack counts, which are two of an emoji, and divides none", () => {
    expect(plainForeign("🎉".repeat(30), 60)).toBe("🎉".repeat(30));
    expect(plainForeign("🎉".repeat(31), 60)).toBe(`${"🎉".repeat(29)}…`);
    expect(plainForeign(`x${"🎉".repeat(30)}`, 60)).toBe(`x${"🎉".repeat(29)}…`);
  });

  it("is of 75 as a label, without what turns the direction, and with its own signs", () => {
    expect(plainLabel("Message Tim & Co <b>\u202E")).toBe("Message Tim & Co <b>");
    expect(plainLabel("&".repeat(75))).toBe("&".repeat(75));
    expect(plainLabel("🎉".repeat(40))).toBe(`${"🎉".repeat(37)}…`);
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

describe("what is kept together on a line of a phone", () => {
  it("is each short part of a line, with the comma or the dot that ends it, and nothing that is formatted or long", () => {
    const kept = (text: string) => unbrokenParts(text).replaceAll("\u00a0", "_");

    expect(kept("Today: $28,567 wholesale · 7 calls · 6 emails")).toBe("Today:_$28,567_wholesale_· 7_calls_· 6_emails");
    expect(kept("🔴 Month: *46 of 60*, behind by 6; if nothing today: 7 a day\n<@U1> is off")).toBe(
      "🔴 Month: *46 of 60*, behind_by_6; if_nothing_today:_7_a_day\n<@U1> is off",
    );
    expect(kept("As of Thu, Oct 29, 2026, 4 calls")).toBe("As_of_Thu,_Oct_29,_2026, 4_calls");
    expect(kept("synced Oct 19 – Oct 28, 4 calls")).toBe("synced_Oct_19_– Oct_28, 4_calls");
    expect(kept("Updated today at 2:05 PM. Also done today: 30m talk time")).toBe(
      "Updated_today_at_2:05_PM. Also_done_today:_30m_talk_time",
    );
    expect(kept("Updated <!date^1^{time}|2:05 PM>. Also done today: 30m talk time")).toBe(
      "Updated <!date^1^{time}|2:05 PM>. Also_done_today:_30m_talk_time",
    );
    expect(kept("*Tue, Oct 27*: 9 (1 of 9 records on this page)")).toBe(
      "*Tue, Oct 27*: 9 (1_of_9_records_on_this_page)",
    );
    expect(kept("*Done Fri*: $0 wholesale, 6 calls by B. Lee")).toBe("*Done Fri*: $0_wholesale, 6_calls_by_B._Lee");
    expect(kept("what has more words than a phone has room for")).toBe("what has more words than a phone has room for");
  });
});
