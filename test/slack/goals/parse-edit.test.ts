import fc from "fast-check";
import { keyOf, parseArchive, parseSet } from "../../../src/slack/goals/parse-edit";
import { day } from "../../../src/time/day";

const today = day("2026-10-28");

function set(text: string) {
  return parseSet(text, today);
}

describe("setWords", () => {
  it.each([
    ["set emails daily 20", "email_quantity", "daily", 20],
    ["set daily emails to 20", "email_quantity", "daily", 20],
    ["set 20 emails a day", "email_quantity", "daily", 20],
    ["SET “E–mails” daily 20", "email_quantity", "daily", 20],
    ["set my calls = 400 weekly", "phone_call_quantity", "weekly", 400],
    ["set calls 80/day", "phone_call_quantity", "daily", 80],
    ["set calls 80 per week", "phone_call_quantity", "weekly", 80],
    ["set talk time 300 min daily", "talk_time_minutes", "daily", 300],
    ["set talk time daily 1,500 minutes", "talk_time_minutes", "daily", 1500],
    ["set stage a monthly 5", "lead_progression_a", "monthly", 5],
    ["set fact finding goal to 5 a month", "lead_progression_a", "monthly", 5],
    ["set wholesale monthly $100,000", "new_sales_wholesale", "monthly", 100_000],
    ["set wholesale sales monthly 100k", "new_sales_wholesale", "monthly", 100_000],
    ["set distribution each month $1.5k", "new_sales_distribution", "monthly", 1500],
    ["set wholesale 100 000 monthly", "new_sales_wholesale", "monthly", 100_000],
    ["set emails daily 0", "email_quantity", "daily", 0],
    ["set emails daily –5", "email_quantity", "daily", -5],
    ["add emails daily 20", "email_quantity", "daily", 20],
    ["set\u0000emails daily\u200f 20", "email_quantity", "daily", 20],
  ])("understands %j", (text, type, period, target) => {
    expect(set(text)).toEqual({
      kind: "edit",
      whose: "me",
      type,
      period,
      edit: { kind: "set", target, from: today },
    });
  });

  it.each([
    ["set emails daily 20 <@U0BEN|ben>", { userId: "U0BEN" }],
    ["set <@U0BEN> emails daily 20", { userId: "U0BEN" }],
    ["set emails daily 20 for <@U0BEN|<evil 30 team weekly from 2026-12-01>", { userId: "U0BEN" }],
    ["set emails daily 20 team", "team"],
    ["set the team’s emails daily 20", "team"],
    ["set emails daily 20 for the whole team", "team"],
  ])("reads in %j whose it is", (text, whose) => {
    expect(set(text)).toMatchObject({ kind: "edit", whose, edit: { target: 20, from: today } });
  });

  it.each([
    ["set emails daily 20 from 2026-12-01", "2026-12-01"],
    ["set emails daily 20 from 2026-12-1 team", "2026-12-01"],
    ["set emails daily from 2026-12-01 20", "2026-12-01"],
    ["set emails daily 20 starting tomorrow", "2026-10-29"],
    ["set emails daily 20 from next week", "2026-11-02"],
    ["set emails daily 20 from next month", "2026-11-01"],
    ["set emails weekly 20 from this week", "2026-10-26"],
    ["set emails monthly 20 from this month", "2026-10-01"],
    ["set emails daily 20 2026-12-01", "2026-12-01"],
  ])("reads in %j from when", (text, from) => {
    expect(set(text)).toMatchObject({ kind: "edit", edit: { target: 20, from } });
  });

  it.each([
    ["set", "Which metric? For example calls or emails."],
    ["set daily 20", "Which metric? For example calls or emails."],
    ["set emails 20", "Which period: `daily`, `weekly` or `monthly`?"],
    ["set emails daily weekly 20", "I don't know “daily weekly”."],
    ["set emails daily", "What target? For example 20, 1,500 or $100k."],
    ["set emails daily 1.500", "“1.500” is ambiguous. Write 1500, 1,500 or 1.5."],
    ["set emails daily 20 30", "I don't know “30”."],
    ["set emails daily $20", "Emails can't be in dollars: write just the number."],
    ["set emails daily 20 min", "Emails can't be in minutes: write just the number."],
    ["set talk time daily $90", "Talk time can't be in dollars: write just the number."],
    ["set wholesale monthly 90 minutes", "Wholesale sales can't be in minutes: write just the number."],
    ["set sales monthly 100k", "Which one: `wholesale sales` or `distribution sales`?"],
    ["set leads monthly 5", "Which one: `fact finding`, `contact`, or `closing`?"],
    ["set emails daily 20 <@U0BEN> <@U0ANA>", "I don't know “&lt;@u0ana&gt;”."],
    ["set emails daily 20 @ben", "Type `@` and pick the person."],
    ["set emails daily 20 from 2026-02-30", "There's no 2026-02-30. Write a day as 2026-10-28 or Oct 28."],
    ["set emails daily 20 from 12-01", "Write the start day as 2026-12-01 or Dec 1."],
    ["set 🎉🎉 daily 20", "I don't know “🎉🎉”."],
    ["set <!here> daily 20", "I don't know “&lt;!here&gt;”."],
    ["set عدد daily 20", "I don't know “عدد”."],
    ["set constructor daily 20", "I don't know “constructor”."],
    [
      "set cals weekly 60 <@U0BEN|ben> from next week",
      "I don't know “cals”. Did you mean `/goals set calls weekly 60 @rep from next week`?",
    ],
    ["set tlak 9 time daily", "I don't know “tlak time”."],
  ])("says what is wrong with %j", (text, fault) => {
    expect(set(text)).toEqual({ kind: "fault", fault });
  });

  it.each(["x", "9", "<@", "daily ", "20 ", "from ", "$1,"])(
    "answers shortly whatever 4,000 characters of %j say",
    (text) => {
      const words = set(`set emails daily ${text.repeat(4_000 / text.length)}`);

      expect(words.kind).toBe("fault");
      expect(JSON.stringify(words).length).toBeLessThan(300);
    },
  );
});

