import type { SampleMonth } from "../../../src/demo/sample/sample-month";
import type { Member } from "../../../src/people/person";
import { copperUsers, justcallUsers } from "../month-lists";
import { wholeList } from "../vendor-pages";
import type { Urls } from "../vendors";

/** Somebody whose numbers the dashboard shows, as each system knows them; empty where one does not. */
export interface Seller {
  readonly userId: string;
  readonly copperUser: string;
  readonly agent: string;
  /** In lower case. */
  readonly addresses: readonly string[];
  readonly salesmen: readonly string[];
}

/** Looks a member up in each system. */
export async function sellerOf(
  { id, email }: Member,
  { urls, month }: { urls: Urls; month: Pick<SampleMonth, "overrides" | "fishbowl"> },
): Promise<Seller> {
  const address = email?.toLowerCase() ?? "";
  const byHand = month.overrides.find(({ _id }) => _id === id)?.copperUserId;
  const users = (await wholeList(copperUsers(urls))).map(known);
  const agents = (await wholeList(justcallUsers(urls))).map(known);
  const user = users.find((one) => (byHand === undefined ? one.email === address : one.id === String(byHand)));
  return {
    userId: id,
    copperUser: user?.id ?? "",
    agent: agents.find((one) => one.email === address)?.id ?? "",
    addresses: [address, ...(user === undefined ? [] : [user.email])],
    salesmen: month.fishbowl.usersMap.filter(({ userId }) => userId === id).map(({ _id }) => _id),
  };
}

function known(listed: unknown): { readonly id: string; readonly email: string } {
  const { id, email } = Object(listed);
  return { id: String(id), email: String(email ?? "").toLowerCase() };
}
