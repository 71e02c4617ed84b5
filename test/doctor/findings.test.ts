import type { Examination } from "../../src/doctor/examination";
import { findings } from "../../src/doctor/findings";
import { SourceError } from "../../src/sources/source-error";
import { day } from "../../src/time/day";
import { aCheck, ana, anExamination, aSource } from "../support/builders/examinations";
import { aMember, byEmail } from "../support/builders/people";

const wrong = (examination: Examination) => findings(examination).filter(({ state }) => state !== "ok");
const refusal = (fault: SourceError["fault"], status?: number) =>
  new SourceError("copper", fault, "Copper says no", status === undefined ? {} : { status });
const copper = (more: Partial<ReturnType<typeof aSource>>) =>
  anExamination({ sources: [aSource("copper", more), aSource("justcall"), aSource("fishbowl")] });

describe("the doctor", () => {
  it("finds nothing to mend in an account in which all is well, and says what it looked at", () => {
    const found = findings(anExamination());

    expect(found.filter(({ state, todo }) => state !== "ok" || todo !== undefined)).toEqual([]);
    expect(found.map(({ id }) => id)).toEqual([
      "mongodb",
      "mongodb-writes",
      "slack-token",
      "slack-scopes",
      "clocks",
      "copper-key",
      "copper-settings",
      "copper-read",
      "copper-coverage",
      "justcall-key",
      "justcall-read",
      "justcall-coverage",
      "fishbowl-read",
      "webhooks-off",
      "copper-matched",
      "justcall-matched",
      "fishbowl-salesmen",
      "zone",
      "totals",
    ]);
  });

  it("sends nobody to sync with a key that is refused", () => {
    const freshness = { ...aSource("copper").freshness, state: "failed", problem: "Copper key refused (401)" } as const;

    expect(wrong(copper({ check: null, failure: refusal("credentials", 401), freshness }))).toMatchObject([
      { id: "copper-key-refused", todo: expect.stringMatching(/^Copy the key and its owner's address again/) },
      { id: "copper-reading-failed", todo: "Mend the key first (above)." },
    ]);
  });

  it.each([
    ["refused", refusal("credentials", 401), "copper-key-refused", "fault"],
    ["too narrow", refusal("credentials", 403), "copper-key-too-narrow", "fault"],
    ["not to be tried, as nobody answers", refusal("unreachable"), "copper-unreachable", "fault"],
    ["accepted for no session", refusal("unreachable", 401), "copper-sessions", "fault"],
    ["used up", refusal("throttled", 429), "copper-throttled", "warning"],
    ["answered oddly", refusal("unexpected-answer", 200), "copper-odd-answer", "fault"],
    ["met by a bug of ours", new TypeError("x is undefined"), "copper-bug", "fault"],
  ])("tells apart a key that is %s", (_what, failure, id, state) => {
    const [found, ...others] = wrong(copper({ check: null, failure }));

    expect(found).toMatchObject({ id, state, todo: expect.any(String) });
    expect(others).toEqual([]);
    expect(JSON.stringify(found)).not.toContain("undefined");
  });

  it("takes a source that is off for somebody's choice", () => {
    const off = "Copper is off until you run npm run setup again, or set COPPER_API_KEY and COPPER_USER_EMAIL";
    const examination = copper({ off, check: null, freshness: { source: "copper", asOf: null, state: "off" } });

    expect(wrong(examination)).toEqual([]);
    expect(findings(examination)).toContainEqual({ id: "copper-off", state: "ok", says: `${off}.` });
  });

  it.each([
    [29_000, []],
    [-30_000, []],
    [31_000, ["warning Copper's clock is 31 s ahead of ours."]],
    [-121_000, ["fault Copper's clock is 121 s behind ours."]],
  ])("compares clocks: %d ms ahead", (aheadMs, expected) => {
    const found = wrong(copper({ check: aCheck({ aheadMs }) }));

    expect(found.map(({ state, says }) => `${state} ${says}`)).toEqual(expected);
  });

  it.each([
    [100, "ok"],
    [99, "warning"],
    [0, "warning"],
  ])("warns when less than a tenth of an allowance is left: %d of 1000", (left, state) => {
    const examination = copper({ check: aCheck({ quotas: [{ per: "hour", left, of: 1_000 }] }) });

    expect(findings(examination).find(({ id }) => id === "copper-limit-hour")?.state).toBe(state);
  });

  it("names what is set here and missing there", () => {
    const found = wrong(copper({ check: aCheck({ missing: ["Stage 9 is in none of Copper's pipelines."] }) }));

    expect(found).toMatchObject([{ id: "copper-settings", says: "Stage 9 is in none of Copper's pipelines." }]);
  });

  it.each([
    ["never", { asOf: null, state: "never" }, "copper-never-read"],
    ["25 hours ago", { asOf: new Date("2026-10-27T20:05:00Z"), state: "fresh" }, "copper-read"],
    ["27 hours ago", { asOf: new Date("2026-10-27T18:05:00Z"), state: "fresh" }, "copper-old"],
    [
      "before it failed",
      { asOf: new Date("2026-10-28T20:05:00Z"), state: "failed", problem: "No." },
      "copper-reading-failed",
    ],
  ] as const)("says how old figures are that were last read %s", (_when, freshness, id) => {
    const found = findings(copper({ freshness: { source: "copper", ...freshness } }));

    expect(found.map((finding) => finding.id)).toContain(id);
  });

  it("names the days that nobody read, as ranges, and the command that reads them", () => {
    const unread = ["2026-10-01", "2026-10-02", "2026-10-09"].map(day);

    expect(wrong(copper({ unread }))).toEqual([
      {
        id: "copper-gap",
        state: "warning",
        says: "No sync has read Copper since the end of these days: Oct 1–2, Oct 9.",
        todo: "Read them: npm run sync -- --from 2026-10-01 --to 2026-10-09",
        sync: { days: { from: "2026-10-01", to: "2026-10-09" }, isRemedy: true },
      },
    ]);
  });

  it("names totals that are not the sum of their records, unless a sync is making them just now", () => {
    const totals = anExamination().totals;
    const one = { userId: "U0ANA", type: "phone_call_quantity", day: day("2026-10-09"), source: "justcall" } as const;
    const mismatches = [{ ...one, stored: 41, records: 39 }];

    expect(wrong(anExamination({ totals: { ...totals, mismatches } }))).toEqual([
      {
        id: "totals-astray",
        state: "fault",
        says: "1 of the 412 totals of the last 30 days is not the sum of their records: Ana Torres's Calls on Fri, Oct 9 from JustCall (41 instead of 39).",
        todo: "Recompute them: npm run sync -- --from 2026-09-29 --to 2026-10-28. If it comes back, tell whoever runs Paceline.",
        sync: { days: { from: "2026-09-29", to: "2026-10-28" }, isRemedy: false },
      },
    ]);
    expect(wrong(anExamination({ totals: { ...totals, mismatches, busy: true } }))).toEqual([]);
  });

  it.each([
    ["another zone than most", { members: [aMember("U1", { ...byEmail("x@acme.com"), tz: "Asia/Tokyo" })] }, "zone"],
    ["case 23: reps without a zone", { people: [{ ...ana, tz: null }] }, "zone-missing"],
    ["members that cannot be read", { members: null }, "slack-members"],
    ["no answer from Slack", { slack: { kind: "unreachable" } }, "slack-unreachable"],
    ["a refused token", { slack: { kind: "refused", error: "invalid_auth" } }, "slack-token-refused"],
    [
      "unknown scopes",
      { slack: { kind: "answered", workspace: null, scopes: null, aheadMs: null } },
      "slack-scopes-unknown",
    ],
    [
      "missing scopes",
      { slack: { kind: "answered", workspace: null, scopes: ["commands"], aheadMs: 0 } },
      "slack-scopes-missing",
    ],
    [
      "writes that wait for one",
      { database: { version: "7.0.1", replicaSet: "rs0", members: 1, writeConcern: "1" } },
      "mongodb-writes",
    ],
  ] as const)("warns of %s", (_what, more, id) => {
    const found = wrong(anExamination(more));

    expect(found.map((finding) => finding.id)).toEqual([id]);
    expect(found[0]?.todo).toBeTruthy();
  });

  it("names scopes that are missing, and puts the worst first", () => {
    const slack = { kind: "answered", workspace: null, scopes: ["commands"], aheadMs: 0 } as const;

    const found = findings(anExamination({ slack, people: [{ ...ana, tz: null }] }));

    expect(found[0]?.says).toBe("The token lacks chat:write; it has commands.");
    expect(found.map(({ state }) => state).slice(0, 3)).toEqual(["fault", "warning", "ok"]);
  });
});
