import { useRef, useState } from "preact/hooks";
import { usePage } from "../state/page-context";
import { Icon } from "../ui/images";

/** The button that uploads files to the conversation. */
export function Attach({ channel }: { readonly channel: string }) {
  const { drop } = usePage();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const chosen = async () => {
    const { current } = input;
    if (current === null || busy) return;
    const files = [...(current.files ?? [])];
    // Otherwise the same file could not be chosen again.
    current.value = "";
    setBusy(true);
    for (const file of files) await drop(file, channel);
    setBusy(false);
  };
  return (
    <>
      <button
        type="button"
        class="attach"
        aria-label="Attach a file"
        aria-busy={busy}
        onClick={() => input.current?.click()}
      >
        <Icon name="clip" />
      </button>
      <input ref={input} type="file" multiple hidden aria-label="Files" onChange={chosen} />
    </>
  );
}
