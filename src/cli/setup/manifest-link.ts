/** How Slack reaches the app: at a public address, `null` where it is not known, or over a socket that the app opens. */
export type Connection = { readonly kind: "http"; readonly url: string | null } | { readonly kind: "socket" };

const EXAMPLE = "https://paceline.example.com";

/** Fills in an app's manifest: with the public address, or for Socket Mode, which sends nothing to the addresses that it must have. */
export function filledManifest(manifest: string, connection: Connection): string {
  const lines = manifest.split("\n").filter((line) => !/^\s*#/.test(line));
  const text = lines.join("\n");
  if (connection.kind === "http") return text.replaceAll(EXAMPLE, connection.url ?? EXAMPLE);
  return text.replace("socket_mode_enabled: false", "socket_mode_enabled: true");
}

/** Makes the link at which Slack offers to create an app from a manifest. */
export function createAppLink(manifest: string): string {
  return `https://api.slack.com/apps?new_app=1&manifest_yaml=${encodeURIComponent(manifest)}`;
}
