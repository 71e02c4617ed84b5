import { SOURCES, type SourceId } from "../metrics/sources";
import { isRep, matches, roster } from "../people/roster";
import { mostCommonZone } from "../people/team-zone-store";
import { mappingOwner } from "../sync/mapping-owner";
import { clockOf } from "../time/zone-offset";
import { counted } from "../words/counts";
import { figure } from "../words/figures";
import { centsInWords, customerInWords } from "../words/sums";
import { zoneInWords } from "../words/times";
import type { Examination } from "./examination";
import { type Finding, type FoundOwner, fault, ok, shortList, warning } from "./finding";

/** Reports who was matched on every side, who was not, and unmapped salesmen. */
export function peopleFindings(examination: Examination): readonly Finding[] {
  const checked = examination.sources.filter(({ check }) => check !== null && check.people !== null);
  return [
    ...checked.flatMap(({ source }) => matchFindings(source, examination)),
    ...salesmenFindings(examination),
    ...untypedFindings(examination),
    zoneFinding(examination),
  ];
}

function matchFindings(source: SourceId, { sources, people, salesmen }: Examination): readonly Finding[] {
  const title = SOURCES[source].title;
  const list = sources.find((one) => one.source === source)?.check?.people ?? [];
  const { matched, unmatched } = matches(source, { list, people, roster: roster(people, salesmen) });
  const withoutMember = unmatched.filter(({ userId }) => userId === undefined);
  const withoutAccount = unmatched.filter(({ userId }) => userId !== undefined);
  const findings: Finding[] = [];
  const active = new Map(people.filter((person) => person.active).map(({ _id, name }) => [_id, name]));
  const known = matched.filter(({ userId }) => active.has(userId)).map(({ name }) => name);
  if (known.length > 0) {
    const of = `${known.length} of the ${active.size} people in Paceline`;
    const have = `${known.length === 1 ? "has" : "have"} a ${title} user`;
    findings.push(ok(`${source}-matched`, `${of} ${have}: ${shortList(known)}.`));
  }
  if (withoutMember.length > 0) {
    const named = shortList(withoutMember.map(({ name, email }) => `"${name}" (${email ?? "no email"})`));
    findings.push(
      warning(`${source}${UNMATCHED}`, {
        says: `No Slack match for ${SOURCES[source].ownerNoun} ${named}.`,
        todo: `Reps need the same email address in both, or an admin matches them in Home under Admin, People.`,
        owners: withoutMember.map((one) => ({
          source,
          owner: mappingOwner(source, one),
          name: one.name,
          says: `No Slack match for ${SOURCES[source].ownerNoun} "${one.name}" (${one.email ?? "no email"}).`,
        })),
      }),
    );
  }
  if (withoutAccount.length > 0) {
    const named = shortList(withoutAccount.map(({ name, email }) => `${name} (${email ?? "no email"})`));
    findings.push(
      warning(`${source}-missing-reps`, {
        says: `${title} has no user for ${named}.`,
        todo: `Nothing, if they don't use ${title}. Otherwise give them the same email in both, or use a key that sees everyone.`,
      }),
    );
  }
  return findings;
}

function salesmenFindings({ salesmen, people, unowned }: Examination): readonly Finding[] {
  const known = new Set(people.map(({ _id }) => _id));
  const unknown = salesmen.filter(({ userId }) => !known.has(userId));
  const findings: Finding[] = [];
  if (unowned.length > 0) {
    const named = unowned.map(
      ({ owner, records, amount }) =>
        `${owner === "" ? "no sales rep" : `"${owner}"`}: ${records} orders, ${figure(amount / 100, "dollars")}`,
    );
    findings.push(
      warning("fishbowl-salesmen", {
        says: `Orders of the last 90 days aren't credited, as their sales rep isn't matched to anyone: ${shortList(named)}.`,
        todo: "An admin matches each in Home under Admin, People, and presses Recompute now there.",
        owners: unowned.map(foundSalesman),
      }),
    );
  }
  if (unknown.length > 0) {
    findings.push(
      warning("fishbowl-map", {
        says: `Sales reps are matched to people Slack doesn't have: ${shortList(unknown.map(({ _id, userId }) => `"${_id}" → ${userId}`))}.`,
        todo: "An admin unlinks these in Home under Admin, People, and matches them again.",
      }),
    );
  }
  return findings.length > 0 ? findings : [ok("fishbowl-salesmen", "Every sales rep with counting orders is matched.")];
}

const UNMATCHED = "-unmatched";

/** Whether it is that users of a source are matched with nobody, whether or not they have records. */
export function isMissingMatch({ id, owners }: Pick<Finding, "id" | "owners">): boolean {
  return id.endsWith(UNMATCHED) && owners !== undefined;
}

/** The finding of orders without an account type: App Home says it by itself, check or no check. */
export const UNTYPED_FINDING = "fishbowl-untyped";

function untypedFindings({ untyped }: Examination): readonly Finding[] {
  if (untyped.length === 0) return [];
  const all = centsInWords(untyped.reduce((sum, { amount }) => sum + amount, 0));
  const named = shortList(untyped.map((one) => customerInWords(one, (name) => name)));
  return [
    warning(UNTYPED_FINDING, {
      says: `${all} of the last 30 days waits for an account type: ${named}.`,
      todo: "Set each customer's account type to Wholesale or Distribution in Fishbowl; the next import or sync credits them.",
    }),
  ];
}

/** 'Sales rep "B. Lee" isn't matched to anyone: 14 orders, $9,120 in the last 90 days.' */
function foundSalesman({ owner, records, amount }: Examination["unowned"][number]): FoundOwner {
  const sum = `${counted(records, "order")}, ${figure(amount / 100, "dollars")} in the last 90 days`;
  if (owner === "") return { source: "fishbowl", owner: null, name: owner, says: `No sales rep on ${sum}.` };
  return { source: "fishbowl", owner, name: owner, says: `Sales rep "${owner}" isn't matched to anyone: ${sum}.` };
}

/** Compares the team's zone, by which days are counted, with the zones that people have in Slack. */
function zoneFinding({ zone, members, people }: Examination): Finding {
  if (members === null) {
    const todo = "See the findings about Slack's token and scopes.";
    return fault("slack-members", { says: "Slack's members could not be read.", todo });
  }
  const usual = mostCommonZone(members);
  if (usual !== null && clockOf(usual) !== clockOf(zone)) {
    const says = `The team's days go by ${zoneInWords(zone)}, but most members in Slack are on ${zoneInWords(usual)}.`;
    return warning("zone", {
      says,
      todo: `If that's not intended, set TEAM_TIMEZONE=${usual}; the next sync moves all days to it.`,
    });
  }
  const zoneless = people.filter((person) => person.active && isRep(person) && person.tz === null);
  if (zoneless.length === 0)
    return ok("zone", `The team's days go by ${zoneInWords(zone)}, as most members in Slack do.`);
  return warning("zone-missing", {
    says: `Slack has no time zone for ${shortList(zoneless.map(({ name }) => name))}, so they get the team's mornings.`,
    todo: "They can set it in Slack under Preferences.",
  });
}
