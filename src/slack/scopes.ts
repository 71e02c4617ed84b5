/** What the bot must be allowed; `manifest.yml` asks for the same. */
export const SCOPES = [
  "commands",
  "chat:write",
  "im:write",
  "im:history",
  "channels:history",
  "groups:history",
  "channels:join",
  "files:read",
  "users:read",
  "users:read.email",
] as const;
