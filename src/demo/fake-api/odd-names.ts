/** What people have called a contact in earnest: markup, another direction, emoji, and no end. */
const HOSTILE = [
  "<!channel> *Bold* <https://evil.example|click>",
  "\u202Eמאיה \u05DB\u05D4\u05DF\u202C (שותפה)",
  '=HYPERLINK("http://evil.example","Cara")',
  `Anna-Maria ${"von Hohenfels ".repeat(22)}`,
  "<@U0ANA00001> _Lee_ ~Chan~",
  "Zoë 🍋‍🟩 Lime 🧃",
];

/**
 * Gives a contact's name as a vendor's list may hold it: mostly as it is, now and then none, in one of two forms, and now and then
 * one that was made to ping, link, turn round or run on.
 */
export function oddName(name: string, id: number): string | null {
  if (id % 19 === 0) return HOSTILE[(id / 19) % HOSTILE.length] ?? null;
  if (id % 7 === 0) return id % 2 === 0 ? "" : null;
  return name;
}
