// `kiteline stats`: anyone can recompute any number. Needs no house, no database.
import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { parse as parseCsv } from 'csv-parse/sync'
import { z } from 'zod'
import { analyses, findAnalysis } from '../../statistics/registry.ts'
import { UsageTrouble, type Settings } from './settings.ts'

const requestShape = z.strictObject({
  data: z.unknown(),
  options: z.record(z.string(), z.unknown()).default({}),
})
const refusedExit = 2

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}

function listAnalyses(): number {
  print(
    analyses.map(({ name, summary, methods, columns, options }) => ({
      name,
      summary,
      methods,
      columns,
      options,
    })),
  )
  return 0
}

/** A column of a CSV: numbers where they are numbers, null where nothing stands. */
function readColumns(file: string): Record<string, (number | string | null)[]> {
  const rows: unknown = parseCsv(readFileSync(file, 'utf8'), {
    columns: true,
    bom: true,
    skip_empty_lines: true,
    trim: true,
  })
  const columns: Record<string, (number | string | null)[]> = {}
  for (const row of z.array(z.record(z.string(), z.string())).parse(rows)) {
    for (const [name, cell] of Object.entries(row)) {
      const value =
        cell === '' || cell === 'NA' ? null : Number.isNaN(Number(cell)) ? cell : Number(cell)
      const column = columns[name] ?? []
      columns[name] = column
      column.push(value)
    }
  }
  return columns
}

async function readRequest(settings: Settings): Promise<z.infer<typeof requestShape>> {
  const file = settings.options['data']
  const given = await text(process.stdin)
  if (typeof file === 'string') {
    const options =
      given.trim() === ''
        ? {}
        : z
            .strictObject({ options: z.record(z.string(), z.unknown()).default({}) })
            .parse(JSON.parse(given)).options
    return { data: readColumns(file), options }
  }
  try {
    return requestShape.parse(JSON.parse(given))
  } catch (trouble) {
    throw new UsageTrouble(
      `Standard input must be {"data": …, "options": …} or give --data FILE.csv. ${trouble instanceof Error ? trouble.message : ''}`,
    )
  }
}

/** `stats list --json` names every analysis; `stats <name> --json` runs one. A refusal prints with its reason and exits with 2. */
export async function runStats(settings: Settings): Promise<number> {
  const [, name = 'list'] = settings.words
  if (name === 'list') return listAnalyses()
  const analysis = findAnalysis(name)
  if (analysis === null)
    throw new UsageTrouble(`There is no analysis ${name}; "kiteline stats list" names them all.`)
  const request = await readRequest(settings)
  const result = analysis.run(request.data, request.options)
  print(result)
  return result.ok ? 0 : refusedExit
}
