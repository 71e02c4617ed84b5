import fc from "fast-check";
import { emailFacts } from "../../../src/sources/copper/mapping";
import { Activity } from "../../../src/sources/copper/schema";
import { FIRST } from "../../support/builders/histories";
import { ANA_EMAIL } from "../../support/builders/people";
import { days } from "../../support/builders/team-zone";
import { unsealed } from "../../support/fakes/unsealed";

describe("the emails of a window", () => {
  it("are the same for any order and repetition of the pages' rows, however many copies a mail has", () => {
    const activity = fc.record({ id: fc.integer({ min: 1, max: 30 }), mail: fc.integer({ min: 1, max: 6 }) });
    const rows = fc.uniqueArray(activity, { selector: ({ id }) => id, maxLength: 20 });
    const listed = rows.chain((once) =>
      fc.subarray(once).chain((again) => {
        const all = [...once, ...again];
        return fc.record({ once: fc.constant(once), all: fc.shuffledSubarray(all, { minLength: all.length }) });
      }),
    );
    const meaning = { days, stages: new Map(), account: null, seal: unsealed };
    const facts = (given: readonly { id: number; mail: number }[]) =>
      emailFacts(unique(given).map(mailActivity), meaning).facts.toSorted((a, b) => (a.recordId < b.recordId ? -1 : 1));

    fc.assert(
      fc.property(listed, ({ once, all }) => {
        expect(facts(all)).toEqual(facts(once));
      }),
    );
  });
});

/** As a walk does: each id once, the last row of it. */
function unique<T extends { readonly id: number }>(rows: readonly T[]): readonly T[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

function mailActivity({ id, mail }: { id: number; mail: number }): Activity {
  const details = { id: `mail-${mail}`, sender: { email: ANA_EMAIL }, recipients: [], subject: "Hi" };
  return Activity.parse({ id, type: { id: 6, category: "system" }, activity_date: FIRST / 1_000 + (id % 5), details });
}
