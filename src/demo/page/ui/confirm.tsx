import { type ComponentChildren, createContext } from "preact";
import { useCallback, useContext, useState } from "preact/hooks";
import type { Json } from "../../slack/json";
import { plainText, TextObject } from "../mrkdwn/text-object";
import { Dialog } from "./dialog";

type Ask = (confirm: Json) => Promise<boolean>;

const Context = createContext<Ask>(async () => true);

/** Asks before something is done; the object is Slack's own: title, text, confirm, deny, style. */
export function useConfirm(): Ask {
  return useContext(Context);
}

interface Asked {
  readonly confirm: Json;
  answer(yes: boolean): void;
}

export function ConfirmProvider({ children }: { readonly children: ComponentChildren }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const ask = useCallback<Ask>((confirm) => new Promise((answer) => setAsked({ confirm, answer })), []);
  const settle = (yes: boolean) => {
    asked?.answer(yes);
    setAsked(null);
  };
  return (
    <Context.Provider value={ask}>
      {children}
      {asked && <ConfirmDialog confirm={asked.confirm} settle={settle} />}
    </Context.Provider>
  );
}

function ConfirmDialog({ confirm, settle }: { readonly confirm: Json; settle(yes: boolean): void }) {
  const primary = confirm.style === "danger" ? "button danger" : "button primary";
  return (
    <Dialog name={plainText(confirm.title)} kind="confirm" close={() => settle(false)}>
      <h2>{plainText(confirm.title)}</h2>
      <p>
        <TextObject of={confirm.text} />
      </p>
      <footer>
        <button type="button" class="button" onClick={() => settle(false)}>
          {plainText(confirm.deny) || "No"}
        </button>
        <button type="button" class={primary} onClick={() => settle(true)}>
          {plainText(confirm.confirm) || "Yes"}
        </button>
      </footer>
    </Dialog>
  );
}
