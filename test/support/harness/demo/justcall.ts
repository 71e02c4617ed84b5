import { z } from "zod";
import type { JustCallCall, JustCallUser } from "../../../../src/demo/justcall/account";
import {
  type FakeJustCall,
  type JustCallOptions,
  startFakeJustCall,
} from "../../../../src/demo/justcall/fake-justcall";

export const NOW = new Date("2026-10-28T21:05:00Z");
export const AUTHORIZATION = "key:secret";

/** A stand-in on a free port whose lists are compared whole: with a clock that stands still and no arrivals. */
export function quietJustCall(options: Partial<JustCallOptions> = {}): Promise<FakeJustCall> {
  return startFakeJustCall({ now: () => NOW, key: "key", secret: "secret", arrivals: 0, ...options });
}

export function ask(justcall: FakeJustCall, path: string, authorization = AUTHORIZATION): Promise<Response> {
  return fetch(`${justcall.url}${path}`, { headers: { Authorization: authorization, Accept: "application/json" } });
}

/** The parts of a list's envelope that tests look at. */
const Envelope = z.looseObject({
  status: z.string(),
  count: z.number(),
  total_count: z.number().optional(),
  next_page_link: z.string().nullable(),
  prev_page_link: z.string().nullable(),
  data: z.array(z.looseObject({ id: z.number() })),
});

export async function list(justcall: FakeJustCall, path: string): Promise<z.infer<typeof Envelope>> {
  const response = await ask(justcall, path);
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
  return Envelope.parse(await response.json());
}

export async function ids(justcall: FakeJustCall, path: string): Promise<number[]> {
  return (await list(justcall, path)).data.map(({ id }) => id);
}

export function call(id: number, patch: Partial<JustCallCall> = {}): JustCallCall {
  return {
    id,
    startedAt: new Date(Date.parse("2026-10-20T16:00:00Z") + id * 60_000),
    agentId: 1,
    direction: "Outgoing",
    type: "Answered",
    talkSeconds: 60,
    holdSeconds: 5,
    contactName: "Cara Customer",
    contactNumber: "12135550123",
    ...patch,
  };
}

export function user(id: number, patch: Partial<JustCallUser> = {}): JustCallUser {
  return {
    id,
    name: `User ${id}`,
    email: `user${id}@acme.com`,
    role: "Agent",
    timezone: "America/Los_Angeles",
    available: true,
    ...patch,
  };
}
