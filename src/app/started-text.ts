/** A process that has started, and how it is reached. */
export interface Started {
  readonly host: string;
  readonly port: number;
  readonly socketMode: boolean;
  /** The address at which the internet reaches it, if that is known. */
  readonly publicUrl?: string | undefined;
}

/** Says at once to whoever started Paceline in a terminal that it starts, since Slack has no answer before it is up. */
export const STARTING = "Starting Paceline. It's ready once it says so, in a few seconds.\n";

/** Says to whoever stops Paceline in a terminal that what is under way is waited for. */
export const STOPPING = "\nStopping: finishing what's running, up to 25 seconds. Press Ctrl+C again to quit now.\n";

/** Says to whoever started Paceline in a terminal where it is reached, and what comes next: the log is for machines. */
export function startedText({ host, port, socketMode, publicUrl }: Started): string {
  const at = `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
  const sends =
    publicUrl === undefined ? "have your public address forwarded there" : `have ${publicUrl} forwarded there`;
  const reached = socketMode
    ? `It is connected to Slack, and listens at ${at}.`
    : `It listens for Slack at ${at}: ${sends}.`;
  return [
    `\nPaceline is up. ${reached}`,
    "Next, in Slack: type /sync, or open Paceline's Home. Stop it here with Ctrl+C.\n\n",
  ].join("\n");
}
