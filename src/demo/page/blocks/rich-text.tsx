import { type Json, objectsOf } from "../../slack/json";
import type { BlockProps } from "./basic-blocks";
import { RichRun } from "./rich-run";

/** Paragraphs, lists, quotes and code. */
export function RichText({ block }: BlockProps) {
  return <RichParts of={block} />;
}

/** The parts of a rich text, also of one in a table's cell. */
export function RichParts({ of }: { readonly of: Json }) {
  return (
    <div class="text rich">
      {objectsOf(of.elements).map((part, index) => (
        <Part key={index} part={part} />
      ))}
    </div>
  );
}

function Part({ part }: { readonly part: Json }) {
  const runs = <Runs of={part} />;
  if (part.type === "rich_text_list") return <RichList list={part} />;
  if (part.type === "rich_text_quote") return <blockquote>{runs}</blockquote>;
  return part.type === "rich_text_preformatted" ? <pre>{runs}</pre> : <div>{runs}</div>;
}

function RichList({ list }: { readonly list: Json }) {
  const items = objectsOf(list.elements).map((item, index) => (
    <li key={index}>
      <Runs of={item} />
    </li>
  ));
  const depth = `depth-${Math.min(Number(list.indent ?? 0), 4)}`;
  if (list.style === "ordered") {
    return (
      <ol class={depth} start={Number(list.offset ?? 0) + 1}>
        {items}
      </ol>
    );
  }
  return <ul class={depth}>{items}</ul>;
}

function Runs({ of }: { readonly of: Json }) {
  return (
    <>
      {objectsOf(of.elements).map((run, index) => (
        <RichRun key={index} run={run} />
      ))}
    </>
  );
}
