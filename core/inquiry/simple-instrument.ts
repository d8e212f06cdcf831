// A simple instrument as a person defines it in a form: a list of items, one way to answer, subscales, a missing rule.
import { done, refuse, type Outcome } from '../kit/outcome.ts'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { refuseBrokenScale } from './check-scale.ts'
import { instrument, instrumentCodeShape, type Instrument } from './instrument.ts'
import { readItemLines, readItemNames } from './item-names.ts'
import { readOptionLines } from './option-lines.ts'
import type { Item, ResponseSet } from './scale.ts'
import { readSimpleScales, type SimpleScale } from './simple-scales.ts'

export interface SimpleInstrument {
  readonly code: string
  readonly version: string
  readonly titleZh: string
  readonly titleEn: string
  readonly instructionsZh: string
  readonly instructionsEn: string
  readonly respondent: Instrument['respondent']
  readonly target: Instrument['target']
  /** `asBefore`: a copy whose items are answered in several ways keeps them. */
  readonly answers: 'choice' | 'number' | 'asBefore'
  readonly min: number
  readonly max: number
  readonly whole: boolean
  readonly unit: string
  /** One option per line: "value | Chinese | English". May be empty: then every whole number counts. */
  readonly options: string
  readonly items: string
  readonly reversed: string
  readonly scales: readonly SimpleScale[]
  readonly licence: Instrument['licence']['status']
  readonly validation: Instrument['validation']['status']
  readonly reference: string
}

export const blankInstrument: SimpleInstrument = {
  code: '',
  version: '1',
  titleZh: '',
  titleEn: '',
  instructionsZh: '',
  instructionsEn: '',
  respondent: 'any',
  target: 'self',
  answers: 'choice',
  min: 1,
  max: 5,
  whole: true,
  unit: '',
  options: '',
  items: '',
  reversed: '',
  scales: [],
  licence: 'ours',
  validation: 'notValidated',
  reference: '',
}

function setIdOf(base: Instrument | null): string {
  return base?.responseSets[0]?.id ?? 'scale'
}

/**
 * The draft that a form describes. `base` is what was copied or is being changed: whatever the form does not show
 * (norms, reliability, how to read an item aloud) stays with the items and subscales that keep their id.
 */
export function makeSimpleInstrument(
  form: SimpleInstrument,
  base: Instrument | null,
): Outcome<Instrument> {
  const code = instrumentCodeShape.safeParse(form.code.trim())
  if (!code.success) return refuse('InstrumentCodeNotValid', { code: form.code })
  if (form.version.trim() === '') return refuse('InstrumentVersionMissing')
  const sets = makeSets(form, base)
  if (!sets.ok) return sets
  const items = makeItems(form, base)
  if (!items.ok) return items
  const scales = readSimpleScales(form.scales, items.value, base)
  if (!scales.ok) return scales
  const draft = instrument.read(
    fieldsAsJson({
      ...base,
      ...namesOf(form, base),
      code: code.data,
      version: form.version.trim(),
      state: 'draft',
      responseSets: sets.value,
      items: items.value,
      ...scales.value,
    }),
  )
  const broken = refuseBrokenScale(draft)
  return broken === null ? done(draft) : { ok: false, refusal: broken }
}

function namesOf(form: SimpleInstrument, base: Instrument | null) {
  return {
    title: { 'zh-CN': form.titleZh.trim(), en: form.titleEn.trim() },
    instructions: { 'zh-CN': form.instructionsZh.trim(), en: form.instructionsEn.trim() },
    respondent: form.respondent,
    target: form.target,
    licence: { ...base?.licence, status: form.licence },
    validation: { ...base?.validation, status: form.validation },
    provenance: { ...base?.provenance, reference: form.reference.trim() },
  }
}

function makeSets(
  form: SimpleInstrument,
  base: Instrument | null,
): Outcome<readonly ResponseSet[]> {
  if (form.answers === 'asBefore') return done(base?.responseSets ?? [])
  if (form.answers === 'number') return done([])
  const known = base?.responseSets[0]?.options ?? []
  const options = readOptionLines(form.options, known)
  if (!options.ok) return options
  const pictures = base?.responseSets[0]?.pictures ?? 'none'
  return done([
    { id: setIdOf(base), min: form.min, max: form.max, options: [...options.value], pictures },
  ])
}

function makeItems(form: SimpleInstrument, base: Instrument | null): Outcome<readonly Item[]> {
  const lines = readItemLines(form.items)
  if (!lines.ok) return lines
  const reversed = readItemNames(form.reversed, lines.value)
  if (!reversed.ok) return reversed
  return done(
    lines.value.map(({ id, text }, index): Item => {
      const known = base?.items.find((item) => item.id === id)
      return {
        required: false,
        readAloud: null,
        mirror: null,
        section: null,
        showIf: null,
        constraint: null,
        notes: [],
        ...known,
        id,
        number: index + 1,
        text,
        response: responseOf(form, base, known),
        reversed: reversed.value.includes(id),
      }
    }),
  )
}

function responseOf(
  form: SimpleInstrument,
  base: Instrument | null,
  known: Item | undefined,
): Item['response'] {
  const { min, max, whole, unit } = form
  switch (form.answers) {
    case 'choice':
      return { kind: 'choice', set: setIdOf(base) }
    case 'number':
      return { kind: 'number', min, max, whole, unit }
    case 'asBefore':
      return known?.response ?? { kind: 'choice', set: setIdOf(base) }
  }
}
