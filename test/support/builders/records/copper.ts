import type { Activity, Opportunity, Pipeline } from "../../../../src/demo/copper/account";

/** Records as Copper's documentation shows them, one of each kind; every builder changes one. */
const EMAIL: Activity = {
  id: 3_061_844_500,
  parent: { id: 9_607_580, type: "person" },
  type: { id: 6, category: "system" },
  user_id: 137_658,
  details: {
    id: "<CAF=x1:7@mail.acme.com>",
    sender: { name: "Ana", email: "Ana@Acme.com" },
    recipients: [{ name: "Bo", email: "Bo@Buyer.com" }],
    subject: "Your order",
  },
  activity_date: at("2026-11-10T18:00:00Z"),
  old_value: null,
  new_value: null,
  date_created: at("2026-11-10T18:00:04Z"),
  date_modified: at("2026-11-10T18:00:00Z"),
};

const CALL: Activity = {
  ...EMAIL,
  id: 3_061_844_454,
  parent: { id: 9_607_581, type: "company" },
  type: { id: 2_160_510, category: "user" },
  details: "Demo phone call\nDuration: 12m 34s",
};

const OPPORTUNITY: Opportunity = {
  id: 4_340_000,
  name: "25 Office Chairs",
  assignee_id: 137_658,
  close_date: "1/15/2027",
  company_id: 9_607_580,
  company_name: "Noble Group",
  customer_source_id: 331_242,
  details: null,
  loss_reason_id: null,
  pipeline_id: 213_214,
  pipeline_stage_id: 11,
  primary_contact_id: 2_640_009,
  priority: "None",
  status: "Open",
  tags: [],
  interaction_count: 0,
  monetary_unit: "USD",
  monetary_value: 75_000,
  win_probability: 5,
  date_stage_changed: at("2026-11-11T18:00:00Z"),
  date_last_contacted: null,
  leads_converted_from: [],
  date_lead_created: null,
  date_created: at("2026-11-01T18:00:00Z"),
  date_modified: at("2026-11-11T18:00:00Z"),
  custom_fields: [],
};

export const PIPELINE: Pipeline = {
  id: 213_214,
  name: "Sales",
  stages: [
    { id: 11, name: "FACT finding", win_probability: 5 },
    { id: 12, name: "Contact Stage", win_probability: 30 },
    { id: 13, name: "closing", win_probability: 80 },
    { id: 14, name: "Paid", win_probability: 100 },
  ],
};

export function email(change: Partial<Activity> = {}): Activity {
  return { ...EMAIL, ...change };
}

export function copperCall(change: Partial<Activity> = {}): Activity {
  return { ...CALL, ...change };
}

export function opportunity(change: Partial<Opportunity> = {}): Opportunity {
  return { ...OPPORTUNITY, ...change };
}

/** Unix seconds. */
export function at(instant: string): number {
  return Date.parse(instant) / 1_000;
}

/** So many emails, ten seconds apart, each its own mail of one of the reps. */
export function emails(count: number, { people = 5, from = "2026-11-02T12:00:00Z" } = {}): Activity[] {
  return Array.from({ length: count }, (_, index) => {
    const sender = { name: "Rep", email: `rep${index % people}@acme.com` };
    const details = { id: `mail-${index}`, sender, recipients: [], subject: `Mail ${index}` };
    return email({ id: 5_000_000 + index, activity_date: at(from) + index * 10, details });
  });
}
