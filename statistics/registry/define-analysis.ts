import type { Method, Result } from '../result.ts'
import { readInputs } from './read-inputs.ts'
import type { ColumnSpec, Inputs, OptionSpec } from './read-inputs.ts'

/** One entry of the registry: what it is, what it wants, and how to run it on untyped JSON. */
export type Analysis = {
  name: string
  summary: string
  methods: readonly Method[]
  columns: readonly ColumnSpec[]
  options: readonly OptionSpec[]
  /** A complete `data` that works, for the README and for tests. */
  example: { data: unknown; options?: unknown }
  run: (data: unknown, options?: unknown) => Result<unknown>
}

type Definition = Omit<Analysis, 'run'> & { compute: (inputs: Inputs) => Result<unknown> }

/** Puts the reading of untyped input in front of a typed computation. */
export function defineAnalysis(definition: Definition): Analysis {
  const { compute, ...described } = definition
  return {
    ...described,
    run: (data, options) => {
      const inputs = readInputs(data, options, described.columns, described.options)
      if ('ok' in inputs) return inputs
      const result = compute(inputs)
      return inputs.refusal() ?? result
    },
  }
}

export function column(
  name: string,
  kind: ColumnSpec['kind'],
  meaning: string,
  required = true,
): ColumnSpec {
  return { name, kind, required, meaning }
}

export const levelOption: OptionSpec = {
  name: 'level',
  kind: 'number',
  meaning: 'confidence level of the interval',
  default: 0.95,
}

export function choiceOption(
  name: string,
  choices: readonly [string, ...string[]],
  meaning: string,
): OptionSpec {
  return { name, kind: 'choice', meaning, default: choices[0], choices }
}

export const alternatives = ['two-sided', 'greater', 'less'] as const
export const alternativeOption = choiceOption('alternative', alternatives, 'which side is tested')
export const directions = ['increase', 'decrease'] as const
export const directionOption = choiceOption('direction', directions, 'which way is better')

export function numberOption(
  name: string,
  meaning: string,
  value: number | null = null,
): OptionSpec {
  return { name, kind: 'number', meaning, default: value }
}

export function integerOption(name: string, meaning: string, value: number | null): OptionSpec {
  return { name, kind: 'integer', meaning, default: value }
}
