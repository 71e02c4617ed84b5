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
    ["Last month", { kind: "month", asked: { months: 1 }, whose: "me" }],
    ["history 2026-09", { kind: "month", asked: { month: "2026-09-01" }, whose: "me" }],
    ["this month <@U0ANA|ana>", { kind: "month", asked: { months: 0 }, whose: { userId: "U0ANA" } }],
    ["log", { kind: "log", whose: null }],
    ["log mine", { kind: "log", whose: "me" }],
    ["log team", { kind: "log", whose: "team" }],
    ["log of team West Coast", { kind: "log", whose: { team: "west coast" } }],
    ["log of <@U0ANA|ana>", { kind: "log", whose: { userId: "U0ANA" } }],
  ])("understands %j", (text, words) => {
    expect(parseGoals(text)).toEqual(words);
  });

  it.each([
    ["@ana", "Type `@` and pick the person."],
    ["last month @ana", "Type `@` and pick the person."],
    ["log @ana", "Type `@` and pick the person."],
  ])("says what is wrong with %j", (text, fault) => {
    expect(parseGoals(text)).toEqual({ kind: "fault", fault });
  });

  it.each([
    ...["constructor", "<!here>", "log yesterday", "bord", "calls", "<@U0ANA> <@U0BEN>", "🎉", "last months please"],
    ...["‮live\u0000", "x".repeat(4_000), "history 2026-13", "history 2026"],
  ])("does not understand %j", (text) => {
    expect(parseGoals(text)).toEqual({ kind: "unknown", text });
  });
});
