import { syncReportMessage } from "../../../src/slack/sync/report-view";
import { zoneDays } from "../../../src/time/day";
import { aReport } from "../../support/builders/reports";
import { lines } from "../../support/harness/slack-blocks";

const rep = { days: zoneDays("America/New_York"), now: new Date("2026-10-28T18:06:00Z") };

describe("a report that a rep reads", () => {
  it.each(["credentials", "throttled", "unreachable", "unexpected-answer", "settings", "bug", "another"])(
    "names no variable to a rep, and says what %s means to them",
    (kind) => {
      const message = "JustCall refuses the key (401): an admin renews JUSTCALL_API_KEY";
      const report = aReport({ errors: [{ source: "justcall", kind, message }] });
      const shown = lines(syncReportMessage(report, rep).blocks);

      expect(shown.filter((line) => /[A-Z]+_[A-Z_]+/.test(line))).toEqual([]);
      expect(shown.find((line) => line.startsWith("• *JustCall*: "))).toBeDefined();
    },
  );
});
