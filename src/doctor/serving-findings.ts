import { dateAndTime } from "../words/times";
import { type Finding, fault, ok, warning } from "./finding";

/** What came back from the public address: Paceline's own word, another's answer, or none and why. */
export type AddressAnswer =
  | { readonly kind: "paceline" }
  | { readonly kind: "other"; readonly status: number }
  | { readonly kind: "none"; readonly code: string };

/** Whether a Paceline runs on this database, and whether Slack reaches it. */
export interface Serving {
  readonly now: Date;
  /** An IANA zone, the team's. */
  readonly zone: string;
  /** Whether a process notes that it runs. */
  readonly isNoted: boolean;
  /** The last minute whose tick a process ran; `null` where none ever did. */
  readonly lastTick: Date | null;
  /** `null` where Slack sends nothing to an address, or none is set. */
  readonly address: {
    readonly url: string;
    readonly answer: AddressAnswer;
    /** Paceline listens there by the settings of whoever asks. */
    readonly listensAt: string;
  } | null;
}

/** There is one each minute; a process that was just started or stopped is given another. */
const TICK_LATE_MS = 2 * 60_000;

/** Says whether Paceline runs and its address leads to it. What does not run is not asked for at its address. */
export function servingFindings({ now, zone, isNoted, lastTick, address }: Serving): readonly Finding[] {
  if (!isNoted && lastTick === null)
    return [ok("paceline-running", "Paceline was never started with this database: npm start starts it.")];
  if (!isNoted && lastTick !== null && now.getTime() - lastTick.getTime() > TICK_LATE_MS) {
    const says = `Paceline hasn't run since ${dateAndTime(lastTick, zone)}: commands and buttons fail in Slack, and digests wait.`;
    return [fault("paceline-stopped", { says, todo: "Start it: npm start, or by what runs services on its machine." })];
  }
  const running = ok("paceline-running", "Paceline is running.");
  return address === null ? [running] : [running, addressFinding(address)];
}

function addressFinding({ url, answer, listensAt }: NonNullable<Serving["address"]>): Finding {
  if (answer.kind === "paceline") return ok("public-address", `A running Paceline answers at ${url}.`);
  const forward = `Have your proxy or tunnel run, and forward ${url} to where Paceline listens: ${listensAt} by HOST and PORT here.`;
  const unsure = `If commands fail in Slack (dispatch_failed): ${forward}`;
  if (answer.kind === "none")
    return warning("public-address", { says: `${url} can't be reached from here (${answer.code}).`, todo: unsure });
  const says = `${url} doesn't lead to Paceline: something else answers there (HTTP ${answer.status})`;
  // A gateway has nothing behind it. Anything else may be a proxy that passes on Slack's own path alone.
  if (answer.status < 500) return warning("public-address", { says: `${says}.`, todo: unsure });
  return fault("public-address", { says: `${says}, so commands and buttons fail in Slack.`, todo: forward });
}
