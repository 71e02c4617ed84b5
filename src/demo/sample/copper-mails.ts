import { CONTACTS } from "./contacts";
import { type ActivityWithoutId, MAILBOXES, type Mailbox, mail, sendTime, times } from "./copper-activities";
import { afterSeconds, nth } from "./dates";
import { edgeCaseMails } from "./edge-case-mails";

/** How many plain emails, to one customer each, each mailbox sent. */
const SENT: readonly (readonly [sender: Mailbox, mails: number])[] = [
  [MAILBOXES.ana, 52],
  [MAILBOXES.ben, 48],
  [MAILBOXES.chloe, 34],
  [MAILBOXES.dev, 21],
  [MAILBOXES.devInSlack, 1],
  [MAILBOXES.maya, 12],
  [MAILBOXES.alex, 2],
];
const RECEIVERS = [MAILBOXES.ana, MAILBOXES.ben, MAILBOXES.chloe, MAILBOXES.maya];
const INBOUND = 30;
const EXTERNAL = 6;

/** The month's emails: sent, received, between customers, and the edge cases. */
export function copperMails(): readonly ActivityWithoutId[] {
  return [
    ...SENT.flatMap(([sender, mails], series) => times(mails, (n) => outbound(sender, { n, series }))),
    ...times(INBOUND, inbound),
    ...times(EXTERNAL, betweenCustomers),
    ...edgeCaseMails(),
  ];
}

function outbound(sender: Mailbox, { n, series }: { readonly n: number; readonly series: number }): ActivityWithoutId {
  const to = nth(CONTACTS, n + series);
  return mail(to, { at: sendTime(n), sender, to: [to], subject: `Your order ${n + 1}`, id: `out.${series}.${n}` });
}

function inbound(n: number): ActivityWithoutId {
  const [sender, to] = [nth(CONTACTS, n), [nth(RECEIVERS, n)]];
  return mail(sender, { at: afterSeconds(sendTime(n), 400), sender, to, subject: "Re: Your order", id: `in.${n}` });
}

function betweenCustomers(n: number): ActivityWithoutId {
  const [sender, to] = [nth(CONTACTS, n), [nth(CONTACTS, n + 1)]];
  return mail(sender, { at: afterSeconds(sendTime(n), 800), sender, to, subject: "Fwd: prices", id: `other.${n}` });
}
