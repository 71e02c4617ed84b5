import fc from "fast-check";
import type { Fact } from "../../../src/metrics/fact";
import type { Member } from "../../../src/people/person";
import { roster } from "../../../src/people/roster";
import { audit } from "../../../src/sync/totals/audit";
import { addDays, day } from "../../../src/time/day";
import { callFacts, justcallFacts, orderFact } from "../../support/builders/facts";
import { aMember } from "../../support/builders/people";
import { days } from "../../support/builders/team-zone";
import { testDatabase } from "../../support/env/database";
import { scriptedSource } from "../../support/fakes/scripted-source";
import { syncHarness } from "../../support/harness/sync";

/** `HISTORIES=100` plays a hundred, which takes a minute. */
const HISTORIES = Number(process.env.HISTORIES ?? 8);

const [FROM, TO] = [day("2026-10-19"), day("2026-10-28")];
const USERS = ["UANA", "UBEN", "UCAT"];
const COPPER = ["71", "72", "73"];
/** Those of the three, and two that nobody has at first. */
const MAILS = ["ana@x.com", "ben@x.com", "cat@x.com", "new@x.com", "dial@x.com"];
const SALESMEN = ["A. Ray", "B. Lee", "a. ray", "AR | B. Lee"];

const who = fc.nat(2);
const user = fc.constantFrom(...USERS);
const mail = fc.constantFrom(...MAILS);
const id = fc.integer({ min: 1, max: 12 });
/** Minutes since the first day began, many of them about a midnight. */
const minute = fc.oneof(
  fc.nat(10 * 1_440 - 1),
  fc
    .record({ midnight: fc.integer({ min: 1, max: 9 }), beside: fc.integer({ min: -2, max: 2 }) })
    .map(({ midnight, beside }) => midnight * 1_440 + beside),
);
const kind = <K extends string>(name: K) => fc.constant(name);
const event = fc.oneof(
  fc.record({
    kind: kind("override"),
    user,
    copperUserId: fc.option(fc.constantFrom(...COPPER.map(Number))),
    justcallEmail: fc.option(mail),
  }),
  fc.record({ kind: kind("salesman"), name: fc.constantFrom("A. Ray", "B. Lee", "AR"), user: fc.option(user) }),
  fc.record({ kind: kind("addresses"), user, addresses: fc.subarray(MAILS) }),
  fc.record({ kind: kind("slack"), who, email: fc.option(mail), deactivated: fc.boolean() }),
  fc.record({ kind: kind("copper"), who, email: mail, leaves: fc.boolean() }),
  fc.record({ kind: kind("agent"), who, email: mail }),
  fc.record({ kind: kind("copper-call"), who, id, minute }),
  fc.record({ kind: kind("justcall-call"), who, id, minute }),
  fc.record({ kind: kind("both"), who, id, minute, apart: fc.integer({ min: -2, max: 2 }) }),
  fc.record({ kind: kind("mail"), owner: mail, id, minute }),
  fc.record({
    kind: kind("order"),
    owner: fc.constantFrom(...SALESMEN),
    id,
    minute,
    cents: fc.integer({ min: -500, max: 5_000 }),
  }),
  fc.record({ kind: kind("gone"), id }),
);
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;
const nights = fc.array(fc.record({ events: fc.array(event, { maxLength: 10 }), daysBack: fc.nat(3) }), {
  minLength: 2,
  maxLength: 6,
});

