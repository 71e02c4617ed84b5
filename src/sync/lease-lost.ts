/** The holder of a lease was paused or cut off for so long that another may have taken over: it must write nothing more. */
export class LeaseLost extends Error {
  override readonly name = "LeaseLost";
}
