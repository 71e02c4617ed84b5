import { RecordSet } from "../fake-api/record-set";
import { ACTIVITY_TYPES, type ActivityTypes } from "./activity-types";

export interface CopperUser {
  readonly id: number;
  readonly name: string;
  readonly email: string;
}

export interface MailAddress {
  readonly name: string;
  readonly email: string;
}

/** The details of an activity of type 6, system. */
export interface MailDetails {
  readonly sender: MailAddress;
  readonly recipients: readonly MailAddress[];
  readonly subject: string;
  /** Absent on some; those emails are identified by sender, second and subject. */
  readonly id?: string;
}

/** An activity as the API gives it; all times are unix seconds. */
export interface Activity {
  readonly id: number;
  readonly parent: { readonly id: number; readonly type: string };
  readonly type: { readonly id: number; readonly category: "user" | "system" };
  readonly user_id: number | null;
  readonly details: string | MailDetails | null;
  readonly activity_date: number;
  readonly old_value: unknown;
  readonly new_value: unknown;
  readonly date_created: number;
  readonly date_modified: number;
  /** Searches and reads return a stub of the id and this field. A removed activity is only read as a stub. */
  readonly is_deleted?: true;
}

export const OPPORTUNITY_STATUSES = ["Open", "Won", "Lost", "Abandoned"] as const;

/** An opportunity as the API gives it; all dates but `close_date` are unix seconds. */
export interface Opportunity {
  readonly id: number;
  readonly name: string;
  readonly assignee_id: number | null;
  readonly close_date: string | null;
  readonly company_id: number | null;
  readonly company_name: string | null;
  readonly customer_source_id: number | null;
  readonly details: string | null;
  readonly loss_reason_id: number | null;
  readonly pipeline_id: number;
  readonly pipeline_stage_id: number;
  readonly primary_contact_id: number | null;
  readonly priority: string | null;
  readonly status: (typeof OPPORTUNITY_STATUSES)[number];
  readonly tags: readonly string[];
  readonly interaction_count: number;
  readonly monetary_unit: string;
  readonly monetary_value: number | null;
  readonly win_probability: number | null;
  readonly date_stage_changed: number;
  readonly date_last_contacted: number | null;
  readonly leads_converted_from: readonly unknown[];
  readonly date_lead_created: number | null;
  readonly date_created: number;
  readonly date_modified: number;
  readonly custom_fields: readonly { readonly custom_field_definition_id: number; readonly value: unknown }[];
}

export interface Pipeline {
  readonly id: number;
  readonly name: string;
  readonly stages: readonly { readonly id: number; readonly name: string; readonly win_probability: number }[];
}

/** A subscription to the webhooks of one kind of record and one event. */
export interface CopperSubscription {
  readonly id: number;
  readonly target: string;
  readonly type: string;
  readonly event: string;
  /** Its keys are merged into every message. */
  readonly secret: Readonly<Record<string, string>> | null;
  readonly headers: Readonly<Record<string, string>> | null;
  readonly created_at: number;
}

/** What a Copper account holds. */
export interface CopperAccount {
  readonly id: number;
  readonly name: string;
  readonly users: RecordSet<CopperUser>;
  readonly activities: RecordSet<Activity>;
  readonly opportunities: RecordSet<Opportunity>;
  readonly subscriptions: RecordSet<CopperSubscription>;
  readonly activityTypes: ActivityTypes;
  pipelines: readonly Pipeline[];
}

/** The records that an account starts with. */
export interface CopperRecords {
  readonly users?: Iterable<CopperUser>;
  readonly activities?: Iterable<Activity>;
  readonly opportunities?: Iterable<Opportunity>;
  readonly pipelines?: readonly Pipeline[];
}

export function copperAccount(records: CopperRecords = {}): CopperAccount {
  return {
    id: 100624,
    name: "Acme Beverages",
    users: new RecordSet(({ id }) => id, records.users),
    activities: new RecordSet(({ activity_date }) => activity_date, records.activities),
    opportunities: new RecordSet(({ date_stage_changed }) => date_stage_changed, records.opportunities),
    subscriptions: new RecordSet(({ id }) => id),
    activityTypes: ACTIVITY_TYPES,
    pipelines: records.pipelines ?? [],
  };
}
