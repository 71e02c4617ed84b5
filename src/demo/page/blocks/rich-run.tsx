import type { ComponentChildren } from "preact";
import { type Json, jsonOf, textOf } from "../../slack/json";
import { emojiNamed } from "../mrkdwn/text";
import { dateTokens } from "../state/times";
import { useSurface } from "../surface/surface-context";

/** A run of rich text in one style: text, a link, an emoji, a mention. */
export function RichRun({ run }: { readonly run: Json }) {
  const style = jsonOf(run.style);
  let shown: ComponentChildren = <Bare run={run} />;
  if (style.code === true) shown = <code>{shown}</code>;
  if (style.strike === true) shown = <s>{shown}</s>;
  if (style.italic === true) shown = <em>{shown}</em>;
  if (style.bold === true) shown = <strong>{shown}</strong>;
  return <>{shown}</>;
}

function Bare({ run }: { readonly run: Json }) {
  const { names, channels, zone, now } = useSurface();
  const text = textOf(run.text) ?? "";
  switch (run.type) {
    case "text":
      return <>{text}</>;
    case "emoji":
      return <span title={`:${String(run.name)}:`}>{emojiNamed(String(run.name)) ?? `:${String(run.name)}:`}</span>;
    case "user":
      return <span class="mention">@{names.get(String(run.user_id)) ?? String(run.user_id)}</span>;
    case "channel":
      return <span class="mention">#{channels.get(String(run.channel_id)) ?? String(run.channel_id)}</span>;
    case "broadcast":
      return <span class="mention">@{String(run.range)}</span>;
    case "date":
      return (
        <>{dateTokens(String(run.format), new Date(Number(run.timestamp) * 1000), { zone, now }) || run.fallback}</>
      );
    case "link":
      return <Link url={String(run.url)} text={text} />;
    default:
      return <>{text || `[${String(run.type)}]`}</>;
  }
}

function Link({ url, text }: { readonly url: string; readonly text: string }) {
  if (!/^(https?:\/\/|mailto:|tel:)/i.test(url)) return <>{text || url}</>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {text || url}
    </a>
  );
}
