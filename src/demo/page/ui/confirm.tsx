import { type ComponentChildren, createContext } from "preact";
import { useCallback, useContext, useState } from "preact/hooks";
import type { Json } from "../../slack/json";
import { plainText, TextObject } from "../mrkdwn/text-object";
import { Dialog } from "./dialog";

type RequestConfirm = (confirm: Json) => Promise<boolean>;

const Context = createContext<RequestConfirm>(async () => true);

/** Returns a function that asks for confirmation with Slack's object: title, text, confirm, deny, style. */
export function useConfirm(): RequestConfirm {
  return useContext(Context);
}

interface PendingConfirm {
  readonly confirm: Json;
  resolve(yes: boolean): void;
}

export function ConfirmProvider({ children }: { readonly children: ComponentChildren }) {
  const [pending, setPending] = useState<PendingConfirm | null>(null);
  const requestConfirm = useCallback<RequestConfirm>(
    (confirm) => new Promise((resolve) => setPending({ confirm, resolve })),
    [],
  );
  const settle = (yes: boolean) => {
    pending?.resolve(yes);
    setPending(null);
  };
  return (
    <Context.Provider value={requestConfirm}>
      {children}
      {pending && <ConfirmDialog confirm={pending.confirm} settle={settle} />}
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
