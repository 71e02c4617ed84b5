import { zoneDays } from "../../time/day";
import type { ControlsState } from "../controls/controls";
import { fishbowlExport } from "../sample/fishbowl-export";
import type { Reply } from "../slack/http/exchange";
import type { Bundle } from "./bundle";

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<title>Paceline demo</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/page.css">
<script type="module" src="/assets/page.js"></script>
</head>
<body><div id="page"></div><noscript>The demo needs JavaScript.</noscript></body>
</html>
`;

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#1d3557"/><path d="M6 22l7-8 5 4 8-10" fill="none" stroke="#7bdcb5" stroke-width="3.5" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

/** The page, its script, styles and icon; `undefined` for any other path. */
export function documentAt(path: string, bundle: Bundle): Reply | undefined {
  const documents: Readonly<Record<string, Reply>> = {
    "/": documentReply("text/html", PAGE),
    "/assets/page.js": documentReply("text/javascript", bundle.script),
    "/assets/page.css": documentReply("text/css", bundle.styles),
    "/assets/icon.svg": documentReply("image/svg+xml", ICON),
  };
  return Object.hasOwn(documents, path) ? documents[path] : undefined;
}

/** Headers of every response: nothing is loaded from other hosts, only the page's own scripts run, no site may frame it. */
export function securityHeaders(host: string): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'self'",
    `connect-src 'self' ws://${host}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    "content-security-policy": policy.join("; "),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
  };
}

function documentReply(type: string, body: string): Reply {
  return { status: 200, headers: { "content-type": `${type}; charset=utf-8` }, body };
}

/** A Fishbowl export of today, by the demo's clock, to save and drop. */
export function sampleFile({ now, zone }: Pick<ControlsState, "now" | "zone">): Reply {
  const { name, text } = fishbowlExport(zoneDays(zone).dayOf(new Date(now)));
  const headers = {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": `attachment; filename="${name}"`,
  };
  return { status: 200, headers, body: text };
}
