import { type Actor, can } from "../../../src/people/permissions";
import { unknownAnswer } from "../../../src/slack/commands/help-answer";
import type { Asker } from "../../../src/slack/commands/suggest-command";
import { day } from "../../../src/time/day";

const REP: Actor = { userId: "U0ANA", role: "rep" };
const MANAGER: Actor = { userId: "U0MAX", role: "manager", teams: ["west"] };
const ADMIN: Actor = { userId: "U0NED", role: "admin" };

function asker(who: Actor): Asker {
  const days = { today: day("2026-10-28"), exported: day("2026-10-01") };
  return { userId: who.userId, may: (act) => can(who, act), ...days, isTeam: () => false };
}

describe("the answer to a word for what is no command of /goals", () => {
  it.each([
    ["export", "*Export CSV* below sends your October goals to our DM", "history_export"],
    ["Export my calls", "The records behind a number: `/goals why calls`, then *Export CSV*", "history_export"],
    ["exprot", "*Export CSV* below", "history_export"],
    ["settings", "*Settings* is the last button on your page in Home", null],
    ["time zone", "*Settings* is the last button on your page in Home", null],
    ["days off", "Home, *Settings*, then *Add days off*", null],
    ["holidays", "Public holidays are set by your admins", null],
    ["recap", "on the first workday of a week and of a month", "goals_run"],
    ["undo", "Managers set goals, and can undo a change. What", "goals_run"],
    ["home", "*Home* is the first tab of this app", "goals_run"],
    ["sync", "`/sync` is a command of its own", "sync_now"],
    ["import", "Admins import Fishbowl's orders", null],
    ["health", "That's for admins", null],
    ["teams", "Teams are for managers and admins. How you stand: `/goals`.", "goals_run"],
  ])("of %j, which is a button or stands elsewhere, is where that is", (typed, says, action) => {
    const { text, blocks } = unknownAnswer(typed, asker(REP));

    expect(text).toContain(says);
    expect(text).not.toContain("I don't know");
    const pressed = blocks.flatMap((block) => (block.type === "actions" ? block.elements : []));
    expect(pressed.map(({ action_id }) => action_id)).toEqual(action === null ? [] : [action]);
  });

  it("of what is elsewhere is what the one who asks may do, and of their own month", () => {
    const said = (text: string, who: Actor) => unknownAnswer(text, asker(who));

    expect(said("export", MANAGER).text).toContain("Your team's is on the *Team* page in Home.");
    expect(said("export", REP).text).not.toContain("Your team's");
    expect(said("undo", MANAGER).text).toContain("*Undo* is below the message that confirmed a change");
    expect(said("holidays", ADMIN).text).toContain("Public holidays are in Home, *Admin*, then *Settings*");
    expect(said("import", ADMIN).text).toMatch(/drop a CSV file .*[^.]\.$/);
    expect(said("health", ADMIN).text).toContain("*Admin* in Home");
    for (const typed of ["teams", "teems"]) {
      expect([MANAGER, ADMIN].map((who) => JSON.stringify(said(typed, who).blocks))).toEqual([
        ...Array(2).fill(expect.stringMatching(/^(?=.*`\/goals team` shows how your team stands)(?=.*"value":"team")/)),
      ]);
    }
    expect(said("teams", ADMIN).text).toContain("*Admin*, then *Teams*");
    expect(JSON.stringify(said("export", REP).blocks)).toContain('"value":"2026-10-01"');
    // While nobody knows who they are, or which month is theirs, there is nothing to send, nor a button to speak of.
    for (const unknown of [{ may: () => false }, { exported: null }]) {
      const { text, blocks } = unknownAnswer("export", { ...asker(REP), ...unknown });
      expect([blocks.length, text.includes("below")]).toEqual([1, false]);
    }
  });

  it("takes a mistyped word of five letters or more for something elsewhere, and no shorter one", () => {
    expect(unknownAnswer("exprot", asker(REP)).text).toContain("*Export CSV* below");
    // No more than two letters from "csv" and "app".
    for (const typed of ["cat", "apt"]) expect(unknownAnswer(typed, asker(REP)).text).toContain("I don't know");
  });
});
