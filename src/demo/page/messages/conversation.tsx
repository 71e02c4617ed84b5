import { useLayoutEffect, useRef } from "preact/hooks";
import { usePage } from "../state/page-context";
import { MessageShown } from "./message";
import { rowsOf } from "./rows";

/** A conversation's messages, newest at the bottom, which stays visible unless one scrolls up. */
export function Conversation({ channel, empty }: { readonly channel: string; readonly empty: string }) {
  const { snapshot, me } = usePage();
  const messages = snapshot.workspace.messages.filter((message) => message.channel === channel);
  const rows = rowsOf(messages, me.tz);
  const { box, noteScroll } = useStickToBottom(`${me.id}/${channel}`);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <div ref={box} class="scroll messages" role="log" aria-label="Messages" tabIndex={0} onScroll={noteScroll}>
      {rows.length === 0 && <p class="empty">{empty}</p>}
      {rows.map((row) =>
        row.kind === "day" ? (
          <p key={row.title} class="day">
            <span>{row.title}</span>
          </p>
        ) : (
          <MessageShown key={`${me.id}/${row.message.ts}`} message={row.message} follows={row.follows} />
        ),
      )}
    </div>
  );
}

function useStickToBottom(conversation: string) {
  const box = useRef<HTMLDivElement>(null);
  const state = useRef({ conversation, atBottom: true });
  useLayoutEffect(() => {
    const { current } = box;
    if (current === null) return;
    if (state.current.conversation !== conversation) state.current = { conversation, atBottom: true };
    if (state.current.atBottom) current.scrollTop = current.scrollHeight;
  });
  const noteScroll = () => {
    const { current } = box;
    if (current === null) return;
    state.current.atBottom = current.scrollHeight - current.scrollTop - current.clientHeight < 60;
  };
  return { box, noteScroll };
}
