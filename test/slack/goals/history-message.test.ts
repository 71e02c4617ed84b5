import type { KnownBlock } from "@slack/types";
import type { PastPeriod } from "../../../src/goals/trends/past-period";
import { historyMessage } from "../../../src/slack/goals/past/history-view";
import { actions, button } from "../../../src/slack/ui/blocks";
import { addDays, day } from "../../../src/time/day";
import { history, MISSED_WEEK, OCTOBER } from "../../support/harness/figures/past-months";
import { many } from "../../support/harness/home";
import { lines, messageFaults, pressable } from "../../support/harness/slack-blocks";

describe("a month's history as an answer to /goals last month", () => {
  const week = (from: string, given: Partial<PastPeriod> = {}): PastPeriod => {
    return { ...MISSED_WEEK, ...{ from: day(from), to: addDays(day(from), 6) }, ...given };
  };
  const reached = { value: 61, outcome: "reached" } as const;
  const asking = (days: string) => `phone_call_quantity me ${days} 0`;
  const shown = (histories: readonly (readonly PastPeriod[])[], end?: readonly KnownBlock[]) =>
    historyMessage(
      {
        ...{ month: OCTOBER, histories: histories.map((periods) => history(...periods)), running: [], unread: [] },
        asOf: null,
      },
      end,
    );
  const answer = (...histories: (readonly PastPeriod[])[]) => shown(histories);

  it("has beside each result the button that asks for it, the same as on the page", () => {
    const { blocks } = answer([week("2026-10-05"), week("2026-10-12", reached)]);
    const beside = blocks.flatMap((one) => ("accessory" in one && one.accessory !== undefined ? [one.accessory] : []));

    expect(beside).toMatchObject([
      { type: "button", action_id: "why_goal", value: asking("2026-10-12 2026-10-18") },
      { type: "button", action_id: "why_goal", value: asking("2026-10-05 2026-10-11") },
    ]);
  });

  it("has one only beside what was missed where there is no room, and none where there is less", () => {
    const asked = (goals: number, weeks: number) => {
      const periods = [week("2026-10-05"), ...many(weeks, () => week("2026-10-12", reached))];
      const message = answer(...many(goals, () => periods));
      expect(messageFaults(message)).toEqual([]);
      return pressable(message.blocks).length;
    };

    expect([asked(2, 1), asked(1, 44), asked(40, 1)]).toEqual([4, 1, 0]);
    // Slack takes fifty blocks, the last row of buttons among them.
    const weeks = many(47, () => week("2026-10-12", reached));
    const [full, ended] = [[], [actions([button("end", "End")])]].map((end) => shown([weeks], end).blocks);
    expect([full?.length, pressable(full ?? []), ended?.length, pressable(ended ?? [])]).toEqual([50, [], 4, ["end"]]);
    expect(lines(answer([week("2026-10-05")]).blocks).at(-1)).toBe("❌ Oct 5–11: ▰▰▰▱▱ *40 of 60*, missed by 20");
  });
});
