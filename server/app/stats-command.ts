// `kiteline stats`: anyone can recompute any number. Needs no house, no database.
import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { analyses, findAnalysis, type Analysis } from '../../statistics/registry.ts'
import { chooseData, decodeText, readTable } from './stats-csv.ts'
import { StatsRefusal } from './stats-refusal.ts'

const refusedExit = 2
const requestShape = z.strictObject({
  data: z.unknown(),
  options: z.record(z.string(), z.unknown()).default({}),
})
const optionsShape = z.record(z.string(), z.unknown())

const usage = `kiteline stats list [--json]
kiteline stats NAME [--json]   reads {"data": …, "options": …} from standard input
  --file FILE.json             reads it from a file instead
  --data FILE.csv              takes the data from a CSV with a header row
  --column TARGET=SOURCE       which CSV column is meant; a list as TARGET=a,b,c; a number as TARGET=7;
                               numbers as TARGET=[3,6,9]; one group only as TARGET=score@group=a. May be repeated
  --where COLUMN=VALUE         keeps these rows of the CSV only. May be repeated
  --missing TEXT,TEXT          texts that mean missing, besides an empty cell and NA
  --options '{"level": 0.9}'   options of the analysis
  --option NAME=VALUE          one option. May be repeated
The result is printed as JSON; a refusal too, with exit code 2.`

const argumentShape = {
  json: { type: 'boolean' },
  help: { type: 'boolean' },
  file: { type: 'string' },
  data: { type: 'string' },
  column: { type: 'string', multiple: true },
  where: { type: 'string', multiple: true },
  missing: { type: 'string' },
  options: { type: 'string' },
  option: { type: 'string', multiple: true },
} as const

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      strict: true,
      options: argumentShape,
    })
  } catch (trouble) {
    throw new StatsRefusal(trouble instanceof Error ? trouble.message : String(trouble))
  }
}

type Arguments = ReturnType<typeof readArguments>['values']

/** A reader such as `head` that has seen enough is no trouble. */
function endWithReader(): void {
  process.stdout.once('error', (trouble: NodeJS.ErrnoException) => {
    if (trouble.code !== 'EPIPE') throw trouble
    process.exit(0)
  })
}

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}

function listAnalyses(asJson: boolean): number {
  if (asJson) {
    print(
      analyses.map(({ name, summary, methods, columns, options, example }) => ({
        name,
        summary,
        methods,
        columns,
        options,
        example,
      })),
    )
    return 0
  }
  const width = Math.max(...analyses.map(({ name }) => name.length))
  for (const { name, summary } of analyses) {
    process.stdout.write(`${name.padEnd(width)}  ${summary}\n`)
  }
  return 0
}

function readFile(path: string): string {
  try {
    return decodeText(readFileSync(path))
  } catch (trouble) {
    throw new StatsRefusal(trouble instanceof Error ? trouble.message : `${path} cannot be read`)
  }
}

function parseJson(source: string, what: string): unknown {
  try {
    return JSON.parse(source)
  } catch (trouble) {
    throw new StatsRefusal(
      `${what} is not JSON: ${trouble instanceof Error ? trouble.message : ''}`,
    )
  }
}

/** --options and --option together; the single ones win. */
function readGivenOptions(given: Arguments): Record<string, unknown> {
  const whole = given.options === undefined ? {} : parseJson(given.options, '--options')
  const parsed = optionsShape.safeParse(whole)
  if (!parsed.success) throw new StatsRefusal('--options must be a JSON object')
  const single = (given.option ?? []).map((pair): [string, unknown] => {
    const place = pair.indexOf('=')
    if (place < 1) throw new StatsRefusal(`--option ${pair} must read NAME=VALUE`)
    return [pair.slice(0, place), readScalar(pair.slice(place + 1))]
  })
  return { ...parsed.data, ...Object.fromEntries(single) }
}

function readScalar(value: string): unknown {
  if (value === 'true' || value === 'false') return value === 'true'
  return value !== '' && Number.isFinite(Number(value)) ? Number(value) : value
}

async function readRequest(
  analysis: Analysis,
  given: Arguments,
): Promise<{ data: unknown; options: Record<string, unknown> }> {
  const options = readGivenOptions(given)
  if (given.data !== undefined) {
    if (given.file !== undefined) throw new StatsRefusal('give --data or --file, not both')
    const data = chooseData(analysis, readTable(readFile(given.data)), {
      columns: given.column ?? [],
      where: given.where ?? [],
      missing: given.missing?.split(',') ?? [],
    })
    return { data, options }
  }
  const csvOnly = given.column ?? given.where ?? given.missing
  if (csvOnly !== undefined) throw new StatsRefusal('--column, --where and --missing need --data')
  if (given.file === undefined && process.stdin.isTTY) throw new StatsRefusal(`no input.\n${usage}`)
  const source = given.file === undefined ? await text(process.stdin) : readFile(given.file)
  const parsed = requestShape.safeParse(parseJson(source, 'the input'))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new StatsRefusal(`the input must be {"data": …, "options": …}: ${issue?.message ?? ''}`)
  }
  return { data: parsed.data.data, options: { ...parsed.data.options, ...options } }
}

function findNamed(name: string): Analysis {
  const analysis = findAnalysis(name)
  if (analysis !== null) return analysis
  const words = name.toLowerCase().split(/[^a-z0-9]+/)
  const near = analyses
    .filter((one) => words.some((word) => word.length > 2 && one.name.includes(word)))
    .map((one) => one.name)
  const hint = near.length === 0 ? '' : ` Perhaps ${near.join(', ')}.`
  throw new StatsRefusal(
    `there is no analysis ${name}.${hint} "kiteline stats list" names them all`,
  )
}

/** Lists the analyses, or runs one. A refusal prints as JSON with its reason and exits with 2. */
export async function runStats(args: readonly string[]): Promise<number> {
  endWithReader()
  try {
    const { values, positionals } = readArguments(args)
    const [name = 'list', ...rest] = positionals
    if (values.help === true) {
      process.stdout.write(`${usage}\n`)
      return 0
    }
    if (rest.length > 0) throw new StatsRefusal(`one analysis at a time; not ${rest.join(' ')}`)
    if (name === 'list') return listAnalyses(values.json === true)
    const analysis = findNamed(name)
    const { data, options } = await readRequest(analysis, values)
    const result = analysis.run(data, options)
    print(result)
    return result.ok ? 0 : refusedExit
  } catch (trouble) {
    if (!(trouble instanceof StatsRefusal)) throw trouble
    print({ ok: false, reason: 'BadInput', detail: trouble.message })
    return refusedExit
  }
}
