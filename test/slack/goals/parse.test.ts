import { parseGoals } from "../../../src/slack/commands/parse-goals";

describe("goalsWords", () => {
  it.each([
    ["", { kind: "mine" }],
    [" ", { kind: "mine" }],
    ["me", { kind: "mine" }],
    ["Mine", { kind: "mine" }],
    ["my goals", { kind: "mine" }],
    ["help", { kind: "help", topic: null }],
    ["“Help”", { kind: "help", topic: null }],
    ["?", { kind: "help", topic: null }],
    ["team", { kind: "team", name: null }],
    ["team “West Coast”", { kind: "team", name: "west coast" }],
    ["Why calls?", { kind: "why" }],
    ["set", { kind: "form" }],
    ["“set”", { kind: "form" }],
    ["help why", { kind: "help", topic: "why" }],
    ["Help  SET", { kind: "help", topic: "set" }],
    ["help me", { kind: "help", topic: null }],
    ["set calls 400 weekly", { kind: "set" }],
    ["archive calls weekly", { kind: "archive" }],
    ["archive", { kind: "archive" }],
    ["<@U0ANA|ana>", { kind: "of", userId: "U0ANA" }],
    ["<@W0ANA>", { kind: "of", userId: "W0ANA" }],
    ["Last month", { kind: "month", months: 1, whose: "me" }],
    ["this month <@U0ANA|ana>", { kind: "month", months: 0, whose: { userId: "U0ANA" } }],
    ["log", { kind: "log", whose: null }],
    ["log mine", { kind: "log", whose: "me" }],
    ["log team", { kind: "log", whose: "team" }],
    ["log of team West Coast", { kind: "log", whose: { team: "west coast" } }],
    ["log of <@U0ANA|ana>", { kind: "log", whose: { userId: "U0ANA" } }],
  ])("understands %j", (text, words) => {
    expect(parseGoals(text)).toEqual(words);
  });

  it.each([
    ["constructor", "I don't know “constructor”."],
    ["<!here>", "I don't know “&lt;!here&gt;”."],
    ["log yesterday", "I don't know “log yesterday”. Did you mean `/goals log`?"],
    ["bord", "I don't know “bord”. Did you mean `/goals board`?"],
    ["LEADERBORD", "I don't know “LEADERBORD”. Did you mean `/goals leaderboard`?"],
    ["lst month", "I don't know “lst month”. Did you mean `/goals last month`?"],
    ["last months please", "I don't know “last months please”. Did you mean `/goals last month`?"],
    ["wyh calls", "I don't know “wyh calls”. Did you mean `/goals why`?"],
    ["calls", "I don't know “calls”. Did you mean `/goals why calls`?"],
    ["<@U0ANA> <@U0BEN>", "I don't know “&lt;@U0ANA&gt; &lt;@U0BEN&gt;”."],
    ["@ana", "Type `@` and pick the person."],
    ["last month @ana", "Type `@` and pick the person."],
    ["log @ana", "Type `@` and pick the person."],
    ["🎉", "I don't know “🎉”."],
    ["‮live\u0000", "I don't know “live”."],
    ["x".repeat(4_000), `I don't know “${"x".repeat(59)}…”.`],
  ])("says that %j is not understood", (text, fault) => {
    expect(parseGoals(text)).toMatchObject({ kind: "fault", fault });
  });

  it.each([
    ["bord", "board"],
    ["calls", "why calls"],
    ["lst month", "last month"],
    ["🎉", null],
  ])("says what may have been meant by %j as it is typed", (text, near) => {
    expect(parseGoals(text)).toMatchObject({ kind: "fault", near });
  });
});
