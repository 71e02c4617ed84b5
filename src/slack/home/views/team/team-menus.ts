import type { StaticSelect } from "@slack/types";
import type { Period } from "../../../../goals/goal";
import { PERIODS } from "../../../../goals/range-sums";
import { METRICS } from "../../../../metrics/metrics";
import { EVERYONE } from "../../../../people/permissions";
import type { PickableTeam } from "../../../goals/team/team-choice";
import { plainText } from "../../../ui/blocks";
import { plainForeign } from "../../../ui/text";
import type { HomeLocation } from "../../location";
import { encodeLocation } from "../../payload";
import { TEAM_METRIC, TEAM_PERIOD, TEAM_PICK } from "../layout";

/** Slack takes so many options. */
const MAX_CHOICES = 100;
const MAX_NAME_LENGTH = 60;

interface Choosing {
  readonly location: HomeLocation;
  /** The named team that is shown; `null` for Everyone. */
  readonly of?: { readonly _id: string } | null;
  readonly choices?: readonly PickableTeam[];
}

/** The menu of teams, where there is more than one to see; the one that is shown is always in it. */
export function teamMenu({ choices = [], of = null, location }: Choosing): readonly StaticSelect[] {
  if (choices.length < 2) return [];
  const shown = of?._id ?? EVERYONE;
  const options = choices.map(({ id, name }) => ({
    text: plainText(name === null ? "Everyone" : plainForeign(name, MAX_NAME_LENGTH)),
    value: encodeLocation({ ...shownOf(location), team: id }),
  }));
  const initial = options[choices.findIndex(({ id }) => id === shown)];
  return [
    {
      type: "static_select",
      action_id: TEAM_PICK,
      placeholder: plainText("Team"),
      options: options.filter((option, index) => option === initial || index < MAX_CHOICES - 1),
      ...(initial === undefined ? {} : { initial_option: initial }),
    },
  ];
}

/** The menu of metrics, which keeps to the team and the period that are shown. */
export function metricMenu(location: HomeLocation): StaticSelect {
  const choices = [{ title: "All metrics", type: null }, ...METRICS].map(({ title, type }) => ({
    text: plainText(title),
    value: encodeLocation({ ...shownOf(location), metric: type }),
  }));
  const chosen = METRICS.findIndex(({ type }) => type === location.metric) + 1;
  return menu(TEAM_METRIC, { placeholder: "Metric", choices, chosen });
}

/** The menu of periods, which keeps to the team and the metric that are shown. */
export function periodMenu(location: HomeLocation): StaticSelect {
  const choices = [undefined, ...PERIODS].map((period) => ({
    text: plainText(period === undefined ? "All periods" : PERIOD_NAMES[period]),
    value: encodeLocation({ ...shownOf(location), period }),
  }));
  const chosen = location.period === undefined ? 0 : PERIODS.indexOf(location.period) + 1;
  return menu(TEAM_PERIOD, { placeholder: "Period", choices, chosen });
}

const PERIOD_NAMES: Readonly<Record<Period, string>> = { daily: "Daily", weekly: "Weekly", monthly: "Monthly" };

/** What stays when something else is chosen; what is left at its default is not said. */
function shownOf({ metric, team, period, page }: HomeLocation): Partial<HomeLocation> & Pick<HomeLocation, "tab"> {
  // The list of everybody begins anew.
  const listed = page > 0 ? { page: 1 } : {};
  return { tab: "team", metric, ...(period !== undefined && { period }), ...(team !== null && { team }), ...listed };
}

function menu(
  action: string,
  {
    placeholder,
    choices,
    chosen,
  }: { readonly placeholder: string; readonly choices: readonly Option[]; readonly chosen: number },
): StaticSelect {
  const initial = choices[chosen];
  return {
    type: "static_select",
    action_id: action,
    placeholder: plainText(placeholder),
    options: [...choices],
    ...(initial === undefined ? {} : { initial_option: initial }),
  };
}

interface Option {
  readonly text: ReturnType<typeof plainText>;
  readonly value: string;
}
