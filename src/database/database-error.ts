/** Why the database cannot be used, in one sentence that says what to do. It shows no user, password or option of the address. */
export class DatabaseError extends Error {
  override readonly name = "DatabaseError";
}
