/** Names the unit that keeps Paceline running where systemd starts services. */
export const UNIT_FILE = "paceline.service";

/** What a service runs, and as whom. */
export interface Service {
  /** The folder that it runs in, where its `.env` is. */
  readonly folder: string;
  /** The path of `dist/main.js`. */
  readonly main: string;
  /** The path of node. */
  readonly node: string;
  /** Options of node before those that Paceline always has. */
  readonly options: readonly string[];
  readonly user: string;
}

/** Makes the text of a systemd unit that starts Paceline with the machine, and again when it ends. */
export function serviceUnit({ folder, main, node, options, user }: Service): string {
  const command = [node, ...options, "--max-old-space-size=192", main].map(quoted).join(" ");
  return `[Unit]
Description=Paceline, a Slack bot for sales teams
Wants=network-online.target
After=network-online.target

[Service]
User=${user}
WorkingDirectory=${escaped(folder)}
ExecStart=${command}
# Also after an end with 2, which is for somebody to mend: a database or Slack may only be late.
Restart=always
RestartSec=15
# What is under way is waited for; a MongoDB of its own is stopped last, by Paceline.
KillMode=mixed
TimeoutStopSec=30

[Install]
WantedBy=multi-user.target
`;
}

/** systemd replaces what follows a percent sign. */
function escaped(text: string): string {
  return text.replaceAll("%", "%%");
}

function quoted(word: string): string {
  const plain = escaped(word).replaceAll("$", "$$$$");
  return /^[\w./:=@%$+-]+$/.test(plain) ? plain : `"${plain.replace(/["\\]/g, "\\$&")}"`;
}
