/** The app as it is installed in the workspace; the ids never change. */
export const BOT = {
  userId: "U0PACELINE",
  botId: "B0PACELINE",
  appId: "A0PACELINE",
  name: "paceline",
} as const;

/** Slack's own helper, which every workspace has and which Slack does not call a bot. */
export const SLACKBOT = "USLACKBOT";
