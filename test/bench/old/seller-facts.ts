import type { Db } from "mongodb";
import type { Fact } from "../../../src/metrics/fact";
import * as copper from "../../../src/sources/copper/mapping";
import { Activity, Opportunity, Pipelines } from "../../../src/sources/copper/schema";
import { findStages } from "../../../src/sources/copper/stages";
import { orderSales } from "../../../src/sources/fishbowl/mapping";
import { customer, salesOrder } from "../../../src/sources/fishbowl/schema";
import * as justcall from "../../../src/sources/justcall/mapping";
import { Call } from "../../../src/sources/justcall/schema";
import type { InstantRange } from "../../../src/time/day";
import { days } from "../../support/builders/team-zone";
import { unsealed } from "../../support/fakes/unsealed";
import { activities, calls, opportunities, pipelines } from "../month-lists";
import { records, wholeList } from "../vendor-pages";
import type { Urls } from "../vendors";
import type { Seller } from "./seller";

/** Whose, from where and of when. */
export interface Asked {
  readonly seller: Seller;
  readonly urls: Urls;
  readonly range: InstantRange;
  readonly db: Db;
}

const SAME_CALL_MS = 120_000;
const meaning = { days, stages: new Map(), account: null, seal: unsealed };

export async function callsOfJustCall({ seller, urls, range }: Asked): Promise<readonly Fact[]> {
  if (seller.agent === "") return [];
  const listed = await wholeList(calls(urls, { range, agent: seller.agent }));
  const facts = listed.flatMap((raw) => justcall.justcallCallFacts(Call.parse(raw), { days, addresses: new Map() }));
  return inside(facts, range);
}

export async function mails({ seller, urls, range }: Asked): Promise<readonly Fact[]> {
  if (seller.copperUser === "") return [];
  const { facts } = copper.emailFacts(await activitiesOf({ urls, range, type: "mail" }), meaning);
  return inside(facts, range).filter(({ owner }) => seller.addresses.includes(owner));
}

/** Without those that JustCall has as well, whose calls are read for it once more. */
export async function callsOfCopper(asked: Asked): Promise<readonly Fact[]> {
  const { seller, urls, range } = asked;
  if (seller.copperUser === "") return [];
  const facts = (await activitiesOf({ urls, range, type: "call" })).flatMap((one) =>
    copper.copperCallFacts(one, meaning),
  );
  const dialled = (await callsOfJustCall(asked)).filter(({ counts }) => counts);
  const own = inside(facts, range).filter(({ owner }) => owner === seller.copperUser);
  return own.filter(({ at }) => !dialled.some((call) => Math.abs(call.at.getTime() - at.getTime()) <= SAME_CALL_MS));
}

export async function entries({ seller, urls, range }: Asked): Promise<readonly Fact[]> {
  if (seller.copperUser === "") return [];
  const { stages } = findStages({ a: [], b: [], c: [] }, Pipelines.parse(await records(pipelines(urls))));
  const listed = await wholeList(opportunities(urls, { range, stages: [...stages.keys()] }));
  const facts = listed.map((raw) => copper.entryFact(Opportunity.parse(raw), { ...meaning, stages }));
  return inside(
    facts.filter((fact) => fact !== null),
    range,
  ).filter(({ owner }) => owner === seller.copperUser);
}

/** Order by order, its customer looked up each time. */
export async function orders({ seller, range, db }: Asked): Promise<readonly Fact[]> {
  const listed = await db
    .collection("fishbowl_sales_orders")
    .find({ salesman: { $in: [...seller.salesmen] } })
    .toArray();
  const facts: Fact[] = [];
  for (const document of listed) {
    const order = salesOrder.safeParse(document).data;
    if (order === undefined) continue;
    const buyer = await db.collection<{ _id: string }>("fishbowl_customers").findOne({ _id: order.customerId ?? "" });
    const accountType = customer.safeParse(buyer).data?.accountType ?? null;
    const fact = orderSales(order, { accountType, days });
    if (fact !== null) facts.push(fact);
  }
  return inside(facts, range);
}

async function activitiesOf(
  asked: Pick<Asked, "urls" | "range"> & { type: "mail" | "call" },
): Promise<readonly Activity[]> {
  const listed = await wholeList(activities(asked.urls, asked));
  // Those that were deleted are listed as stubs.
  return listed.flatMap((raw) => Activity.safeParse(raw).data ?? []);
}

function inside(facts: readonly Fact[], { since, until }: InstantRange): readonly Fact[] {
  return facts.filter(({ at }) => at >= since && at < until);
}
