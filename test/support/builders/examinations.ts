import type { Examination, SourceExamination } from "../../../src/doctor/examination";
import type { Person } from "../../../src/people/person";
import type { SourceCheck } from "../../../src/sources/source";
import { day } from "../../../src/time/day";
import { aMember, byEmail } from "./people";
import { ZONE } from "./team-zone";

export const NOW = new Date("2026-10-28T21:05:00Z");
const listed = (owner: string, email: string) => ({ owner, name: email, email });

export const ana: Person = {
  _id: "U0ANA",
  name: "Ana Torres",
  email: "ana@acme.com",
  tz: ZONE,
  role: "rep",
  active: true,
  copperUserId: 7,
  justcallEmail: "ana@acme.com",
  found: { tz: ZONE, active: true, copperUserId: 7, justcallEmail: "ana@acme.com" },
};

export function aCheck(more: Partial<SourceCheck> = {}): SourceCheck {
  return { aheadMs: 0, people: [listed("7", "ana@acme.com")], quotas: [], missing: [], ...more };
}

export function aSource(source: SourceExamination["source"], more: Partial<SourceExamination> = {}): SourceExamination {
  const people = source === "copper" ? [listed("7", "ana@acme.com")] : [listed("ana@acme.com", "ana@acme.com")];
  return {
    source,
    off: null,
    check: source === "fishbowl" ? null : aCheck({ people }),
    failure: null,
    webhooks: null,
    freshness: { source, asOf: new Date("2026-10-28T20:00:00Z"), state: "fresh" },
    unread: [],
    ...more,
  };
}

/** An account in which all is well. */
export function anExamination(more: Partial<Examination> = {}): Examination {
  return {
    now: NOW,
    zone: ZONE,
    publicUrl: null,
    sources: [aSource("copper"), aSource("justcall"), aSource("fishbowl")],
    slack: {
      kind: "answered",
      workspace: "Acme (acme.slack.com)",
      scopes: ["commands", "chat:write", "im:write"],
      aheadMs: 1_000,
    },
    refusedSignatures: null,
    isOtherSecretRunning: false,
    wantedScopes: ["commands", "chat:write"],
    optionalScopes: {},
    followingTeams: [],
    members: [aMember("U0ANA", { ...byEmail("ana@acme.com"), tz: ZONE })],
    people: [ana],
    salesmen: [{ _id: "A. Torres", userId: "U0ANA" }],
    unowned: [],
    untyped: [],
    totals: { range: { from: day("2026-09-29"), to: day("2026-10-28") }, totals: 412, mismatches: [], busy: false },
    database: { version: "8.0.4", replicaSet: "rs0", members: 3, writeConcern: "majority" },
    ...more,
  };
}
