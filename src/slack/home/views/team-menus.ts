import type { StaticSelect } from "@slack/types";
import { METRICS } from "../../../metrics/metrics";
import { EVERYONE } from "../../../people/permissions";
import type { PickableTeam } from "../../goals/team/team-choice";
import { plainText } from "../../ui/blocks";
import { plainForeign } from "../../ui/text";
import type { HomeLocation } from "../location";
import { encodeLocation } from "../payload";
import { TEAM_METRIC, TEAM_PICK } from "./layout";

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
    value: encodeLocation({ tab: "team", metric: location.metric, team: id }),
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

/** The menu of metrics, which keeps to the team that is shown. */
export function metricMenu({ metric, team }: HomeLocation): StaticSelect {
  const choices = [{ title: "All metrics", type: null }, ...METRICS].map(({ title, type }) => ({
    text: plainText(title),
    value: encodeLocation({ tab: "team", metric: type, ...(team !== null && { team }) }),
  }));
  const chosen = METRICS.findIndex(({ type }) => type === metric) + 1;
  const initial = choices[chosen];
  return {
    type: "static_select",
    action_id: TEAM_METRIC,
    placeholder: plainText("Metric"),
    options: choices,
    ...(initial === undefined ? {} : { initial_option: initial }),
  };
}
