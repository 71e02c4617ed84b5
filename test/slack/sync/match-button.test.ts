import { decodeMapping, withMatchButton } from "../../../src/slack/sync/match-button";
import { section } from "../../../src/slack/ui/blocks";

const row = section("⚠️ $50 waits for a match");
const beside = (owner: string | null) =>
  withMatchButton(row, { source: "fishbowl", owner, name: "B. Lee", isFirst: true });

describe("the button that matches somebody", () => {
  it("stands beside a row, with the owner that a mapping is stored under", () => {
    const { accessory } = beside("B. Lee");

    expect(accessory).toMatchObject({ action_id: "map", style: "primary", accessibility_label: "Match B. Lee" });
    expect(accessory?.type === "button" ? decodeMapping(accessory.value ?? "") : null).toEqual({
      source: "fishbowl",
      owner: "B. Lee",
    });
  });

  it.each([null, "", "X".repeat(501)])("stands beside nobody under whom no mapping could be stored: %s", (owner) => {
    expect(beside(owner)).toEqual(row);
    expect(beside("X".repeat(500))).toHaveProperty("accessory");
  });
});
