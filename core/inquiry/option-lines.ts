// Options as people write them in a form, one per line: "value | Chinese | English".
import { done, refuse, type Outcome } from '../kit/outcome.ts'
import { splitStrokes } from './item-names.ts'
import type { ResponseSet } from './scale.ts'

type Option = ResponseSet['options'][number]

/** `known` keeps what a line has no place for in the options of the same value: another tool's name and the picture. */
export function readOptionLines(
  text: string,
  known: readonly Option[],
): Outcome<readonly Option[]> {
  const options: Option[] = []
  for (const [index, line] of text
    .split('\n')
    .filter((one) => one.trim() !== '')
    .entries()) {
    const [value = '', zh = '', en = '', ...more] = splitStrokes(line)
    if (!/^-?\d+$/.test(value) || more.length > 0)
      return refuse('OptionLineNotReadable', { line: index + 1 })
    const kept = known.find((one) => one.value === Number(value))
    options.push({
      value: Number(value),
      label: { 'zh-CN': zh, en },
      name: kept?.name ?? '',
      picture: kept?.picture ?? null,
    })
  }
  return done(options)
}

export function writeOptionLines(options: readonly Option[]): string {
  return options.map(({ value, label }) => [value, label['zh-CN'], label.en].join(' | ')).join('\n')
}
