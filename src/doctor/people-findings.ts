import { SOURCES, type SourceId } from "../metrics/sources";
import { isRep, matches, roster } from "../people/roster";
import { mostCommonZone } from "../people/team-zone-store";
import { clockOf } from "../time/zone-offset";
import type { Examination } from "./examination";
import { type Finding, fault, ok, shortList, warning } from "./finding";

/** Reports who was matched on every side, who was not, and unmapped salesmen. */
export function peopleFindings(examination: Examination): readonly Finding[] {
  const checked = examination.sources.filter(({ check }) => check !== null && check.people !== null);
  return [
    ...checked.flatMap(({ source }) => matchFindings(source, examination)),
    ...salesmenFindings(examination),
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
  if (matched.length > 0) {
    findings.push(
      ok(
        `${source}-matched`,
        `${title} and Slack share ${matched.length} people: ${shortList(matched.map(({ name }) => name))}.`,
      ),
    );
  }
  if (withoutMember.length > 0) {
    const named = shortList(withoutMember.map(({ name, email }) => `'${name}' (${email ?? "no address"})`));
    findings.push(
      warning(`${source}-unmatched`, {
        says: `Slack has nobody for ${title}'s ${named}.`,
        todo: `Whoever sells needs the same e-mail address in both, or an admin maps them in App Home under Admin, People.`,
      }),
    );
  }
  if (withoutAccount.length > 0) {
    const named = shortList(withoutAccount.map(({ name, email }) => `${name} (${email ?? "no address"})`));
    findings.push(
      warning(`${source}-missing-reps`, {
        says: `${title} has no user for ${named}.`,
        todo: `Nothing, if they do not use ${title}; else give them the same address in both, or use a key that sees everybody.`,
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
        `${owner === "" ? "no salesman" : `'${owner}'`}: ${records} orders, $${(amount / 100).toLocaleString("en-US")}`,
    );
    findings.push(
      warning("fishbowl-salesmen", {
        says: `Orders of the last 90 days count for nobody, as their salesman is mapped to nobody: ${shortList(named)}.`,
        todo: "An admin maps each in App Home under Admin, People, and presses Recompute now there.",
      }),
    );
  }
  if (unknown.length > 0) {
    findings.push(
      warning("fishbowl-map", {
        says: `fishbowl_users_map names people whom Slack does not have: ${shortList(unknown.map(({ _id, userId }) => `'${_id}' is ${userId}`))}.`,
        todo: "An admin takes these back in App Home under Admin, People, and maps them anew.",
      }),
    );
  }
  return findings.length > 0 ? findings : [ok("fishbowl-salesmen", "Every salesman with counting orders is mapped.")];
}

/** Compares the team's zone, by which days are counted, with the zones that people have in Slack. */
function zoneFinding({ zone, members, people }: Examination): Finding {
  if (members === null) {
    const todo = "See what is said of Slack's token and scopes.";
    return fault("slack-members", { says: "Slack's members could not be read.", todo });
  }
  const usual = mostCommonZone(members);
  if (usual !== null && clockOf(usual) !== clockOf(zone)) {
    const says = `The team's days are those of ${zone}, while most members in Slack are in ${usual}.`;
    return warning("zone", {
      says,
      todo: "If that is not meant, set TEAM_TIMEZONE: the next sync moves all days to it.",
    });
  }
  const zoneless = people.filter((person) => person.active && isRep(person) && person.tz === null);
  if (zoneless.length === 0) return ok("zone", `The team's days are those of ${zone}, as for most members in Slack.`);
  return warning("zone-missing", {
    says: `Slack has no time zone for ${shortList(zoneless.map(({ name }) => name))}: their mornings are the team's.`,
    todo: "They set it in Slack under Preferences, or give them tz on their document in users.",
  });
}
