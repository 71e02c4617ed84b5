/** How Slack reaches the app: at a public address, `null` where it is not known, or over a socket that the app opens. */
export type Connection = { readonly kind: "http"; readonly url: string | null } | { readonly kind: "socket" };

const EXAMPLE = "https://paceline.example.com";

/** Fills in an app's manifest: with the public address, or for Socket Mode, without any, as Slack sends to none then. */
export function filledManifest(manifest: string, connection: Connection): string {
  const lines = manifest.split("\n").filter((line) => !/^\s*#/.test(line));
  if (connection.kind === "http") return lines.join("\n").replaceAll(EXAMPLE, connection.url ?? EXAMPLE);
  const text = lines.filter((line) => !line.includes(EXAMPLE)).join("\n");
  return text.replace("socket_mode_enabled: false", "socket_mode_enabled: true");
}

/** Makes the link at which Slack offers to create an app from a manifest, as short as it can be. */
export function createAppLink(manifest: string): string {
  // Half the indentation means the same, and a query holds some characters as they are. What follows a dash stays below its item.
  const narrow = manifest.replace(/^( +)(- )?/gm, (_, spaces: string, dash = "") => {
    return `${" ".repeat(spaces.length / 2 - dash.length / 2)}${dash}`;
  });
  const query = encodeURIComponent(narrow).replace(/%(?:2C|2F|3A|40)/g, decodeURIComponent);
  return `https://api.slack.com/apps?new_app=1&manifest_yaml=${query}`;
}

/**
 * Marks a filled-in manifest as one that may not be at Slack yet, for a new app with the link that has it filled in. The mark is
 * comments: what is pasted with it means the same.
 */
export function toBePasted(manifest: string, use: "create" | "change"): string {
  const link =
    use === "create" ? [`# Or open this link, which has all of it filled in: ${createAppLink(manifest)}`] : [];
  const mark = ["# Your Slack app's manifest. Paste all of it at Slack: npm run setup says where.", ...link];
  return [...mark, manifest].join("\n");
}

/** What is known of the Slack app when its manifest is filled in. */
export interface KnownApp {
  /** The manifest that was last filled in, with its mark while it may not be at Slack; `null` where none was. */
  readonly before: string | null;
  readonly manifest: string;
  /** Whether it exists: its bot's token is set. */
  readonly isMade: boolean;
  /** Whether Slack is to reach it by another way or address than was set, or nothing was. */
  readonly isReachedOtherwise: boolean;
}

/** Decides what somebody does with a filled-in manifest: make an app of it, give it to the one that is there, or nothing. */
export function manifestUse({ before, manifest, isMade, isReachedOtherwise }: KnownApp): "create" | "change" | "none" {
  if (!isMade) return "create";
  if (before === null) return isReachedOtherwise ? "change" : "none";
  return before === manifest ? "none" : "change";
}

/** A manifest that was written to a file. */
export interface Filled {
  readonly path: string;
  /** Slack's page for a new app is open already, with all of it. */
  readonly isOpen: boolean;
}

/** Says what to do with it, a line each. The link that has it filled in would fill a screen: it is in the file. */
export function manifestLines(use: "create" | "change", { path, isOpen }: Filled): readonly string[] {
  if (use === "change") {
    return [
      "Your Slack app must match what you chose, or Slack won't reach it:",
      `  Open https://api.slack.com/apps, choose your app, then App Manifest. Paste ${path} over all of it, and save.`,
    ];
  }
  const otherwise = `https://api.slack.com/apps?new_app=1, From a manifest, your workspace, and paste ${path} under YAML.`;
  if (isOpen) {
    return [
      "The Slack app: in the page that opened, choose your workspace, then Next and Create. All is filled in.",
      `  If none opened: ${otherwise}`,
    ];
  }
  return [
    `The Slack app: open ${otherwise} Then Next and Create.`,
    `  Or open the long link at the top of ${path}, which has all of it filled in.`,
  ];
}
