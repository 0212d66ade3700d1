/** Something about the command's arguments or its file that its user can put right; the message says how. */
export class UsageError extends Error {
  override name = 'UsageError'
}
