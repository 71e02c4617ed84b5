import type { InputBlock, KnownBlock, ModalView } from "@slack/types";
import { plainText, section } from "./blocks";

/** A modal with a form. Titles and buttons have at most 24 characters. */
export function form({
  callback,
  title,
  submit = "Save",
  close = "Cancel",
  blocks,
  metadata,
}: {
  readonly callback: string;
  readonly title: string;
  readonly submit?: string;
  /** "Back" in one that stands above the form it came from. */
  readonly close?: "Cancel" | "Back";
  readonly blocks: readonly KnownBlock[];
  /** Comes back with the submitted values. */
  readonly metadata?: string;
}): ModalView {
  return {
    type: "modal",
    callback_id: callback,
    title: plainText(title),
    submit: plainText(submit),
    close: plainText(close),
    blocks: [...blocks],
    ...(metadata === undefined ? {} : { private_metadata: metadata }),
  };
}

/** One field; its block and its element have its name, so that a fault appears beside it. */
export function field(
  name: string,
  { label, element, hint, optional }: { label: string; element: InputBlock["element"]; hint?: string; optional?: true },
): InputBlock {
  return {
    type: "input",
    block_id: name,
    label: plainText(label),
    element: { ...element, action_id: name },
    ...(hint === undefined ? {} : { hint: plainText(hint) }),
    ...(optional === undefined ? {} : { optional }),
  };
}

/** A modal that says one thing, as mrkdwn. Closing it closes what it came from, too: nobody finds a form below that is settled. */
export function notice(title: string, text: string): ModalView {
  const close = plainText("Close");
  return { type: "modal", title: plainText(title), close, clear_on_close: true, blocks: [section(text)] };
}
