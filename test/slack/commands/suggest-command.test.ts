import { type Actor, can } from "../../../src/people/permissions";
import { unknownAnswer } from "../../../src/slack/commands/help-answer";
import { parseGoals } from "../../../src/slack/commands/parse-goals";
import { type Asker, mayNameTeam, suggestedCommand } from "../../../src/slack/commands/suggest-command";
import { teamNamed } from "../../../src/slack/goals/team/team-choice";
import { day } from "../../../src/time/day";
import { aTeam } from "../../support/builders/teams";

const ANA = "<@U0ANA|ana>";
const REP: Actor = { userId: "U0ANA", role: "rep", memberOf: ["west"] };
const MANAGER: Actor = { userId: "U0MAX", role: "manager", teams: ["west"], members: new Set(["U0ANA"]) };
const ADMIN: Actor = { userId: "U0NED", role: "admin" };

function asker(who: Actor): Asker {
  const isTeam: Asker["isTeam"] = (words, does) => {
    const team = teamNamed(words, [aTeam("west", { name: "West" }), aTeam("east", { name: "East" })]);
    return team !== null && can(who, { does, team });
  };
  return {
    userId: who.userId,
    may: (act) => can(who, act),
    today: day("2026-10-28"),
    exported: day("2026-10-01"),
    isTeam,
  };
}

