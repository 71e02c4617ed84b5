import type { KnownBlock, ModalView, PlainTextOption } from "@slack/types";
import { memberIds } from "../../../teams/membership";
import type { Team } from "../../../teams/team";
import { groupFailureInWords } from "../../../teams/user-group";
import type { Day } from "../../../time/day";
import { weekdayInWords } from "../../../words/dates";
import type { ChoosableGroups } from "../../platform/user-groups";
import { context, plainText, section } from "../../ui/blocks";
import { field, form } from "../../ui/modal";
import { foreign, plainForeign, someOf } from "../../ui/text";
import { encodeTeamDraft, type TeamDraft } from "../team-draft";

export const TEAM_FORM = "team_form";
export const TEAM_CHECK = "team_check";

const MAX_OPTIONS = 100;
const MAX_NAMES = 20;

/** The form of a new team, or of one as it is. */
export function teamForm(
  team: Team | null,
  { today, groups }: { readonly today: Day; readonly groups: ChoosableGroups },
): ModalView {
  const members = team === null ? [] : [...memberIds(team.members, today)];
  const managers = team?.managers ?? [];
  const name = team === null ? {} : { initial_value: team.name };
  const channel = team?.channel === undefined ? {} : { initial_conversation: team.channel };
  return form({
    callback: TEAM_FORM,
    title: team === null ? "New team" : "Edit the team",
    submit: "Check",
    metadata: team?._id ?? "",
    blocks: [
      field("name", { label: "Name", element: { type: "plain_text_input", max_length: 40, ...name } }),
      ...(team?.usergroup === undefined ? memberFields(team, { members, today }) : [context(FOLLOWED)]),
      field("managers", {
        label: "Managers",
        hint: "They see and edit this team's people and goals. Give them the role of manager under Roles first.",
        element: { type: "multi_users_select", ...(managers.length === 0 ? {} : { initial_users: [...managers] }) },
        optional: true,
      }),
      field("channel", {
        label: "Channel",
        hint: "The team's board is posted there.",
        element: {
          type: "conversations_select",
          filter: { include: ["public", "private"], exclude_bot_users: true },
          ...channel,
        },
        optional: true,
      }),
      ...groupField(team, groups),
    ],
  });
}

const FOLLOWED = "Members follow the Slack user group below. To pick them by hand, clear it and save first.";

function memberFields(
  team: Team | null,
  { members, today }: { readonly members: readonly string[]; readonly today: Day },
): readonly KnownBlock[] {
  const initial = members.length === 0 ? {} : { initial_users: [...members] };
  const day = {
    label: team === null ? "In it since" : "Who joins or leaves does so on",
    hint:
      team === null
        ? "Empty: since always, so this month counts whole. Else figures count for the team from that day on."
        : "Figures count for the team up to the day before somebody leaves, and from the day on which they join.",
    element: { type: "datepicker", ...(team === null ? {} : { initial_date: today }) } as const,
  };
  return [
    field("members", { label: "People", element: { type: "multi_users_select", ...initial }, optional: true }),
    field("on", { ...day, ...(team === null ? { optional: true } : {}) }),
  ];
}

/** The groups to follow; where they cannot be read, a line that says what to do about it. */
function groupField(team: Team | null, groups: ChoosableGroups): readonly KnownBlock[] {
  const current = team?.usergroup;
  const known = groups.ok ? groups.groups : [];
  const unlisted = current === undefined || known.some(({ id }) => id === current) ? [] : [{ id: current, name: NOW }];
  const options = [...unlisted, ...known].map(({ id, name }): PlainTextOption => {
    return { text: plainText(plainForeign(name, 70)), value: id };
  });
  const failed = groups.ok ? [] : [context(groupFailureInWords(groups.error))];
  const initial = options.find(({ value }) => value === current);
  const shown = options.filter((option, index) => option === initial || index < MAX_OPTIONS - 1);
  if (shown.length === 0) return failed;
  const element = { type: "static_select", options: shown, ...(initial && { initial_option: initial }) } as const;
  return [
    field("usergroup", {
      label: "Follow a Slack user group",
      hint: "Its users become the team's people at each sync.",
      element,
      optional: true,
    }),
    ...failed,
  ];
}

const NOW = "The group it follows now";

/** What a change of a team would do, beside the draft itself. */
export interface TeamPreview {
  readonly draft: TeamDraft;
  readonly before: Team | null;
  readonly nameOf: (userId: string) => string;
  /** Slack ids of managers who would manage Everyone, since no other team names them. */
  readonly everyones: readonly string[];
}

/** The modal that says what a change of a team does, before it is saved; `null` where it names more people than fit. */
export function teamCheck(preview: TeamPreview): ModalView | null {
  const metadata = encodeTeamDraft(preview.draft);
  if (metadata === null) return null;
  return form({
    callback: TEAM_CHECK,
    title: "Check and save",
    blocks: [section(previewLines(preview).join("\n"))],
    metadata,
  });
}

function previewLines({ draft, before, nameOf, everyones }: TeamPreview): readonly string[] {
  const { joined, left, managers, on } = draft;
  const was = before?.managers ?? [];
  const names = (userIds: readonly string[]) => {
    return someOf(
      userIds.map((userId) => foreign(nameOf(userId), 40)),
      MAX_NAMES,
    );
  };
  const line = (words: string, userIds: readonly string[]) => (userIds.length === 0 ? [] : [words + names(userIds)]);
  const day = on === null ? "since always" : `from ${weekdayInWords(on)} on`;
  const [more, less] = [managers.filter((id) => !was.includes(id)), was.filter((id) => !managers.includes(id))];
  const lines = [
    ...(before !== null && before.name === draft.name ? [] : [`• Name: *${foreign(draft.name, 40)}*`]),
    ...line(`• In it ${day}: `, joined),
    ...line(`• Out of it ${day}; what they did before stays the team's: `, left),
    ...line("• Manages it: ", more),
    ...line("• Manages it no more, and loses its people at once: ", less),
    ...line("• :warning: They'd be on no team as manager, so they'd manage *everyone*: ", everyones),
    ...(draft.channel === (before?.channel ?? null)
      ? []
      : [draft.channel === null ? "• No channel anymore, so no board is posted" : `• Channel: <#${draft.channel}>`]),
    ...groupLines(draft, before),
  ];
  return [`*${foreign(before?.name ?? draft.name, 40)}*`, ...(lines.length === 0 ? ["Nothing changes."] : lines)];
}

function groupLines({ usergroup }: TeamDraft, before: Team | null): readonly string[] {
  if (usergroup === (before?.usergroup ?? null)) return [];
  return usergroup === null
    ? ["• Follows no user group any more: its people stay as they are, and you pick them by hand"]
    : ["• Follows the user group: with the next sync its users are the team's people, and nobody else"];
}
