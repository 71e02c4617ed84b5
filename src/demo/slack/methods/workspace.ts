import { fileObject } from "../state/files";
import { BOT } from "../state/members";
import { SlackError } from "../state/slack-error";
import type { Method } from "./method";

export const authTest: Method = (_args, { team }) => ({
  url: `https://${domainOf(team.name)}.slack.com/`,
  team: team.name,
  user: BOT.name,
  team_id: team.id,
  user_id: BOT.userId,
  bot_id: BOT.botId,
  is_enterprise_install: false,
});

/** The app's bot is the only one here. */
export const botsInfo: Method = (args) => {
  if (args.required("bot") !== BOT.botId) throw new SlackError("bot_not_found");
  const { botId: id, appId: app_id, userId: user_id, name } = BOT;
  return { bot: { id, app_id, user_id, name, deleted: false, updated: 1_700_000_000, icons: {} } };
};

export const teamInfo: Method = (_args, { team }) => ({
  team: {
    id: team.id,
    name: team.name,
    url: `https://${domainOf(team.name)}.slack.com/`,
    domain: domainOf(team.name),
    email_domain: "",
    icon: { image_default: true },
  },
});

/** The workspace's name as it appears in its URL. */
export function domainOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
}

export const filesInfo: Method = (args, workspace) => {
  const file = workspace.files.find(args.required("file"));
  if (file === undefined) throw new SlackError("file_not_found");
  const object = fileObject(file, { origin: workspace.origin(), teamId: workspace.team.id });
  return { file: object, comments: [], response_metadata: { next_cursor: "" } };
};
