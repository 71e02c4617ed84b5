import type { Json } from "../json";
import { SlackError } from "../state/slack-error";
import type { SlackUserGroup } from "../state/user-groups";
import type { Workspace } from "../state/workspace";
import type { Method } from "./method";

/** Lists all groups at once: Slack pages none. Disabled ones, users and their number are there only when asked for. */
export const usergroupsList: Method = (args, workspace) => {
  const shown = [...workspace.userGroups.values()].filter(
    ({ disabled = false }) => !disabled || args.flag("include_disabled"),
  );
  return {
    usergroups: shown.map((group) => ({
      ...groupObject(group, workspace),
      ...(args.flag("include_users") && group.usersLeftOut !== true ? { users: [...group.users] } : {}),
      ...(args.flag("include_count") || args.flag("include_users") ? { user_count: group.users.length } : {}),
    })),
  };
};

/** Lists a group's users, deactivated ones too; a disabled group is as good as none unless it is asked for. */
export const usergroupsUsersList: Method = (args, workspace) => {
  const group = workspace.userGroups.get(args.required("usergroup"));
  const hidden = group?.disabled === true && !args.flag("include_disabled");
  if (group === undefined || hidden) throw new SlackError("no_such_subteam");
  return { users: [...group.users] };
};

function groupObject({ id, name, handle, disabled = false }: SlackUserGroup, { team }: Workspace): Json {
  return {
    id,
    team_id: team.id,
    is_usergroup: true,
    is_subteam: true,
    name,
    description: "",
    handle,
    is_external: false,
    date_create: 1_700_000_000,
    date_update: 1_700_000_000,
    date_delete: disabled ? 1_700_000_100 : 0,
    auto_type: null,
    auto_provision: false,
    created_by: "USLACKBOT",
    updated_by: "USLACKBOT",
    deleted_by: disabled ? "USLACKBOT" : null,
    prefs: { channels: [], groups: [] },
  };
}
