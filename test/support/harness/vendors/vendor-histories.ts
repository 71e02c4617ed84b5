import type { Db, Document } from "mongodb";
import type { CopperAccount } from "../../../../src/demo/copper/account";
import type { JustCallAccount } from "../../../../src/demo/justcall/account";
import { SAMPLE_NOW } from "../../../../src/demo/sample/dates";
import { sampleMonth } from "../../../../src/demo/sample/sample-month";
import { copperCall, email } from "../../builders/records/copper";
import { justcallCall } from "../../builders/records/justcall";
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
  type VendorHistory,
  type VendorRecord,
} from "../../builders/vendor-histories";
import { vendorHarness } from "../vendors";
import { moments } from "./moments";

const STORED = ["facts", "metrics", "users", "settings", "checkpoints"];
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
  const requests = moments();
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
    requests.end();
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
  /** Plays a history sync by sync: `touched` are the records that it changed so far, `expected` is what is to come of it. */
  const play = ({ only, deleted, steps }: VendorHistory) => {
    const targets = INITIAL.filter(({ kind }) => only === null || kind === only);
    const records = new Map(INITIAL.map((record) => [record.id, { now: record, owner: record.owner ?? 0 }]));
    const touched = new Set<number>();
    const planned = [...deletions(deleted), ...steps].flatMap((step) => {
      const before = targets[step.target % targets.length];
      const now = before === undefined ? null : afterStep(step, before);
      if (before === undefined || records.get(before.id)?.now !== before) return [];
      if (now === null) records.delete(before.id);
      else records.set(now.id, { now, owner: now.owner ?? before.owner ?? 0 });
      return [{ step, before, now }];
    });
    const syncs = 1 + Math.max(0, ...planned.map(({ step }) => step.sync));
    const syncWith = async (number: number) => {
      for (const { step, before, now } of planned) {
        if (step.sync !== number) continue;
        if (step.what !== "insert") touched.add(before.id);
        const happen = () => apply(before, now);
        if (step.moment === "ahead") happen();
        else requests.plan(before.kind === "dialed call" ? "justcall" : "copper", step, happen);
      }
      const failed = await sync();
      requests.end();
      return failed;
    };
    return { touched, syncs, sync: syncWith, expected: totalsOfRecords([...records.values()]) };
  };
  copper.faults.push({
    times: "always",
    effect: {
      kind: "before",
      run: (request, account) => {
        if (requests.arrives("copper", request)) mailAndCallArrive(account);
      },
    },
  });
  justcall.faults.push({
    times: "always",
    effect: {
      kind: "before",
      run: (request, account) => {
        if (requests.arrives("justcall", request)) callArrives(account);
      },
    },
  });
  return { ...harness, errors, begin, play, before: requests.before };
}

function deletions(count: number): readonly HistoryStep[] {
  const step = { what: "delete", to: 0, sync: 0, moment: "ahead", nth: 0 } as const;
  return Array.from({ length: count }, (_, n) => ({ ...step, target: 3 + 11 * n }));
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
function mailAndCallArrive({ activities }: CopperAccount): void {
  const id = 9_000_000 + activities.size;
  const sender = { name: "", email: "somebody@buyer.example" };
  activities.addAll([
    email({ id, activity_date: NOW_SECONDS, details: { id: `new-${id}`, sender, recipients: [], subject: "" } }),
    copperCall({ id: id + 1_000_000, activity_date: NOW_SECONDS, user_id: 1 }),
  ]);
}

function callArrives({ calls }: JustCallAccount): void {
  calls.addAll([justcallCall({ id: 9_000_000 + calls.size, agentId: 9_998, startedAt: SAMPLE_NOW })]);
}
