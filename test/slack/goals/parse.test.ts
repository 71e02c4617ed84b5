import { parseGoals } from "../../../src/slack/commands/parse-goals";

describe("goalsWords", () => {
  it.each([
    ["", { kind: "mine" }],
    [" ", { kind: "mine" }],
    ["me", { kind: "mine" }],
    ["Mine", { kind: "mine" }],
    ["my goals", { kind: "mine" }],
    ["help", { kind: "help" }],
    ["“Help”", { kind: "help" }],
    ["?", { kind: "help" }],
    ["team", { kind: "team" }],
    ["Why calls?", { kind: "why" }],
    ["set", { kind: "form" }],
    ["“set”", { kind: "form" }],
    ["set calls 400 weekly", { kind: "set" }],
    ["archive calls weekly", { kind: "archive" }],
    ["archive", { kind: "archive" }],
    ["<@U0ANA|ana>", { kind: "of", userId: "U0ANA" }],
    ["<@W0ANA>", { kind: "of", userId: "W0ANA" }],
    ["log", { kind: "log", whose: null }],
    ["log mine", { kind: "log", whose: "me" }],
    ["log team", { kind: "log", whose: "team" }],
    ["log of <@U0ANA|ana>", { kind: "log", whose: { userId: "U0ANA" } }],
  ])("understands %j", (text, words) => {
    expect(parseGoals(text)).toEqual(words);
  });

  it.each([
    ["constructor", "I do not understand “constructor”."],
    ["<!here>", "I do not understand “&lt;!here&gt;”."],
    ["team spirit", "I do not understand “team spirit”."],
    ["log yesterday", "I do not understand “log yesterday”."],
    ["<@U0ANA> <@U0BEN>", "I do not understand “&lt;@U0ANA&gt; &lt;@U0BEN&gt;”."],
    ["@ana", "Choose the person from the list that Slack opens at `@`."],
    ["log @ana", "Choose the person from the list that Slack opens at `@`."],
    ["🎉", "I do not understand “🎉”."],
    ["‮live\u0000", "I do not understand “live”."],
    ["x".repeat(4_000), `I do not understand “${"x".repeat(59)}…”.`],
  ])("says that %j is not understood", (text, fault) => {
    expect(parseGoals(text)).toEqual({ kind: "fault", fault });
  });
});
