/** What the bot must be allowed; `manifest.yml` asks for the same. */
export const SCOPES = ["commands", "chat:write", "im:write", "users:read", "users:read.email"] as const;
