import type { ListedPerson } from "../../metrics/fact";
import { SourceError } from "../source-error";
import { type CopperClient, PAGE_SIZE } from "./client";
import { CopperUser, item } from "./schema";

/** A larger share of missing users is no slip of Copper's count. */
const MAX_MISSING = 0.2;

/**
 * Lists everybody in Copper, page by page until one is short or the total is reached. The total is only an upper bound:
 * it is believed when a page comes empty, because that is what a broken list looks like.
 *
 * @throws {SourceError} when the list came incomplete or most of it could not be read.
 */
export async function listedPeople(client: CopperClient): Promise<readonly ListedPerson[]> {
  const users: ReturnType<typeof read>[] = [];
  for (let number = 1; ; number += 1) {
    const { items, total } = await client.page({ path: "/users/search", body: {}, number });
    users.push(...items.map(read));
    const missing = (total ?? 0) - users.length;
    if (items.length === 0 && missing > MAX_MISSING * (total ?? 0)) throw incomplete();
    if (items.length < PAGE_SIZE || missing === 0) break;
  }
  const people = users.filter((user) => user !== null);
  if (people.length * 2 < users.length) throw incomplete();
  return [...new Map(people.map((person) => [person.owner, person])).values()];
}

function read(raw: unknown): ListedPerson | null {
  const user = item(CopperUser, raw);
  if (user.kind !== "record") return null;
  const { id, name, email } = user.record;
  return { owner: id, name: name ?? email ?? id, email: email?.trim().toLowerCase() || null };
}

function incomplete(): SourceError {
  const message = "Copper's list of users came incomplete; it is read again at the next sync";
  return new SourceError("copper", "unexpected-answer", message);
}
