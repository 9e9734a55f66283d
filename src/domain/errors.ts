/** What went wrong for a person: their input, not our code. The message is one sentence that says what to do. */
export class UserError extends Error {
  override readonly name: string = 'UserError';
}

/** The store cannot be used as it is: full, busy, read-only, newer, not a database. Nothing that a person typed is at fault. */
export class StoreError extends UserError {
  override readonly name = 'StoreError';
}
