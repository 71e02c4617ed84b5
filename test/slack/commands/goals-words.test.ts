import { goalsWords } from "../../../src/slack/commands/goals-words";

describe("goalsWords", () => {
  it.each(["", " ", "me", "Mine"])("takes %j for one's own goals", (text) => {
    expect(goalsWords(text)).toEqual({ kind: "mine" });
  });

  it.each(["help", "“Help”", "?"])("gives help for %j", (text) => {
    expect(goalsWords(text)).toEqual({ kind: "help" });
  });

  it("leaves what is said behind why to others", () => {
    expect(goalsWords("Why calls?")).toEqual({ kind: "why" });
  });

  it.each([
    ["team", "The team's leaderboard is not here yet."],
    ["set calls 400 weekly", "Goals cannot be set from Slack yet."],
    ["log", "The log of goal changes is not here yet."],
    ["<@U0ANA|ana>", "Only your own goals can be shown yet, not other people's."],
    ["@ana", "Only your own goals can be shown yet, not other people's."],
    ["constructor", "I do not understand “constructor”."],
    ["<!here>", "I do not understand “&lt;!here&gt;”."],
  ])("says honestly that %j does not work", (text, fault) => {
    expect(goalsWords(text)).toEqual({ kind: "fault", fault });
  });
});
