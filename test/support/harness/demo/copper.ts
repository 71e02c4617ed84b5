import type { Activity, Opportunity } from "../../../../src/demo/copper/account";
import { type CopperOptions, type FakeCopper, startFakeCopper } from "../../../../src/demo/copper/fake-copper";

export const KEY = "copper-key";
export const EMAIL = "api@acme.com";
const NOW = new Date("2026-10-28T21:05:00Z");

/** Starts a stand-in on a free port whose lists are compared whole: with a clock that stands still, exact totals, no arrivals. */
export function quietCopper(options: Partial<CopperOptions> = {}): Promise<FakeCopper> {
  return startFakeCopper({ now: () => NOW, key: KEY, email: EMAIL, totalOver: 0, arrivals: 0, ...options });
}

export interface Got {
  readonly status: number;
  readonly total: string | null;
  readonly body: unknown;
}

export const HEADERS = {
  "X-PW-AccessToken": KEY,
  "X-PW-Application": "developer_api",
  "X-PW-UserEmail": EMAIL,
  "Content-Type": "application/json",
};

export async function get(copper: FakeCopper, path: string, headers: Record<string, string> = HEADERS): Promise<Got> {
  return got(await fetch(`${copper.url}${path}`, { headers }));
}

export async function post(copper: FakeCopper, path: string, body: unknown): Promise<Got> {
  return got(await fetch(`${copper.url}${path}`, { method: "POST", headers: HEADERS, body: JSON.stringify(body) }));
}

async function got(response: Response): Promise<Got> {
  return { status: response.status, total: response.headers.get("X-PW-TOTAL"), body: await response.json() };
}

/** Ids of a page, in its order. */
export function idsOf(body: unknown): number[] {
  if (!Array.isArray(body)) throw new Error(`Not a list: ${JSON.stringify(body)}`);
  return body.map((record: { readonly id: number }) => record.id);
}

export function activity(id: number, patch: Partial<Activity> = {}): Activity {
  return {
    id,
    parent: { id: 9607580, type: "person" },
    type: { id: 2160510, category: "user" },
    user_id: 137658,
    details: "Demo phone call",
    activity_date: 1_792_000_000 + id,
    old_value: null,
    new_value: null,
    date_created: 1_792_000_000 + id,
    date_modified: 1_792_000_000 + id,
    ...patch,
  };
}

export function opportunity(id: number, patch: Partial<Opportunity> = {}): Opportunity {
  return {
    id,
    name: `Deal ${id}`,
    assignee_id: 137658,
    close_date: null,
    company_id: null,
    company_name: null,
    customer_source_id: null,
    details: null,
    loss_reason_id: null,
    pipeline_id: 1,
    pipeline_stage_id: 11,
    primary_contact_id: null,
    priority: null,
    status: "Open",
    tags: [],
    interaction_count: 0,
    monetary_unit: "USD",
    monetary_value: 100,
    win_probability: 10,
    date_stage_changed: 1_792_000_000 + id,
    date_last_contacted: null,
    leads_converted_from: [],
    date_lead_created: null,
    date_created: 1_792_000_000,
    date_modified: 1_792_000_000 + id,
    custom_fields: [],
    ...patch,
  };
}
