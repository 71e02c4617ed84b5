import type { ComponentChildren } from "preact";
import { isJson, type Json, objectsOf, textOf } from "../../slack/json";
import { Element } from "../elements/element";
import { plainText, TextObject } from "../mrkdwn/text-object";
import { Picture } from "../ui/images";
import type { BlockProps } from "./basic-blocks";
import { RichParts } from "./rich-text";

const SIGNS: Readonly<Record<string, string>> = { info: "ℹ️", warning: "⚠️", error: "⛔", success: "✅" };

/** A notice of a level: a color and a sign. */
export function Alert({ block }: BlockProps) {
  const level = textOf(block.level) ?? "default";
  const sign = SIGNS[level];
  return (
    <div class={`alert ${level}`} role="note">
      {sign !== undefined && <span title={level}>{sign}</span>}
      <div class="text">
        <TextObject of={block.text} />
      </div>
    </div>
  );
}

/** A card: a picture, a title, a text, and buttons. */
export function Card({ block, blockId }: BlockProps) {
  const { hero_image: hero, icon, title, subtitle, body } = block;
  return (
    <div class="card">
      {isJson(hero) && <Picture url={hero.image_url} alt={hero.alt_text} />}
      <div class="card-head">
        {isJson(icon) && <Picture url={icon.image_url} alt={icon.alt_text} />}
        <div>
          {isJson(title) && (
            <p class="card-title">
              <TextObject of={title} />
            </p>
          )}
          {isJson(subtitle) && (
            <p class="quiet">
              <TextObject of={subtitle} />
            </p>
          )}
        </div>
      </div>
      {isJson(body) && (
        <div class="text">
          <TextObject of={body} />
        </div>
      )}
      <Buttons of={objectsOf(block.actions)} blockId={blockId} />
    </div>
  );
}

function Buttons({ of, blockId }: { readonly of: readonly Json[]; readonly blockId: string }) {
  if (of.length === 0) return null;
  return (
    <div class="actions">
      {of.map((button, index) => (
        <Element key={String(button.action_id ?? index)} element={button} blockId={blockId} dispatches />
      ))}
    </div>
  );
}

/** Cards in a row that scrolls. */
export function Carousel({ block, blockId }: BlockProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section class="carousel" tabIndex={0} aria-label="Cards">
      {objectsOf(block.elements).map((card, index) => (
        <Card key={`${index}`} block={card} blockId={textOf(card.block_id) ?? blockId} />
      ))}
    </section>
  );
}

/** A box around blocks, which its reader may fold away where the app lets them. */
export function Container({ block, children }: { readonly block: Json; readonly children: ComponentChildren }) {
  const head = <ContainerHead block={block} />;
  if (block.is_collapsible !== true) {
    return (
      <section class={`container ${textOf(block.width) ?? "standard"}`}>
        <header class={block.has_header_divider === true ? "divided" : undefined}>{head}</header>
        {children}
      </section>
    );
  }
  return (
    <details class={`container ${textOf(block.width) ?? "standard"}`} open={block.default_collapsed !== true}>
      <summary>{head}</summary>
      {children}
    </details>
  );
}

function ContainerHead({ block }: { readonly block: Json }) {
  const { icon, title, rich_text_title: rich, subtitle } = block;
  return (
    <>
      {isJson(icon) && <Picture url={icon.image_url} alt={icon.alt_text} />}
      <strong>{isJson(rich) ? <RichParts of={rich} /> : plainText(title)}</strong>
      {isJson(subtitle) && (
        <span class="quiet">
          <TextObject of={subtitle} />
        </span>
      )}
    </>
  );
}
