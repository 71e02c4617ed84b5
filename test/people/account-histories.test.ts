import fc from "fast-check";
import type { ListedPerson } from "../../src/metrics/fact";
import { knownAgents, type Person } from "../../src/people/person";
import { roster } from "../../src/people/roster";
import { aMember, peopleOf } from "../support/builders/people";

const members = ["U01", "U02", "U03"].map((id) => aMember(id));
const slackAddresses = members.map(({ email }) => email ?? "");
const addresses = [...slackAddresses, "show@acme.example", "ana@crm.example", "ben@crm.example", null];

/** What an account is called in each list of a history; left out where the list has no such account. */
const call = fc.oneof(fc.constantFrom(...addresses), fc.constant(undefined));
const IDS = ["7", "8", "9", "10"];
/** Lists in which no two accounts have one address, as at the vendors. */
const list = fc.tuple(...IDS.map(() => call)).map((called) =>
  called.flatMap((email, at): ListedPerson[] => {
    const id = IDS[at] ?? "";
    const isRepeated = email !== null && called.indexOf(email) < at;
    return email === undefined || isRepeated ? [] : [{ id, owner: id, name: `Account ${id}`, email }];
  }),
);
const histories = fc.array(list, { minLength: 2, maxLength: 7 });

/** Whoever has an account's Slack address. */
function holderOf(email: string | null): string | null {
  return members.find((member) => member.email === email)?.id ?? null;
}

/** Plays a history of lists, and tells after each whose each account is, by its id. */
function played(
  lists: readonly ListedPerson[][],
  whose: (people: readonly Person[], id: string) => string | null,
  of: "copper" | "justcall",
) {
  let people: readonly Person[] = [];
  return lists.map((accounts) => {
    const given = of === "copper" ? accounts : accounts.map((one) => ({ ...one, owner: one.email ?? "" }));
    people = peopleOf({ members, known: people, [of]: given });
    return {
      people,
      accounts: new Map(accounts.map(({ owner, email }) => [owner, email])),
      owners: new Map(IDS.map((id) => [id, whose(people, id)])),
    };
  });
}

const inCopper = (people: readonly Person[], id: string) => roster(people, []).userOf("copper", id);
/** As its calls name it that have the agent's id alone. */
const inJustCall = (people: readonly Person[], id: string) => {
  const address = knownAgents(people).get(id);
  return address === undefined ? null : roster(people, []).userOf("justcall", address);
};

describe.each([
  ["copper", inCopper],
  ["justcall", inJustCall],
] as const)("an account at %s, over any history of what it is called and whether it is listed", (of, whose) => {
  it("once somebody's, is theirs until it has somebody else's Slack address", () => {
    fc.assert(
      fc.property(histories, (lists) => {
        const after = played(lists, whose, of);
        const expected = new Map<string, string | null>(IDS.map((id) => [id, null]));
        for (const { accounts, owners } of after) {
          for (const [id, email] of accounts) expected.set(id, holderOf(email) ?? expected.get(id) ?? null);
          expect(owners).toEqual(expected);
        }
      }),
    );
  });

  it("is the same person's again after a list that was read twice", () => {
    fc.assert(
      fc.property(histories, (lists) => {
        const [last] = lists.slice(-1);
        const [once, twice] = [played(lists, whose, of), played([...lists, last ?? []], whose, of)];

        expect(twice.at(-1)?.people).toEqual(once.at(-1)?.people);
      }),
    );
  });

  it("leaves its owner the addresses that it had, unless another account or somebody in Slack has them", () => {
    fc.assert(
      fc.property(histories, (lists) => {
        const expected = new Map<string, string>();
        for (const { people, accounts, owners } of played(lists, whose, of)) {
          for (const [id, email] of accounts) {
            const owner = owners.get(id);
            if (email === null) continue;
            if (owner === null || owner === undefined) expected.delete(email);
            else expected.set(email, owner);
          }
          const who = roster(people, []);
          const [found, wanted] = [...expected].reduce<[unknown[], unknown[]]>(
            ([is, was], [email, owner]) => [
              [...is, [email, who.userOf(of, email)]],
              [...was, [email, holderOf(email) ?? owner]],
            ],
            [[], []],
          );
          expect(found).toEqual(wanted);
        }
      }),
    );
  });
});
