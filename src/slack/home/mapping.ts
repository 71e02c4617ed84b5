import { z } from "zod";
import { SOURCE_IDS } from "../../metrics/metrics";
import type { Person, Salesman } from "../../people/person";
import type { MadeMapping } from "../views/home/admin-people";

const schema = z.object({
  source: z.enum(SOURCE_IDS),
  owner: z.string().min(1).max(500),
  userId: z.string().optional(),
});

/** Somebody at a source, by what mappings are kept by; with `userId`, who they are said to be. */
export type Mapping = z.infer<typeof schema>;

/** A mapping as a button's value. */
export function mappingText({ source, owner, userId }: Mapping): string {
  return JSON.stringify({ source, owner, userId });
}

/** `null` for what no button of ours carries. */
export function mappingOf(text: string): Mapping | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Every mapping that was made by hand, by source and then by name. */
export function madeMappings(people: readonly Person[], salesmen: readonly Salesman[]): readonly MadeMapping[] {
  const names = new Map(people.map(({ _id, name }) => [_id, name]));
  const byHand = people.flatMap(({ _id: userId, name: person, copperUserId, justcallEmail, found }) => [
    ...(copperUserId === undefined || copperUserId === found.copperUserId
      ? []
      : [{ source: "copper" as const, owner: String(copperUserId), userId, person }]),
    ...(justcallEmail === undefined || justcallEmail === found.justcallEmail
      ? []
      : [{ source: "justcall" as const, owner: justcallEmail, userId, person }]),
  ]);
  const sellers = salesmen.map(({ _id: owner, userId }) => {
    return { source: "fishbowl" as const, owner, userId, person: names.get(userId) ?? userId };
  });
  return [...byHand, ...sellers].sort((a, b) => a.owner.localeCompare(b.owner, "en"));
}
