import type { Db, Document } from "mongodb";
import type { CopperAccount } from "../../../../src/demo/copper/account";
import type { ApiRequest } from "../../../../src/demo/fake-api/exchange";
import type { JustCallAccount } from "../../../../src/demo/justcall/account";
import { SAMPLE_NOW } from "../../../../src/demo/sample/dates";
import { sampleMonth } from "../../../../src/demo/sample/sample-month";
import { copperCall, email } from "../../builders/copper-records";
import { justcallCall } from "../../builders/justcall-records";
import {
  activitiesOf,
  afterStep,
  dealOf,
  dialedCall,
  FIRST_DAY,
  type HistoryStep,
  INITIAL,
  LAST_DAY,
  totalsOfRecords,
  type VendorRecord,
} from "../../builders/vendor-histories";
import { vendorHarness } from "../vendors";

const STORED = ["facts", "metrics", "users", "settings", "checkpoints"];
const isSearch = ({ path }: ApiRequest) => path === "/activities/search" || path === "/opportunities/search";
const isCalls = ({ path }: ApiRequest) => path === "/calls";

/** The stand-ins with what there is to begin with, which was read once; each history begins from there. */
export async function vendorHistories(db: Db) {
  const month = sampleMonth();
  const harness = await vendorHarness(db, {
    month: {
      ...month,
      goals: [],
      copper: { ...month.copper, ...copperRecords(INITIAL) },
      justcall: { ...month.justcall, calls: dialed(INITIAL) },
      fishbowl: { orders: [], customers: [], usersMap: [] },
    },
  });
  const { copper, justcall } = harness;
  const sync = async () => (await harness.sync(FIRST_DAY, LAST_DAY)).results.errors;
  const errors = await sync();
  const snapshot = new Map<string, Document[]>();
  for (const name of STORED) snapshot.set(name, await db.collection(name).find().toArray());
  const begin = async () => {
    for (const [name, documents] of snapshot) {
      await db.collection(name).deleteMany({});
      if (documents.length > 0) await db.collection(name).insertMany(documents);
    }
    const { activities, opportunities } = copperRecords(INITIAL);
    copper.account.activities.restore(activities);
    copper.account.opportunities.restore(opportunities);
    justcall.account.calls.restore(dialed(INITIAL));
    copper.faults.clear();
    justcall.faults.clear();
    copper.faults.push({ match: isSearch, times: "always", effect: { kind: "before", run: mailAndCallArrive } });
    justcall.faults.push({ match: isCalls, times: "always", effect: { kind: "before", run: callArrives } });
  };
  const apply = (before: VendorRecord, now: VendorRecord | null) => {
    const { activities, opportunities } = copper.account;
    const isNew = now !== null && now.id !== before.id;
    if (before.kind === "dialed call") {
      if (!isNew) justcall.account.calls.remove(before.id);
      if (now !== null) justcall.account.calls.add(dialedCall(now));
    } else if (before.kind === "deal") {
      if (!isNew) opportunities.remove(before.id);
      if (now !== null) opportunities.add(dealOf(now));
    } else {
      if (!isNew) for (const { id } of activitiesOf(before)) activities.remove(id);
      if (now !== null) activities.add(...activitiesOf(now));
    }
  };
  /** Has each step happen, at once or before its page; returns those that still wait, and what is to come of all. */
  const play = (steps: readonly HistoryStep[]) => {
    const records = new Map(INITIAL.map((record) => [record.id, { now: record, owner: record.owner ?? 0 }]));
    const touched = new Set<number>();
    const waiting = new Set<() => void>();
    for (const step of steps) {
      const before = INITIAL[step.target % INITIAL.length];
      if (before === undefined || touched.has(before.id)) continue;
      touched.add(before.id);
      const now = afterStep(step, before);
      const owner = now?.owner ?? before.owner ?? 0;
      if (now === null) records.delete(before.id);
      else records.set(now.id, { now, owner });
      if (step.beforePage === null) {
        apply(before, now);
        continue;
      }
      const happen = () => {
        if (waiting.delete(happen)) apply(before, now);
      };
      waiting.add(happen);
      const effect = { kind: "before", run: happen } as const;
      if (before.kind === "dialed call") justcall.faults.push({ match: isCalls, skip: step.beforePage, effect });
      else copper.faults.push({ match: isSearch, skip: step.beforePage, effect });
    }
    return { touched, waiting, expected: totalsOfRecords([...records.values()]) };
  };
  return { ...harness, errors, begin, play, sync };
}

function copperRecords(records: readonly VendorRecord[]) {
  const ofDeals = records.filter(({ kind }) => kind === "deal");
  const others = records.filter(({ kind }) => kind === "mail" || kind === "logged call");
  return { activities: others.flatMap(activitiesOf), opportunities: ofDeals.map(dealOf) };
}

function dialed(records: readonly VendorRecord[]) {
  return records.filter(({ kind }) => kind === "dialed call").map(dialedCall);
}

const NOW_SECONDS = Math.floor(SAMPLE_NOW.getTime() / 1_000);

/** On a busy account something comes in after every page. */
function mailAndCallArrive(_: ApiRequest, { activities }: CopperAccount): void {
  const id = 9_000_000 + activities.size;
  const sender = { name: "", email: "somebody@buyer.example" };
  activities.addAll([
    email({ id, activity_date: NOW_SECONDS, details: { id: `new-${id}`, sender, recipients: [], subject: "" } }),
    copperCall({ id: id + 1_000_000, activity_date: NOW_SECONDS, user_id: 1 }),
  ]);
}

function callArrives(_: ApiRequest, { calls }: JustCallAccount): void {
  calls.addAll([justcallCall({ id: 9_000_000 + calls.size, agentId: 9_998, startedAt: SAMPLE_NOW })]);
}
