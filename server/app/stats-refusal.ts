/** What is asked cannot be done as asked; printed like a refusal of the library. */
export class StatsRefusal extends Error {}