describe("any history of who is who, and of what they did,", () => {
  const test = testDatabase();

  it("leaves each total of all days the sum of its records, a call of two sources once, whatever days are synced", async () => {
    await fc.assert(
      fc.asyncProperty(nights, async (history) => {
        for (const collection of await test.db.collections()) await collection.deleteMany({});
        const { happens, sync, audited } = team();
        await sync(FROM, TO);
        for (const { events, daysBack } of history) {
          for (const one of events) await happens(one);
          const { results } = await sync(daysBack === 0 ? FROM : addDays(TO, -daysBack), TO);

          expect(results.errors).toEqual([]);
          expect(await audited()).toEqual([]);
        }
      }),
      { numRuns: HISTORIES, seed: Number(process.env.SEED ?? 13), endOnFailure: true },
    );
  }, 600_000);

  /** Three people of Slack, Copper and JustCall, and how what happens changes them. */
  function team() {
    const members: Member[] = USERS.map((user, at) => aMember(user, { email: MAILS[at] ?? null }));
    const emailOf = (at: number) => MAILS[at] ?? "";
    const users = COPPER.map((owner, at) => ({ owner, id: owner, name: owner, email: emailOf(at) }));
    const agents = USERS.map((name, at) => ({ owner: emailOf(at), id: `agent ${at}`, name, email: emailOf(at) }));
    const copper = scriptedSource("copper", users);
    const justcall = scriptedSource("justcall", agents);
    const fishbowl = scriptedSource("fishbowl", null);
    justcall.edgeMs = 120_000;
    const { sync, parts } = syncHarness(test.db, { sources: [copper, justcall, fishbowl], members });
    const at = (minutes: number) => new Date(days.startOf(FROM).getTime() + minutes * 60_000);
    const put = (source: typeof copper, recordId: string, facts: readonly Fact[]) => {
      source.facts = [...source.facts.filter((fact) => fact.recordId !== recordId), ...facts];
    };
    const copperCall = (who: number, recordId: string, minutes: number) => {
      const owner = COPPER[who] ?? "";
      put(copper, recordId, callFacts("copper", { recordId, at: at(minutes).toISOString(), owner, seconds: 60 }));
    };
    const justcallCall = (who: number, recordId: string, minutes: number) =>
      put(justcall, recordId, justcallFacts(recordId, { at: at(minutes).toISOString(), owner: emailOf(who) }));
    const happens = async (one: Event): Promise<unknown> => {
      switch (one.kind) {
        case "override":
          return parts.people.override(one.user, one);
        case "salesman":
          return parts.people.mapSalesman(one.name, one.user);
        case "addresses":
          return parts.people.set(one.user, { addresses: one.addresses });
        case "slack":
          return members.splice(one.who, 1, aMember(USERS[one.who] ?? "", one));
        case "copper": {
          const owner = COPPER[one.who] ?? "";
          const others = users.filter((listed) => listed.owner !== owner);
          return users.splice(0, 3, ...others, ...(one.leaves ? [] : [{ ...one, owner, id: owner, name: owner }]));
        }
        case "agent":
          return agents.splice(one.who, 1, { owner: one.email, id: `agent ${one.who}`, name: "", email: one.email });
        case "copper-call":
          return copperCall(one.who, `c${one.id}`, one.minute);
        case "justcall-call":
          return justcallCall(one.who, `j${one.id}`, one.minute);
        case "both":
          copperCall(one.who, `c${one.id}`, one.minute);
          return justcallCall(one.who, `j${one.id}`, one.minute + one.apart);
        case "mail": {
          const mail = { source: "copper", recordId: `m${one.id}`, type: "email_quantity", owner: one.owner } as const;
          const sent = { at: at(one.minute), day: days.dayOf(at(one.minute)), amount: 1, counts: true } as const;
          return put(copper, mail.recordId, [{ ...mail, ...sent }]);
        }
        case "order": {
          const issued = { day: days.dayOf(at(one.minute)), owner: one.owner, cents: one.cents };
          return put(fishbowl, `o${one.id}`, [orderFact(`o${one.id}`, issued)]);
        }
        case "gone":
          for (const source of [copper, justcall, fishbowl])
            source.facts = source.facts.filter(({ recordId }) => !recordId.endsWith(String(one.id)));
      }
    };
    const audited = async () => {
      const { facts, metrics, people } = parts;
      const known = roster(await people.all(), await people.salesmen());
      const range = { from: addDays(FROM, -2), to: addDays(TO, 2) };
      return (await audit(range, { facts, metrics, days, roster: known })).mismatches;
    };
    return { happens, sync, audited };
  }
});
