import type { LineKind } from "../../goods";
import type { Amounts } from "../cells/amounts";
import { type Decimal, negative, times } from "../cells/decimal";
import type { Cells } from "../cells/pick";
import type { ItemField } from "./columns";

/** How an item is priced. */
interface Priced {
  readonly kind: LineKind;
  readonly above: Decimal;
  readonly amounts: Amounts;
}

/** What an item comes to, whatever its sign means; text says why that cannot be read. */
export function priceOf(cell: Cells<ItemField>, { kind, above, amounts }: Priced): Decimal | string {
  const price = cell.first("price");
  if (kind === "percent") return percentOf(price, { above, amounts });
  const quantity = cell.first("quantity") || "1";
  const each = amounts.read("price", price);
  if (typeof each === "string") return `its ProductPrice "${price}" ${each}`;
  const count = amounts.read("quantity", quantity);
  if (typeof count === "string") return `its ProductQuantity "${quantity}" ${count}`;
  return times(each, count);
}

/** Fishbowl's documentation does not say whether 10 or 0.1 is a tenth, so only a percent sign tells. */
function percentOf(price: string, { above, amounts }: Omit<Priced, "kind">): Decimal | string {
  const share = price.endsWith("%") ? amounts.read("price", price.slice(0, -1)) : null;
  if (share === null) {
    return `its discount in percent "${price}" has no percent sign, so its amount is unclear: use the per-line report`;
  }
  if (typeof share === "string") return `its discount in percent "${price}" ${share}`;
  return times(above, { ...negative(share), scale: share.scale + 2 });
}
