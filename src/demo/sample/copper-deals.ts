import type { Opportunity, Pipeline } from "../copper/account";
import { CONTACTS } from "./contacts";
import { TRADE_SHOW } from "./copper-calls";
import { type MonthDay, nth, teamTime, WEEKDAYS } from "./dates";
import { REPS } from "./team";

export const STAGES = { a: 7001, b: 7002, c: 7003, negotiation: 7004, renewal: 7011, renewed: 7012 } as const;
const SALES = 700_100;
const RENEWALS = 700_200;

/** Only the first has the stages that are counted; Negotiation is in both. */
export const PIPELINES: readonly Pipeline[] = [
  {
    id: SALES,
    name: "Sales",
    stages: [
      { id: STAGES.a, name: "Fact Finding", win_probability: 10 },
      { id: STAGES.b, name: "Contact Stage", win_probability: 30 },
      { id: STAGES.c, name: "Closing Stage", win_probability: 70 },
      { id: STAGES.negotiation, name: "Negotiation", win_probability: 85 },
    ],
  },
  {
    id: RENEWALS,
    name: "Renewals",
    stages: [
      { id: STAGES.renewal, name: "Negotiation", win_probability: 50 },
      { id: STAGES.renewed, name: "Renewed", win_probability: 90 },
    ],
  },
];

interface Group {
  readonly stage: number;
  readonly deals: number;
  readonly on?: MonthDay;
  readonly assignee?: number | null;
  readonly status?: Opportunity["status"];
}

/** Deals by stage. The last six: no assignee, an unmatched one, entered before the window, moved on, other pipeline. */
const GROUPS: readonly Group[] = [
  { stage: STAGES.a, deals: 12 },
  { stage: STAGES.b, deals: 9 },
  { stage: STAGES.c, deals: 3 },
  { stage: STAGES.c, deals: 2, status: "Won" },
  { stage: STAGES.c, deals: 1, status: "Lost" },
  { stage: STAGES.a, deals: 1, assignee: null },
  { stage: STAGES.b, deals: 1, assignee: TRADE_SHOW },
  { stage: STAGES.a, deals: 2, on: "09-15" },
  { stage: STAGES.negotiation, deals: 3 },
  { stage: STAGES.renewal, deals: 2 },
  { stage: STAGES.renewed, deals: 2, status: "Won" },
];

export function copperDeals(): readonly Opportunity[] {
  const rows = GROUPS.flatMap((group) => Array.from({ length: group.deals }, (_, n) => ({ group, n })));
  return rows.map(({ group, n }, index) => deal(group, { n, id: 4_400_001 + index }));
}

function deal(group: Group, { n, id }: { readonly n: number; readonly id: number }): Opportunity {
  const entered = teamTime(group.on ?? nth(WEEKDAYS, n * 5), `10:${String(n).padStart(2, "0")}:00`);
  const assignee = group.assignee === undefined ? nth(Object.values(REPS), id).copper : group.assignee;
  return { ...dealIn(group.stage, { n, id, assignee, entered }), status: group.status ?? "Open" };
}

/** An open deal that entered the stage then. */
export function dealIn(
  stage: number,
  {
    n,
    id,
    assignee,
    entered,
  }: { readonly n: number; readonly id: number; readonly assignee: number | null; readonly entered: Date },
): Opportunity {
  const contact = nth(CONTACTS, id);
  const changed = entered.getTime() / 1000;
  const created = teamTime("09-01", "09:00:00").getTime() / 1000;
  return {
    id,
    name: `${contact.company} ${n + 1}`,
    assignee_id: assignee,
    close_date: "11/15/2026",
    company_id: contact.id + 1000,
    company_name: contact.company,
    customer_source_id: null,
    details: null,
    loss_reason_id: null,
    pipeline_id: stage < STAGES.renewal ? SALES : RENEWALS,
    pipeline_stage_id: stage,
    primary_contact_id: contact.id,
    priority: "None",
    status: "Open",
    tags: [],
    interaction_count: n,
    monetary_unit: "USD",
    monetary_value: 1000 + n * 250,
    win_probability: 10,
    date_stage_changed: changed,
    date_last_contacted: changed,
    leads_converted_from: [],
    date_lead_created: null,
    date_created: Math.min(created, changed),
    date_modified: changed + 60,
    custom_fields: [{ custom_field_definition_id: 675914, value: [2063862] }],
  };
}
