import { useState } from "preact/hooks";
import { jsonOf, textOf } from "../../slack/json";
import type { Entries } from "../elements/entry";
import { plainText } from "../mrkdwn/text-object";
import { modalsOf, usePage } from "../state/page-context";
import type { View } from "../state/snapshot";
import { Dialog } from "../ui/dialog";
import { Icon } from "../ui/images";
import { fitting, Surface } from "./surface";

/** The top modal of the current person's stack, if one is open. */
export function Modals() {
  const { snapshot, perform } = usePage();
  const stack = modalsOf(snapshot);
  const top = stack.at(-1);
  if (top === undefined) return null;
  const isBack = stack.length > 1 && top.view.clear_on_close !== true;
  const close = () => void perform("/demo/close", { viewId: top.id });
  const closeAll = () => void perform("/demo/close", { viewId: top.id, all: true });
  return (
    <Dialog name={plainText(top.view.title)} kind="modal" close={close}>
      <ModalForm key={top.id} view={top} close={close} closeAll={closeAll} isBack={isBack} />
    </Dialog>
  );
}

interface ModalProps {
  readonly view: View;
  /** Whether closing it shows another modal again. */
  readonly isBack: boolean;
  close(): void;
  closeAll(): void;
}

function ModalForm({ view: shown, close, closeAll, isBack }: ModalProps) {
  const { perform } = usePage();
  const [entries, setEntries] = useState<Entries>({});
  const [busy, setBusy] = useState(false);
  const { view, blocks, errors, id } = shown;
  const submit = async (event: Event) => {
    event.preventDefault();
    if (view.submit === undefined || busy) return;
    setBusy(true);
    await perform("/demo/submit", { viewId: id, entries: fitting(entries, blocks) });
    setBusy(false);
  };
  const formError = textOf(errors[id]);
  return (
    <form onSubmit={submit} noValidate>
      <ModalHead title={plainText(view.title)} back={isBack ? close : null} close={isBack ? closeAll : close} />
      <div class="modal-body">
        {formError !== undefined && (
          <p class="error" role="alert">
            {formError}
          </p>
        )}
        <Surface blocks={blocks} values={shown.values} errors={errors} from={{ viewId: id }} entered={setEntries} />
      </div>
      <footer>
        <button type="button" class="button" onClick={close}>
          {plainText(jsonOf(view.close)) || "Cancel"}
        </button>
        {view.submit !== undefined && view.submit !== null && (
          <button type="submit" class="button primary" aria-busy={busy}>
            {plainText(view.submit)}
          </button>
        )}
      </footer>
    </form>
  );
}

/** Above another modal there is the way back to it, too; ✕ closes all. */
function ModalHead({
  title,
  back,
  close,
}: {
  readonly title: string;
  readonly back: (() => void) | null;
  close(): void;
}) {
  return (
    <header>
      {back !== null && (
        <button type="button" class="icon-button back" aria-label="Back" onClick={back}>
          <Icon name="back" />
        </button>
      )}
      <h2>{title}</h2>
      <button type="button" class="icon-button" aria-label="Close" onClick={close}>
        <Icon name="close" />
      </button>
    </header>
  );
}
