import type { PoolClient, QueryResultRow } from 'pg'

/** The one way to the database inside a request: a transaction bound to one agency by row-level security. */
export interface Transaction {
  readonly agencyId: string
  readonly client: PoolClient
  readonly rows: <Row extends QueryResultRow>(
    text: string,
    values: readonly unknown[],
  ) => Promise<readonly Row[]>
  /** The same for a statement that is asked again and again: planned once per connection. The name stands for the text. */
  readonly prepared: <Row extends QueryResultRow>(
    name: string,
    text: string,
    values: readonly unknown[],
  ) => Promise<readonly Row[]>
}

export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** Quotes an identifier that we made ourselves; what a person typed never gets here. */
export function quoteName(name: string): string {
  if (!/^[a-z_][a-z0-9_]*$/.test(name))
    throw new Error(`Bug: ${name} is no table or column name of ours`)
  return `"${name}"`
}
