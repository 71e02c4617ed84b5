import { getTimezoneOffset } from "date-fns-tz/getTimezoneOffset";
import type { Json } from "../json";

/** The app as it is installed in the workspace; the ids never change. */
export const BOT = {
  userId: "U0PACELINE",
  botId: "B0PACELINE",
  appId: "A0PACELINE",
  name: "paceline",
} as const;

/** Slackbot, which every workspace has and which Slack does not call a bot. */
export const SLACKBOT = "USLACKBOT";

/** A member of the workspace. */
export interface SlackMember {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  /** An IANA zone, or an invalid one to test with; `null` for none. */
  readonly tz: string | null;
  readonly deactivated: boolean;
  readonly bot: boolean;
  readonly guest: boolean;
  readonly workspaceAdmin: boolean;
  /** A guest of one channel only. */
  readonly ultraRestricted?: boolean;
  readonly owner?: boolean;
  readonly primaryOwner?: boolean;
  /** Another workspace, whose channel is shared with this one: Slack lists such people and does not call them strangers. */
  readonly teamId?: string;
}

/** Slackbot and the app's own user, who are in every list of members. */
export function builtIns(): readonly SlackMember[] {
  const defaults = { email: null, deactivated: false, guest: false, workspaceAdmin: false };
  return [
    { ...defaults, id: SLACKBOT, name: "Slackbot", tz: null, bot: false },
    { ...defaults, id: BOT.userId, name: BOT.name, tz: "America/Los_Angeles", bot: true },
  ];
}

/** Whether the member is an active human, who can act and be written to. */
export function isPerson(member: SlackMember): boolean {
  return !member.bot && !member.deactivated && member.id !== SLACKBOT;
}

/** The member as in `users.list`. Deactivated ones have no zone and no roles, as in Slack. */
export function userObject(member: SlackMember, at: { readonly teamId: string; readonly now: Date }): Json {
  const basic = {
    id: member.id,
    team_id: member.teamId ?? at.teamId,
    name: handleOf(member),
    deleted: member.deactivated,
    profile: profileOf(member),
    is_bot: member.bot,
    is_app_user: false,
    updated: 1_700_000_000,
  };
  if (member.deactivated) return basic;
  return {
    ...basic,
    real_name: member.name,
    color: "4bbe2e",
    ...zoneOf(member.tz, at.now),
    is_admin: member.workspaceAdmin,
    is_owner: member.owner ?? false,
    is_primary_owner: member.primaryOwner ?? false,
    is_restricted: member.guest || member.ultraRestricted === true,
    is_ultra_restricted: member.ultraRestricted ?? false,
    is_email_confirmed: member.email !== null,
  };
}

/** The member's legacy user name, which has no spaces. */
export function handleOf(member: SlackMember): string {
  const local = member.email?.split("@")[0] ?? member.name;
  return local.toLowerCase().replaceAll(/[^a-z0-9._-]+/g, "");
}

function profileOf(member: SlackMember): Json {
  return {
    real_name: member.name,
    real_name_normalized: member.name,
    display_name: handleOf(member),
    display_name_normalized: handleOf(member),
    first_name: member.name.split(" ")[0] ?? member.name,
    ...(member.email === null ? {} : { email: member.email }),
    ...(member.bot ? { bot_id: member.id === BOT.userId ? BOT.botId : `B${member.id.slice(1)}` } : {}),
    title: "",
    status_text: "",
    status_emoji: "",
    team: "",
  };
}

function zoneOf(tz: string | null, now: Date): Json {
  if (tz === null) return {};
  const offset = getTimezoneOffset(tz, now);
  return { tz, tz_label: labelOf(tz, { now, offset }), tz_offset: Number.isNaN(offset) ? 0 : offset / 1000 };
}

/** By zone and offset: a workspace lists thousands, and a formatter takes half a millisecond. */
const labels = new Map<string, string>();

function labelOf(tz: string, { now, offset }: { readonly now: Date; readonly offset: number }): string {
  const key = `${tz} ${offset}`;
  const label = labels.get(key) ?? longName(tz, now);
  labels.set(key, label);
  return label;
}

function longName(tz: string, now: Date): string {
  try {
    const parts = new Intl.DateTimeFormat("en-US", { timeZone: tz, timeZoneName: "long" }).formatToParts(now);
    return parts.find(({ type }) => type === "timeZoneName")?.value ?? tz;
  } catch {
    return tz;
  }
}
