import { usePage } from "../state/page-context";
import type { Message, MessageFile } from "../state/snapshot";
import { clockTime, writtenAt } from "../state/times";
import { Surface } from "../surface/surface";
import { Avatar, Icon } from "../ui/images";

/** A message: author, time, content, and whether only the current person sees it. */
export function MessageShown({ message, follows }: { readonly message: Message; readonly follows: boolean }) {
  const { snapshot, me } = usePage();
  const { members, bot } = snapshot.workspace;
  const author = members.find(({ id }) => id === message.author);
  const head = {
    name: named(author?.name ?? message.author),
    time: clockTime(writtenAt(message.ts), me.tz),
    isBot: author?.bot === true,
  };
  const onlyForMe = message.to !== undefined;
  const classes = `message${onlyForMe ? " alone" : ""}${follows ? " follows" : ""}`;
  return (
    <article class={classes} aria-label={`${head.name} at ${head.time}`}>
      {onlyForMe && <OnlyYou />}
      {!follows && <Avatar id={message.author} name={head.name} app={message.author === bot.userId} />}
      <div class="message-body">
        {!follows && <Head {...head} />}
        <Content message={message} />
        {message.files !== undefined && <Files of={message.files} />}
        {message.editedTs !== undefined && <small class="edited">(edited)</small>}
      </div>
    </article>
  );
}

function OnlyYou() {
  return (
    <p class="only-you">
      <Icon name="eye" /> Only visible to you
    </p>
  );
}

function Head({ name, time, isBot }: { readonly name: string; readonly time: string; readonly isBot: boolean }) {
  return (
    <p class="message-head">
      <strong>{name}</strong>
      {isBot && <span class="badge">App</span>}
      <time>{time}</time>
    </p>
  );
}

/** The message's blocks, or its text if it has none; a message of only files has neither. */
function Content({ message }: { readonly message: Message }) {
  const { text, blocks, ts, channel } = message;
  if (text === "" && blocks.length === 0) return null;
  const shown = blocks.length > 0 ? blocks : [{ type: "section", text: { type: "mrkdwn", text } }];
  return <Surface blocks={shown} from={{ messageTs: ts, channel }} />;
}

/** The app's user is called `paceline`; people know the app as Paceline. */
function named(name: string): string {
  return name === "paceline" ? "Paceline" : name;
}

/** The files of a message: name, kind and size. */
export function Files({ of }: { readonly of: readonly MessageFile[] }) {
  return (
    <ul class="files" aria-label="Files">
      {of.map(({ id, name, size, pretty_type: kind }) => (
        <li key={id} class="file">
          <Icon name="file" />
          <span>
            <strong>{name}</strong>
            <small>
              {kind} · {fileSize(size)}
            </small>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** "812 bytes", "3.1 KB", "20.0 MB". */
export function fileSize(bytes: number): string {
  if (bytes < 1_024) return `${bytes} bytes`;
  const kilobytes = bytes / 1_024;
  return kilobytes < 1_024 ? `${kilobytes.toFixed(1)} KB` : `${(kilobytes / 1_024).toFixed(1)} MB`;
}