describe("what may have been meant by a command that is not understood", () => {
  it.each([
    ["bord", "board"],
    ["LEADERBORD", "leaderboard"],
    ["digst", "digest"],
    ["digst preview", "digest preview"],
    ["digst tomorow", "digest"],
    ["hlep", "help"],
    ["lst month", "last month"],
    ["last months please", "last month"],
    ["tis month", "this month"],
    ["wyh", "why calls"],
    ["wyh calls", "why calls"],
    ["wyh my cals last week", "why calls last week"],
    ["wyh cals last week", "why calls last week"],
    ["why? talktime", "why talktime"],
    ["hwy tlak time", "why talk time"],
    ["hwy emials Oct 1 - Oct 15", "why emails oct 1 - oct 15"],
    ["wyh calls lats weak", "why calls"],
    ["wyh foo", "help why"],
    ["trned wholesale this month", "trend wholesale this month"],
    ["calls", "why calls"],
    ["calls yesterday", "why calls yesterday"],
    ["cals", "why calls"],
    ["emials last month", "why emails last month"],
    ["log yesterday", "log"],
    ["lgo mine", "log mine"],
    ["histroy", "history"],
    ["ranking", "board"],
    ["snooze", "digest snooze 3d"],
    ["Snooze 5d", "digest snooze 5d"],
    ["pause it", "digest snooze 3d"],
    ["pause 2 weeks", "digest snooze 2 weeks"],
    ["mute 1w", "digest snooze 1w"],
    ["pause for 1 week", "digest snooze for 1 week"],
    ["off", "digest off"],
    ["forecast", "trend"],
    ["create", null],
    ["constructor", null],
    ["<!here>", null],
    ["<@U0ANA> <@U0BEN>", null],
    ["🎉", null],
    ["x".repeat(4_000), null],
  ])("of %j is %j, the whole command", (text, meant) => {
    expect(suggestedCommand(text, asker(REP))).toBe(meant);
  });

  it.each([
    ["tem", null, "team", "team"],
    ["tem west", null, "team west", "team west"],
    ["tem east", null, "team", "team east"],
    ["tem foo", null, "team", "team"],
    ["bord west", "board west", "board west", "board west"],
    ["bord foo", "board", "board", "board"],
    ["lgo team foo", "log", "log", "log"],
    ["lgo team west", "log", "log team west", "log team west"],
    ["delivries", null, null, "deliveries"],
    ["wyh calls team", "why calls", "why calls team", "why calls team"],
    ["wyh cals unmatched", "why calls", "why calls", "why calls unmatched"],
    ["trned calls team", "trend calls", "trend calls team", "trend calls team"],
    ["wyh calls <@U0BEN>", "why calls", "why calls", "why calls <@u0ben>"],
    ["lst month <@U0BEN>", "last month", "last month", "last month <@u0ben>"],
    [`wyh calls ${ANA}`, "why calls <@u0ana|ana>", "why calls <@u0ana|ana>", "why calls <@u0ana|ana>"],
    ["lgo team", "log", "log team", "log team"],
    ["log tem", "log", "log team", "log team"],
    ["st", null, "set", "set"],
    [`sett calls weekly 40 ${ANA}`, null, "set calls weekly 40 <@u0ana|ana>", "set calls weekly 40 <@u0ana|ana>"],
    ["sett calls weekly 40 <@U0BEN>", null, "set", "set calls weekly 40 <@u0ben>"],
    ["archve calls weekly <@U0BEN>", null, "help set", "archive calls weekly <@u0ben>"],
  ])("of %j is what they may do: a rep, a manager of West, an admin", (text, rep, manager, admin) => {
    expect([REP, MANAGER, ADMIN].map((who) => suggestedCommand(text, asker(who)))).toEqual([rep, manager, admin]);
  });

  it("is nothing of others' as long as nobody knows who asks", () => {
    const unknown: Asker = { ...asker(REP), may: () => false, isTeam: () => false };

    expect(["tem", "st", "delivries", "bord", "wyh calls team"].map((text) => suggestedCommand(text, unknown))).toEqual(
      [...[null, null, null, "board", "why calls"]],
    );
  });

  it.each([
    ["tem west", true],
    ["lgo team west", true],
    ["tem", false],
    ["wyh calls", false],
    ["x".repeat(4_000), false],
  ])("may name a team in %j: %j", (text, named) => {
    expect(mayNameTeam(text)).toBe(named);
  });

  it("is a command that is understood, whatever letters are mistyped", () => {
    for (const words of ["why calls last week", "trend emails this month", "board", "last month", "digest preview"]) {
      const [first = "", ...rest] = words.split(" ");
      for (let at = 0; at < first.length; at += 1) {
        const typed = [first.slice(0, at) + first.slice(at + 1), ...rest].join(" ");
        const meant = parseGoals(typed).kind === "unknown" ? suggestedCommand(typed, asker(REP)) : null;
        if (meant !== null) expect([typed, parseGoals(meant).kind]).not.toEqual([typed, "unknown"]);
      }
    }
  });

  it("are goals of a month where one asks for history, and of now where one asks for today", () => {
    expect(["history", "today", "goals", "status"].map((text) => parseGoals(text))).toEqual([
      { kind: "month", asked: { months: "latest" }, whose: "me" },
      ...Array(3).fill({ kind: "mine" }),
    ]);
    expect(parseGoals("history <@U0BEN>")).toEqual({
      kind: "month",
      asked: { months: "latest" },
      whose: { userId: "U0BEN" },
    });
  });

  it("is said with names instead of mentions, and has a button that runs it where that changes nothing", () => {
    const shown = (text: string, who: Actor) => {
      const { text: said, blocks } = unknownAnswer(text, asker(who));
      const [button] = blocks.flatMap((block) => (block.type === "actions" ? block.elements : []));
      return [said, button !== undefined && "value" in button ? button.value : null];
    };

    expect(shown("wyh calls last week", REP)).toEqual([
      "I don't know “wyh calls last week”. Did you mean `/goals why calls last week`? More: `/goals help`.",
      "why calls last week",
    ]);
    expect(shown(`wyh calls ${ANA}`, MANAGER)).toEqual([
      expect.stringContaining("Did you mean `/goals why calls @ana`?"),
      "why calls <@u0ana|ana>",
    ]);
    expect(shown("digst off", REP)).toEqual([expect.stringContaining("Did you mean `/goals digest off`?"), null]);
    expect(shown("sett calls weekly 40", ADMIN)[1]).toBeNull();
  });
});
