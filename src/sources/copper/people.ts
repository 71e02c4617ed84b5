import type { ListedPerson } from "../../metrics/fact";
import { SourceError } from "../source-error";
import { COPPER_PAGE_SIZE, type CopperClient } from "./client";
import { CopperUser, item } from "./schema";

/**
 * Lists everybody in Copper, page by page until one is not full. Whoever is not listed keeps being who they were.
 *
 * @throws {SourceError} when most of the list could not be read.
 */
export async function listedPeople(client: CopperClient): Promise<readonly ListedPerson[]> {
  const users: ReturnType<typeof read>[] = [];
  for (let number = 1; ; number += 1) {
    const { items } = await client.page({ path: "/users/search", body: {}, number });
    users.push(...items.map(read));
    if (items.length < COPPER_PAGE_SIZE) break;
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
  const message = "Copper answered an incomplete list of users";
  return new SourceError("copper", "unexpected-answer", message);
}
