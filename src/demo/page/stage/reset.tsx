import { useConfirm } from "../confirm";
import { useDesk } from "../desk";

const QUESTION = {
  title: { type: "plain_text", text: "Reset the demo?" },
  text: {
    type: "plain_text",
    text: "Every message, number and fault of this demo goes, and the sample month begins anew.",
  },
  confirm: { type: "plain_text", text: "Reset" },
  deny: { type: "plain_text", text: "Keep" },
  style: "danger",
} as const;

/** Begins the sample month anew, after asking. */
export function Reset() {
  const { act } = useDesk();
  const ask = useConfirm();
  const press = async () => {
    if (await ask(QUESTION)) await act("/stage/reset", {});
  };
  return (
    <button type="button" class="link" onClick={press}>
      Reset…
    </button>
  );
}
