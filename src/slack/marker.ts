/** What marks our messages in Slack: metadata, which every app in the workspace may read, so its payload says nothing. */
export const EVENT_TYPE = "paceline_delivery";

/** A second mark, on a block, should the metadata be lost. */
export function blockIdOf(marker: string): string {
  return `dg:${marker}`;
}
