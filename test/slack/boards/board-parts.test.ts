import type { Leaderboard, LeaderboardSection } from "../../../src/digests/content/leaderboard";
import { METRICS, type MetricType, metricOf } from "../../../src/metrics/metrics";
import { boardMessage, inPlainBlocks } from "../../../src/slack/boards/leaderboard-view";
import { ownPlaces } from "../../../src/slack/boards/own-places";
import { aBoard, aRow, CALLS, FRESH, MORNING, posted } from "../../support/harness/digests/a-board";
import { lines } from "../../support/harness/slack-blocks";

describe("a board of many metrics", () => {
  it("folds what one or two have a result in, and stages, into short lines below, but for money and where its reader's place stands", () => {
    const of = (type: MetricType, rows: LeaderboardSection["rows"]) => {
      const ranks = new Map(rows.map(({ userId, rank }) => [userId, rank]));
      const results = new Map(rows.map(({ userId, result }) => [userId, result]));
      const { title, unit } = metricOf(type);
      return { ...CALLS, ...{ type, title, unit, rows, ranks, results, more: 0 } };
    };
    const two = [aRow(1, "Ana Torres", 60), aRow(2, "Ben Okafor", 30)];
    const three = [aRow(1, "Ben Okafor", 2), aRow(1, "Cho", 2), aRow(3, "Ana Torres", 1)];
    const sections = [
      of("new_sales_distribution", two),
      CALLS,
      of("talk_time_minutes", two),
      of("lead_progression_a", three),
      of("lead_progression_c", [aRow(1, "Dev", 1)]),
    ];
    const metrics = METRICS.map(({ type }) => type);
    const said = (fields: Partial<Leaderboard>) => lines(inPlainBlocks(posted({ metrics, ...fields })).blocks);

    const many = METRICS.slice(2, 7).map(({ type }) => of(type, [aRow(1, "Dev", 1)]));
    expect(said({ sections: many }).slice(1, -1)).toEqual([
      expect.stringMatching(/^(\*[^*]+\*: Dev \*1m?\*(; |$)){5}/),
    ]);
    expect(said({ sections }).slice(2, -2)).toEqual([
      "*Calls* · top 3 of 6",
      ...[expect.stringContaining("🥇"), expect.stringContaining("🥈"), expect.stringContaining("🥈")],
      "*Distribution sales*: Ana *$60*, Ben *$30*",
      "*Talk time*: Ana *1h*, Ben *30m*",
      "*Fact Finding*: Ben and Cho *2*, Ana *1*",
      "*Closing*: Dev *1*",
    ]);
    const leaderboard = aBoard({ sections, metrics });
    const own = boardMessage({
      ...{ leaderboard, freshness: FRESH, ...MORNING },
      places: ownPlaces(leaderboard, "UBen Okafor"),
    });
    expect(lines(inPlainBlocks(own).blocks)).toEqual(
      expect.arrayContaining(["*Talk time*: Ana *1h*, Ben *30m*; you're 30m behind Ana", "*Closing*: Dev *1*"]),
    );
    // Of two people all has a place of its own.
    expect(said({ sections: [of("talk_time_minutes", two), of("lead_progression_a", two)] }).slice(2, -1)).toEqual([
      "*Talk time*: Ana *1h*, Ben *30m*",
      "*Fact Finding*: Ana *60*, Ben *30*",
    ]);
  });
});
