/** What went wrong for a person: their input, not our code. The message is one sentence that says what to do. */
export class UserError extends Error {
  override readonly name = 'UserError';
}
