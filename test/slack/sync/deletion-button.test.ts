import { decodeApproval, encodeApproval } from "../../../src/slack/sync/deletion-button";
import { type ApprovalRequest, approvalRequests } from "../../../src/sync/report";
import { day } from "../../../src/time/day";

const RANGE = { from: day("2026-09-29"), to: day("2026-10-28") };
const WORD: ApprovalRequest = { source: "justcall", records: 60, range: RANGE };

describe("what an admin is asked about a mass deletion", () => {
  it("is in the button as it was asked", () => {
    expect(decodeApproval(encodeApproval(WORD))).toEqual(WORD);
  });

  it.each([
    "",
    "{}",
    "null",
    JSON.stringify({ ...WORD, source: "slack" }),
    JSON.stringify({ ...WORD, records: 0 }),
    JSON.stringify({ ...WORD, records: 0.5 }),
    JSON.stringify({ ...WORD, range: { from: "2026-10-28", to: "2026-09-29" } }),
    JSON.stringify({ ...WORD, range: { from: "yesterday", to: "2026-10-28" } }),
  ])("is nothing where the button is none of ours: %s", (value) => {
    expect(decodeApproval(value)).toBeNull();
  });

  it("is asked of sources whose records are missing, and of nothing else that went wrong", () => {
    const problems = [
      { source: "justcall", kind: "vanished", message: "60 are missing.", records: 60 },
      { source: "copper", kind: "credentials", message: "No." },
      { source: "slack", kind: "vanished", message: "2 of 3 are missing." },
    ] as const;

    expect(approvalRequests(problems, RANGE)).toEqual([WORD]);
  });
});
