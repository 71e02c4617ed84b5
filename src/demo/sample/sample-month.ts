import type { Goal } from "../../goals/goal";
import type { Member, Person, Salesman } from "../../people/person";
import type { CopperRecords } from "../copper/account";
import type { JustCallRecords } from "../justcall/account";
import { copperRecords } from "./copper-records";
import { CUSTOMERS, type FishbowlCustomer } from "./fishbowl-customers";
import { type FishbowlOrder, fishbowlOrders, SALESMEN } from "./fishbowl-orders";
import { sampleGoals } from "./goals";
import { justCallRecords } from "./justcall-records";
import { OVERRIDES, TEAM } from "./team";

/** A month of a sales team, as each system would hold it on the afternoon of SAMPLE_NOW. */
export interface SampleMonth {
  /** The Slack workspace's members. */
  readonly team: readonly Member[];
  /** Documents of `users` to insert before the first sync: a role and a Copper user set by hand. */
  readonly overrides: readonly Person[];
  readonly copper: CopperRecords;
  readonly justcall: JustCallRecords;
  /** Documents of the three collections. */
  readonly fishbowl: {
    readonly orders: readonly FishbowlOrder[];
    readonly customers: readonly FishbowlCustomer[];
    readonly usersMap: readonly Salesman[];
  };
  /** Documents of `goals`. */
  readonly goals: readonly Goal[];
}

/** The same month every time. */
export function sampleMonth(): SampleMonth {
  return {
    team: TEAM,
    overrides: OVERRIDES,
    copper: copperRecords(),
    justcall: justCallRecords(),
    fishbowl: { orders: fishbowlOrders(), customers: CUSTOMERS, usersMap: SALESMEN },
    goals: sampleGoals(),
  };
}