describe("a change whose metric is mistyped", () => {
  it("is suggested with the metric alone put right, wherever it stands and whatever has its letters in it", () => {
    const mistyped = fc.constantFrom<readonly [string, string]>(
      ["cals", "calls"],
      ["emials", "emails"],
      ["clls", "calls"],
    );
    const verb = fc.constantFrom("set", "archive");
    fc.assert(
      fc.property(verb, mistyped, fc.integer({ min: 0, max: 3 }), (said, [typed, metric], at) => {
        const others = [`<@U0${typed.toUpperCase()}>`, "weekly", ...(said === "set" ? ["60"] : [])];
        const words = others.toSpliced(Math.min(at, others.length), 0, typed);

        const edit = said === "set" ? set(["set", ...words].join(" ")) : parseArchive(["archive", ...words].join(" "));

        const right = words.map((word) => (word === typed ? metric : word.replace(/<@.*>/, "@rep")));
        const fault = `I don't know “${typed}”. Did you mean \`/goals ${[said, ...right].join(" ")}\`?`;
        expect(edit).toEqual({ kind: "fault", fault });
      }),
    );
  });
});

describe("archiveWords", () => {
  it("names one goal and whose it is", () => {
    expect(parseArchive("archive calls weekly <@U0BEN|ben>")).toEqual({
      kind: "edit",
      whose: { userId: "U0BEN" },
      type: "phone_call_quantity",
      period: "weekly",
      edit: { kind: "archive" },
    });
  });

  it.each([
    ["archive", "Which metric? For example calls or emails."],
    ["archive calls", "Which period: `daily`, `weekly` or `monthly`?"],
    ["archive calls weekly 20", "I don't know “20”."],
    ["archive emials weekly team", "I don't know “emials”. Did you mean `/goals archive emails weekly team`?"],
  ])("says what is wrong with %j", (text, fault) => {
    expect(parseArchive(text)).toEqual({ kind: "fault", fault });
  });
});

describe("keyOf", () => {
  it.each([
    ["set emails daily 20", { userId: "U0MAX" }],
    ["set emails daily 20 <@U0BEN>", { userId: "U0BEN" }],
    ["set emails daily 20 team", { team: "everyone" }],
  ])("says of %j whose goal it is when U0MAX says it", (text, whose) => {
    const words = set(text);
    if (words.kind !== "edit") throw new Error("It is understood");

    expect(keyOf(words, { userId: "U0MAX", team: "everyone" })).toEqual({
      ...whose,
      type: "email_quantity",
      period: "daily",
    });
  });
});
