import type { Found, Result } from '../result.ts'
import type { Analysis } from './define-analysis.ts'
import type { OptionSpec } from './read-inputs.ts'

const DIGITS = 6
const FIGURES = 4

/** A value as one would type it in TypeScript. */
function writeValue(value: unknown): string {
  if (typeof value === 'string') return `'${value.replaceAll("'", "\\'")}'`
  if (Array.isArray(value)) return `[${value.map(writeValue).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).map(([key, inner]) => `${key}: ${writeValue(inner)}`)
    return `{ ${fields.join(', ')} }`
  }
  return String(value)
}

function writeNumber(value: number): string {
  return String(Number(value.toPrecision(DIGITS)))
}

/** The first plain numbers of a value with their place in it, for results without p or interval. */
function pickFigures(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return [`${path} ${writeNumber(value)}`]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value)
    .flatMap(([key, inner]) => pickFigures(inner, path === '' ? key : `${path}.${key}`))
    .slice(0, FIGURES)
}

function findP(value: unknown): number | null {
  if (typeof value !== 'object' || value === null || !('p' in value)) return null
  return typeof value.p === 'number' ? value.p : null
}

function writeFound(result: Found<unknown>): string {
  const { estimate, interval, value, method } = result
  const p = findP(value)
  const chief = estimate === null ? [] : [`${estimate.name} ${writeNumber(estimate.value)}`]
  const more = interval === null && p === null ? pickFigures(value) : []
  return [
    method.id,
    ...chief,
    ...(interval === null
      ? []
      : [`${100 * interval.level}% ${writeNumber(interval.low)} … ${writeNumber(interval.high)}`]),
    ...(p === null ? [] : [`p ${writeNumber(p)}`]),
    ...more,
  ].join('; ')
}

/** The chief figures of a result on one line. */
export function writeResult(result: Result<unknown>): string {
  return result.ok ? writeFound(result) : `${result.reason}: ${result.detail}`
}

function writeOption({ name, choices, default: value }: OptionSpec): string {
  if (choices !== undefined) return `\`${name}\` (${choices.join(', ')})`
  return value === null ? `\`${name}\`` : `\`${name}\` = ${value}`
}

/** The paragraph of an analysis in the README: what it is, its options, one call and its figures. */
export function writeExample(analysis: Analysis): string {
  const { name, summary, options, example } = analysis
  const given = [`'${name}'`, writeValue(example.data)]
  if (example.options !== undefined) given.push(writeValue(example.options))
  const listed = options.length === 0 ? '' : ` Options: ${options.map(writeOption).join(', ')}.`
  return [
    `**${name}** – ${summary}.${listed}`,
    '```ts',
    `runAnalysis(${given.join(', ')})`,
    `// ${writeResult(analysis.run(example.data, example.options))}`,
    '```',
  ].join('\n')
}
