import type { FileFault } from "../imports/slack-file-error";
import { type Message, sectionMessage } from "./blocks";
import { foreign } from "./text";

const WORDS: Readonly<Record<FileFault, string>> = {
  "no-access":
    "Slack would not hand over the file. The app lacks the scope `files:read`, or got it after it was installed: whoever runs Paceline adds it and installs the app again. Then drop the file here once more.",
  gone: "The file is not in Slack any more: drop it here again.",
  elsewhere: "The file is kept outside of Slack, where I do not go: save it on your computer, and drop that copy here.",
  "too-large": "",
  "out-of-order": "Slack does not give me the file just now: drop it here again in a few minutes.",
};

/** Why a file cannot be read, and what to do. */
export function fileFaultMessage(
  fault: FileFault,
  { name, mostBytes }: { readonly name: string; readonly mostBytes: number },
): Message {
  const tooLarge = `The file is larger than ${mostBytes / 1024 / 1024} MB: drop it here in parts, each with its header.`;
  return sectionMessage(`❌ *${foreign(name)}* was not read. ${fault === "too-large" ? tooLarge : WORDS[fault]}`);
}
