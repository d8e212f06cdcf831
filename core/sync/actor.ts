/** Whoever asks: a member of staff, or a family link's holder acting through the server's family pages. */
export interface Actor {
  readonly agencyId: string
  readonly staffId: string
  readonly roles: readonly string[]
}
