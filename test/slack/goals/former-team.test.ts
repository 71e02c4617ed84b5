import {
  completeKey,
  decodeDraft,
  decodeGoalKey,
  decodeStart,
  decodeTeamPage,
  draftAct,
  encodeTeamPage,
} from "../../../src/slack/goals/payload";

const WHAT = { type: "email_quantity", period: "daily" } as const;

describe("a button of a message from before there were teams", () => {
  it("means Everyone by the one team of then", () => {
    const key = { team: "sales", ...WHAT };
    const draft = JSON.stringify({ key, edit: { kind: "archive" }, seen: "none" });

    expect(decodeGoalKey(JSON.stringify(key))).toEqual({ team: "everyone", ...WHAT });
    expect(decodeStart('{"team":"sales"}')).toEqual({ team: "everyone" });
    expect(completeKey(key)).toMatchObject({ team: "everyone" });
    expect(decodeDraft(draft).key).toMatchObject({ team: "everyone" });
    expect(draftAct(draft)).toEqual({ does: "edit-goals", team: "everyone" });
  });

  it("leads to a page of the team that whoever presses it means", () => {
    expect(decodeTeamPage("3")).toEqual({ team: null, page: 3 });
    expect(decodeTeamPage("nonsense")).toEqual({ team: null, page: 0 });
    expect(decodeTeamPage(encodeTeamPage({ team: "k3x9q2ab", page: 2 }))).toEqual({ team: "k3x9q2ab", page: 2 });
  });
});
