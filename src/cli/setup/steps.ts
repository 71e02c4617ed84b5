import type { VARIABLES } from "../../config/variables";
import type { Values } from "./env-text";
import type { Connection } from "./manifest-link";
import { placeWith } from "./place";
import { publicUrlFault, tryPublicUrl } from "./public-address";
import {
  type Try,
  tryAppToken,
  tryBotToken,
  tryCopper,
  tryDatabase,
  tryFishbowl,
  tryJustCall,
  trySigningSecret,
} from "./tries";

/** One variable that is asked for. */
export interface Asked {
  readonly name: keyof typeof VARIABLES;
  /** What it is, as a prompt. */
  readonly prompt: string;
  readonly secret?: true;
  /** Says what is wrong with an answer before it is tried; `null` for nothing. */
  readonly fault?: (given: string) => string | null;
}

/** One thing that is set up: what is asked for together, where to find it, and how it is tried. */
export interface Step {
  readonly title: string;
  readonly asked: readonly Asked[];
  /** Says what it is for and what each choice means, before anything is asked, a line each. */
  readonly about?: (values: Values) => readonly string[];
  /** Says where to find it, a line each. */
  readonly where: readonly string[];
  /** Whether it is wanted at all; unset, it must be. */
  readonly question?: string;
  /** What is the case without it; unset, that it stays off. */
  readonly without?: string;
  /** What is there instead, in a few words for a list; unset, that it is off. */
  readonly instead?: string;
  readonly attempt: Try;
}

/** The first of all: with a public address Slack sends to it, and without one Paceline connects to Slack. */
export const ADDRESS: Step = {
  title: "How Slack reaches Paceline",
  asked: [{ name: "PUBLIC_URL", prompt: "The address, such as https://paceline.acme.com", fault: publicUrlFault }],
  about: (values) => [
    "Slack sends what people type to a public https address, or over a connection that Paceline opens (Socket Mode).",
    `For an address you need a proxy or tunnel that forwards it to ${placeWith(values).at}. Figures then follow in seconds.`,
    "Socket Mode needs neither; figures then follow with each sync.",
  ],
  where: ["The address at which the internet reaches this machine, over https."],
  question: "Can Slack reach this machine over https? If not, Paceline uses Socket Mode",
  without: "Paceline connects to Slack itself (Socket Mode).",
  attempt: tryPublicUrl,
};

const BOT_TOKEN: Step = {
  title: "Slack: bot token",
  asked: [{ name: "SLACK_BOT_TOKEN", prompt: "Bot User OAuth Token (xoxb-…)", secret: true }],
  where: ["In your Slack app: Install to Workspace, then copy the Bot User OAuth Token from OAuth & Permissions."],
  attempt: tryBotToken,
};

const SIGNING_SECRET: Step = {
  title: "Slack: signing secret",
  asked: [{ name: "SLACK_SIGNING_SECRET", prompt: "Signing Secret", secret: true }],
  where: ["In your Slack app: Basic Information, App Credentials, Signing Secret, Show."],
  attempt: trySigningSecret,
};

const APP_TOKEN: Step = {
  title: "Slack: app-level token",
  asked: [{ name: "SLACK_APP_TOKEN", prompt: "App-level token (xapp-…)", secret: true }],
  where: ["In your Slack app: Basic Information, App-Level Tokens, Generate, with the scope connections:write."],
  attempt: tryAppToken,
};

const DATABASE: Step = {
  title: "MongoDB",
  asked: [{ name: "MONGODB_URI", prompt: "Address (mongodb://… or mongodb+srv://…)", secret: true }],
  about: () => [
    "It keeps all that is counted. For everyday use, give Paceline a replica set of MongoDB 6.0 or later, such as a hosted one.",
    "Without one, Paceline runs a MongoDB here: it stays over restarts, but on this disk alone. backup and restore move it later.",
  ],
  where: ["A replica set, even of one member; a hosted one shows its address under Connect."],
  question: "Do you have a MongoDB for it? If not, Paceline runs its own here for now",
  without: "Paceline runs a MongoDB of its own here.",
  instead: "Paceline's own MongoDB",
  attempt: tryDatabase,
};

const COPPER: Step = {
  title: "Copper",
  asked: [
    { name: "COPPER_API_KEY", prompt: "API key", secret: true },
    { name: "COPPER_USER_EMAIL", prompt: "Email address of the key's owner" },
  ],
  where: ["In Copper, as an admin: Settings, Integrations, API Keys, Generate. Others' keys see less than all."],
  question: "Does your team use Copper?",
  attempt: tryCopper,
};

const JUSTCALL: Step = {
  title: "JustCall",
  asked: [
    { name: "JUSTCALL_API_KEY", prompt: "API key", secret: true },
    { name: "JUSTCALL_API_SECRET", prompt: "API secret", secret: true },
  ],
  where: ["In JustCall, as an admin: Settings, API & Webhooks, API credentials."],
  question: "Does your team use JustCall?",
  attempt: tryJustCall,
};

const FISHBOWL: Step = {
  title: "Fishbowl",
  asked: [
    { name: "FISHBOWL_API_URL", prompt: "Server with its path, such as https://fishbowl.acme.com:2456/api" },
    { name: "FISHBOWL_USERNAME", prompt: "User without MFA who may view the Data module" },
    { name: "FISHBOWL_PASSWORD", prompt: "Password", secret: true },
  ],
  where: [
    "At the first login Fishbowl asks an admin to approve Paceline, under Integrated Apps: approve it, then try again.",
  ],
  question: "Should Paceline pull orders from a Fishbowl server? If not, you can import order files (CSV)",
  without: "Fishbowl's orders come from files until you run npm run setup again.",
  instead: "Fishbowl's orders from files",
  attempt: tryFishbowl,
};

/** Lists what is set up, in order, for the way in which Slack reaches the app. */
export function stepsFor({ kind }: Connection): readonly Step[] {
  return [BOT_TOKEN, kind === "http" ? SIGNING_SECRET : APP_TOKEN, DATABASE, COPPER, JUSTCALL, FISHBOWL];
}
