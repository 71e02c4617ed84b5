import { DELETED_AT_SOURCE, DUPLICATE } from "../../src/metrics/fact-changes";
import { NO_OWNER } from "../../src/metrics/lost-owners";
import { RECEIVED_REASON, UNKNOWN_SENDER_REASON } from "../../src/metrics/metrics";
import { SOURCE_IDS, SOURCES } from "../../src/metrics/sources";
import { COPY, DELETED } from "../../src/sources/copper/mapping";
import { type ReadableRecord, UNREADABLE_PARTS, unreadableReason } from "../../src/sources/unreadable";
import { hasWords, reasonInWords, reasonsInWords } from "../../src/words/reasons";
import { code, files } from "../support/source-files";

const RECORDS: readonly ReadableRecord[] = ["call", "email", "opportunity", "activity"];

/** Every reason in the code that a record may be stored or tallied with. */
function storedReasons(): readonly string[] {
  const literals = files
    .filter((file) => /^(sources|metrics)\//.test(file) && !/webhook|http\//.test(file))
    .flatMap((file) => [
      ...code(file).matchAll(
        /(?:\bwhy: |^const \w+ = )"((?:order|call|customer|account|opportunity|total|issue) [^"]+)"/gm,
      ),
    ])
    .flatMap(([, why]) => why ?? []);
  const statuses = ["Estimate", "Void", "Cancelled", "Expired"].map((status) => `order is ${status}`);
  const unreadable = RECORDS.flatMap((record) => UNREADABLE_PARTS.map((part) => unreadableReason(record, part)));
  return [
    ...[...literals, ...statuses, ...unreadable, ...Object.values(NO_OWNER), ...SOURCE_IDS.map(unmatched)],
    ...[DELETED_AT_SOURCE, DUPLICATE, RECEIVED_REASON, UNKNOWN_SENDER_REASON, COPY, DELETED],
  ];
}

function unmatched(source: (typeof SOURCE_IDS)[number]): string {
  return SOURCES[source].unmatchedReason;
}

describe("why a record does not count", () => {
  it("has words for people for every reason that is stored", () => {
    const reasons = storedReasons();

    expect(reasons.filter((why) => !hasWords(why))).toEqual([]);
    expect(reasons.length).toBeGreaterThan(45);
  });

  it.each([
    ["duplicate of a JustCall call", 7, "7 duplicates of JustCall calls"],
    ["copy of an e-mail that is counted already", 1, "1 duplicate email"],
    ["its salesman is mapped to nobody", 14, "14 orders of unmatched sales reps"],
    ["call could not be read: date", 1_200, "1,200 calls with unreadable date"],
  ])("is said of a number of records: %s", (why, records, words) => {
    expect(reasonsInWords([[why, records]])).toEqual([words]);
  });

  it("is counted together where a reader would read the same, most records first", () => {
    const reasons = Object.entries({
      "deleted at the source": 2,
      "order is Void": 3,
      "deleted in Copper": 2,
      unheard: 1,
    });

    expect(reasonsInWords(reasons)).toEqual(["4 deleted records", "3 void orders", "unheard (1)"]);
  });

  it("is said of one record as a noun", () => {
    expect([reasonInWords("order is Void"), reasonInWords("e-mail has no sender")]).toEqual([
      "void order",
      "email with no sender",
    ]);
  });
});
