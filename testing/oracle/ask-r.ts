// R 4.6 in this process (webR): the live oracle of the statistics. Needs no network and no R installed.
import { WebR } from 'webr'

export type Figures = (number | null)[]

export type Oracle = {
  version: string
  /**
   * Numbers of an R expression; null for NA and NaN, one null when R stops with an error, one
   * Infinity when `need` in the expression says that it is not about these data.
   */
  ask: (code: string) => Promise<Figures>
  close: () => void
}

/** Starts R, or says why it cannot run here. */
export async function startOracle(): Promise<Oracle | { reason: string }> {
  try {
    const webR = new WebR({ interactive: false })
    await webR.init()
    const version = await webR.evalRString('R.version.string')
    // Warnings about ties and small counts are what the data are made for.
    await webR.evalRVoid('options(warn = -1)')
    // need(): the comparison is not about such data. stopifnot(): R itself has no answer.
    await webR.evalRVoid("need <- function(...) if (!all(...)) stop('not about this')")
    return {
      version,
      close: () => webR.close(),
      ask: async (code) => {
        const shelter = await new webR.Shelter()
        try {
          const found = await shelter.captureR(
            `as.numeric(tryCatch({${code}}, error = function(e) if (conditionMessage(e) == 'not about this') Inf else NA))`,
          )
          const answer: unknown = await found.result.toJs()
          return readFigures(answer)
        } finally {
          await shelter.purge()
        }
      },
    }
  } catch (trouble) {
    return { reason: trouble instanceof Error ? trouble.message : String(trouble) }
  }
}

function readFigures(answer: unknown): Figures {
  if (typeof answer !== 'object' || answer === null || !('values' in answer)) return [null]
  if (!Array.isArray(answer.values)) return [null]
  return answer.values.map((value: unknown) =>
    typeof value === 'number' && !Number.isNaN(value) ? value : null,
  )
}

/** A column as R writes it. */
export function toR(values: readonly (number | string | null)[]): string {
  const cells = values.map((value) =>
    value === null ? 'NA' : typeof value === 'string' ? `'${value}'` : String(value),
  )
  return `c(${cells.join(',')})`
}
