import { syncReportMessage } from "../../../src/slack/sync/report-view";
import type { SyncProblem, SyncReport } from "../../../src/sync/report";
import { day, zoneDays } from "../../../src/time/day";
import { aReport, aResult } from "../../support/builders/reports";
import { greenButtons, lines, pressable } from "../../support/harness/slack-blocks";

const reading = { days: zoneDays("America/New_York"), now: new Date("2026-10-28T18:06:00Z"), canApprove: true };

function words(report: SyncReport): readonly string[] {
  return lines(syncReportMessage(report, reading).blocks);
}

describe("what went wrong in a report that an admin reads", () => {
  it("says what failed, as of when its figures stand and who mends it", () => {
    const report = aReport({
      copper: aResult({ off: true, asOf: null }),
      justcall: aResult({ success: false, asOf: "2026-10-24T02:10:00.000Z" }),
      goalsUpdated: 1,
      errors: [
        { source: "justcall", kind: "credentials", message: "JustCall key refused (401): an admin must renew it" },
        { source: "slack", kind: "unreachable", message: "Slack's members could not be read." },
      ],
    });

    expect(words(report)).toEqual([
      "# ⚠️ Synced, but JustCall could not be read; the Slack member list needs a look",
      "❌ *Calls and talk time may be missing since Fri 10:10 PM EDT*",
      "JustCall key refused (401): an admin must renew it. Put in a working key with `npm run setup`, restart Paceline, then run `/sync`. I'll tell you when it's back.",
      "⚠️ *The Slack member list*: Slack's members could not be read. Figures stay as they were. Try again later.",
      "*Copper* ➖ off",
      "*Fishbowl* ✅ no records, as of 2:05 PM EDT",
      "[sync_details]",
      "Synced Sep 29 – Oct 28",
    ]);
  });

  it("counts what waits in the heading where all went well, and below what went wrong", () => {
    const fishbowl = aResult({ unmatched: [{ name: "B. Lee", email: null, records: 14, value: 9120 }] });
    const failed = { source: "goals", kind: "bug", message: "It broke" } as const;
    const counts = (report: SyncReport) =>
      words(report).filter((line) => /waits?( for you)?:|waits?$|uncredited/.test(line));

    expect(counts(aReport({ fishbowl }))).toEqual(["# ✅ Synced, 1 thing waits", "*$9,120 uncredited*"]);
    expect(counts(aReport({ fishbowl, errors: [failed] }))).toEqual(["*1 thing waits for you: $9,120 uncredited*"]);
  });

  it("says from which day on a source was read that failed on older days", () => {
    const errors = [{ source: "justcall", kind: "throttled", message: "JustCall has no request left" }] as const;
    const report = aReport({ justcall: aResult({ success: false, readFrom: day("2026-10-26") }), errors });

    expect(words(report)).toContain("# ⚠️ Synced, but older days of JustCall could not be read");
    expect(words(report)).toContain(
      "*JustCall* ❌ read back to Oct 26; older days could not be read and keep their earlier figures",
    );
    expect(syncReportMessage(report, reading).text).toContain("JustCall: only the newest days could be read.");
  });

  it.each(["credentials", "throttled", "unreachable", "unexpected-answer", "vanished", "settings", "bug", "another"])(
    "says what to do about %s",
    (kind) => {
      const report = aReport({ errors: [{ source: "copper", kind, message: "It broke" }] });
      expect(words(report).slice(1, 2)).toEqual([expect.stringMatching(/^⚠️ \*Copper\*: It broke\. [A-Z].*\.$/)]);
    },
  );

  it("says of a source that is down once what is wrong, as of when its figures stand and when the next sync is", () => {
    const errors = [{ source: "justcall", kind: "unreachable", message: "JustCall is down (503)" }] as const;
    const justcall = aResult({ success: false, asOf: "2026-10-24T02:10:00.000Z" });
    const report = aReport({ justcall, errors });
    const said = (next: Date | null, of = report) =>
      lines(syncReportMessage(of, { ...reading, next }).blocks).slice(1, 4);
    const copperOf = (asOf: string) => said(null, aReport({ copper: aResult({ asOf }), justcall, errors }))[2];
    const night = new Date("2026-10-29T06:30:00Z");

    expect(said(night)).toEqual([
      "❌ *Calls and talk time may be missing since Fri 10:10 PM EDT*",
      "JustCall is down (503). I'll try again Oct 29, 2:30 AM EDT. I'll tell you when it's back.",
      "*Copper* and *Fishbowl* ✅ no records, as of 2:05 PM EDT",
    ]);
    expect(copperOf("2026-10-28T18:03:59.000Z")).toBe("*Copper* and *Fishbowl* ✅ no records, as of 2:03 PM EDT");
    expect(copperOf("2026-10-28T17:05:00.000Z")).toBe("*Copper* ✅ no records, as of 1:05 PM EDT");
    expect(pressable(syncReportMessage(report, reading).blocks)).toEqual(["sync_now", "sync_details"]);
    expect(said(null)[1]).toMatch(/ Try again later\. I'll tell you when it's back\.$/);
  });

  it("says since when figures may be missing, in a message of that minute too, as Home does", () => {
    const errors = [{ source: "justcall", kind: "unreachable", message: "JustCall is down (503)" }] as const;
    const first = (asOf: string) => words(aReport({ justcall: aResult({ success: false, asOf }), errors })).at(1);

    expect(first("2026-10-28T18:05:30.000Z")).toBe("❌ *Calls and talk time may be missing since 2:05 PM EDT*");
  });

  it("promises to tell of a source that is back, and not of a mass deletion or of what is no source", () => {
    const promised = (kind: "unreachable" | "vanished", source: "justcall" | "slack") => {
      const errors = [{ source, kind, message: "It broke" }] as const;
      const failed = aResult({ success: false, asOf: "2026-10-24T02:10:00.000Z" });
      return words(aReport({ ...(source === "justcall" && { justcall: failed }), errors }))
        .join()
        .includes("I'll tell");
    };

    expect(promised("unreachable", "justcall")).toBe(true);
    expect([promised("vanished", "justcall"), promised("unreachable", "slack")]).toEqual([false, false]);
  });

  it("says of an answer that was not understood when it is read again", () => {
    const message = "Copper answered an incomplete list of users";
    const report = aReport({ errors: [{ source: "copper", kind: "unexpected-answer", message }] });
    const next = new Date("2026-10-29T06:30:00Z");

    expect(lines(syncReportMessage(report, { ...reading, next }).blocks)).toContain(
      "⚠️ *Copper* answered an incomplete list of users. Figures stay as they were. Run `/sync` again later, or wait for the next sync, Oct 29, 2:30 AM EDT. If it keeps happening, whoever runs Paceline should check its log.",
    );
  });

  it.each([
    ["today", "2026-10-28T04:00:00.000Z", "2026-10-29T04:00:00.000Z", "2026-10-28..2026-10-28", "/sync"],
    ["an earlier month", "2026-08-01T04:00:00.000Z", "2026-09-01T04:00:00.000Z", "2026-08-01..2026-08-31"],
  ])(
    "says what syncs the days of %s again, with a button that does",
    (_, start, end, value, command = `/sync ${value}`) => {
      const problems = ["unreachable", "throttled", "credentials"].map((kind) => {
        return { source: "copper", kind, message: "It broke" } as const;
      });
      // Only one button is green, whoever is unmatched: what nobody else does.
      const fishbowl = aResult({ unmatched: [{ name: "B. Lee", email: null, records: 14 }] });
      const report = { ...aReport({ errors: problems, fishbowl }), dateRange: { start, end } };
      const next = new Date("2026-10-29T06:30:00Z");
      const { blocks } = syncReportMessage(report, { ...reading, next });
      const forReps = lines(syncReportMessage(report, { ...reading, canApprove: false, next }).blocks).join("\n");

      const isPast = command !== "/sync";
      expect(JSON.stringify(blocks)).toContain(`"value":"${value}"`);
      expect(greenButtons(blocks)).toEqual([isPast ? "Try again" : "Match"]);
      expect(lines(blocks).slice(1, 4)).toEqual([
        `⚠️ *Copper*: It broke. Figures stay as they were. ${isPast ? "Try again later." : "I'll try again Oct 29, 2:30 AM EDT."}`,
        `⚠️ *Copper*: It broke. Nothing is broken. Run \`${command}\` again in a few minutes${isPast ? "." : ", or wait for the next sync, Oct 29, 2:30 AM EDT."}`,
        `⚠️ *Copper*: It broke. Put in a working key with \`npm run setup\`, restart Paceline, then run \`${command}\`.`,
      ]);
      expect(forReps).toContain(`run \`${command}\` again later.`);
    },
  );

  it("keeps the line of a source that failed where the problem that says so is not shown", () => {
    const others = Array.from({ length: 400 }, () => {
      return { source: "goals", kind: "bug", message: "x".repeat(200) } as const;
    });
    const failed = { source: "justcall", kind: "unreachable", message: "JustCall is down (503)" } as const;
    const report = (errors: readonly SyncProblem[]) =>
      words(aReport({ justcall: aResult({ success: false, asOf: "2026-10-24T02:10:00.000Z" }), errors: [...errors] }));
    const line = expect.stringMatching(/^\*JustCall\* ❌ could not be read; figures are from Fri 10:10 PM EDT$/);

    expect(report([...others, failed])).toContainEqual(line);
    expect(report([failed, ...others])).not.toContainEqual(line);
  });
});
