import type { Button } from "@slack/types";
import type { PastPeriod } from "../../../src/goals/trends/past-period";
import { historyMessage } from "../../../src/slack/goals/past/history-view";
import { button } from "../../../src/slack/ui/blocks";
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
  const shown = (histories: readonly (readonly PastPeriod[])[], buttons?: readonly Button[]) =>
    historyMessage(
      {
        ...{ month: OCTOBER, histories: histories.map((periods) => history(...periods)), running: [], unread: [] },
        asOf: null,
      },
      buttons,
    );
  const answer = (...histories: (readonly PastPeriod[])[]) => shown(histories);
  const why = ({ blocks }: ReturnType<typeof answer>) =>
    blocks.flatMap((one) => (one.type === "actions" ? one.elements : [])).filter((one) => one.type === "button");

  it("has one button above its results that asks of all of them, the newest first, but first what was missed", () => {
    const weeks = [week("2026-10-05"), week("2026-10-12", reached), week("2026-10-19", reached)];
    const [asked, ...others] = why(answer(weeks));

    expect(asked).toMatchObject({ action_id: "why_goal", accessibility_label: "Why these numbers?" });
    expect(asked?.value?.split(",")).toEqual([
      asking("2026-10-05 2026-10-11"),
      asking("2026-10-19 2026-10-25"),
      asking("2026-10-12 2026-10-18"),
    ]);
    expect(others).toEqual([]);
  });

  it("has its results in lines of one block, below the buttons", () => {
    const { blocks } = shown([[week("2026-10-05"), week("2026-10-12", reached)]], [button("end", "End")]);

    expect(lines(blocks).slice(2)).toEqual([
      ...["[why_goal]", "[end]", "# Calls by week"],
      ...["✅ Oct 12–18: *61 of 60*", "❌ Oct 5–11: *40 of 60*, missed by 20"],
    ]);
    expect(blocks.filter(({ type }) => type === "section")).toHaveLength(2);
  });

  it("says that a result is reached whatever days bring that are not synced", () => {
    const unread = [{ from: day("2026-10-05"), to: day("2026-10-05") }];

    expect(lines(answer([week("2026-10-05", { ...reached, unread })]).blocks).at(-1)).toBe(
      "✅ Oct 5–11: at least *61 of 60*, reached; not synced Oct 5",
    );
  });

  it("says what a sync of the days is for, where one result alone lacks some of its days", () => {
    const synced = (...unread: readonly [string, string][]) => {
      const ranges = unread.map(([from, to]) => ({ from: day(from), to: day(to) }));
      const histories = [history(week("2026-10-05", { outcome: "unread", unread: ranges.slice(0, 1) }))];
      const told = { month: OCTOBER, histories, running: [], unread: ranges, asOf: null };
      return JSON.stringify(historyMessage(told).blocks.at(-1)).match(/"text":"(Sync [^"]*)"/)?.[1];
    };

    expect(synced(["2026-10-05", "2026-10-05"])).toBe("Sync Oct 5 to complete the week");
    expect(synced(["2026-10-05", "2026-10-11"])).toBe("Sync Oct 5–11");
    expect(synced(["2026-10-05", "2026-10-05"], ["2026-10-20", "2026-10-20"])).toBe("Sync Oct 5–20");
  });

  it("stays within Slack's limits, its buttons kept, however many results there are", () => {
    const sizes = [
      [2, 1],
      [1, 44],
      [40, 1],
      [100, 5],
    ] as const;
    for (const [goals, weeks] of sizes) {
      const periods = [week("2026-10-05"), ...many(weeks, () => week("2026-10-12", reached))];
      const message = shown(
        many(goals, () => periods),
        [button("end", "End")],
      );

      expect(messageFaults(message)).toEqual([]);
      expect(pressable(message.blocks)).toEqual(["why_goal", "end"]);
    }
  });
});
