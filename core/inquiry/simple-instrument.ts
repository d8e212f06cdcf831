// A simple instrument as a person defines it in a form: a list of items, one way to answer, subscales, a missing rule.
import { done, refuse, type Outcome } from '../kit/outcome.ts'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { refuseBrokenScale } from './check-scale.ts'
import { instrument, instrumentCodeShape, type Instrument } from './instrument.ts'
import { readItemLines, readItemNames, splitStrokes } from './item-names.ts'
import { partIdShape, type Item, type ResponseSet, type Subscale } from './scale.ts'

export interface SimpleScale {
  readonly id: string
  readonly titleZh: string
  readonly titleEn: string
  readonly items: string
  readonly scoring: Subscale['scoring']
  readonly direction: Subscale['direction']
  /** Answers needed for a score; null asks for all. */
  readonly atLeast: number | null
}

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

export const blankScale: SimpleScale = {
  id: '',
  titleZh: '',
  titleEn: '',
  items: '',
  scoring: 'mean',
  direction: 'neutral',
  atLeast: null,
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
  const scales = makeScales(form, items.value, base)
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
  const lines = form.options.split('\n').filter((line) => line.trim() !== '')
  const options: ResponseSet['options'] = []
  for (const [index, line] of lines.entries()) {
    const [value = '', zh = '', en = '', ...more] = splitStrokes(line)
    if (!/^-?\d+$/.test(value) || more.length > 0)
      return refuse('OptionLineNotReadable', { line: index + 1 })
    const known = base?.responseSets[0]?.options.find((one) => one.value === Number(value))
    options.push({
      value: Number(value),
      label: { 'zh-CN': zh, en },
      name: known?.name ?? '',
    })
  }
  const pictures = base?.responseSets[0]?.pictures ?? 'none'
  return done([{ id: setIdOf(base), min: form.min, max: form.max, options, pictures }])
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

function makeScales(
  form: SimpleInstrument,
  items: readonly Item[],
  base: Instrument | null,
): Outcome<Pick<Instrument, 'subscales' | 'total'>> {
  const made: Subscale[] = []
  for (const one of form.scales) {
    if (!partIdShape.safeParse(one.id.trim()).success)
      return refuse('SubscaleCodeNotValid', { scale: one.id })
    const names = readItemNames(one.items, items)
    if (!names.ok) return names
    if (names.value.length === 0) return refuse('SubscaleWithoutItems', { scale: one.id })
    const known = [...(base?.subscales ?? []), base?.total].find((part) => part?.id === one.id)
    const turned = known?.reversedItems?.filter((id) => names.value.includes(id)) ?? null
    made.push({
      factor: 1,
      tags: [],
      norms: [],
      reliability: [],
      ...known,
      id: one.id.trim(),
      title: { 'zh-CN': one.titleZh.trim(), en: one.titleEn.trim() },
      items: [...names.value],
      reversedItems: turned,
      scoring: one.scoring,
      direction: one.direction,
      missing: missingOf(one, known ?? undefined),
    })
  }
  const totalId = base?.total?.id
  const total = made.find(({ id }) => id === totalId) ?? null
  return done({ subscales: made.filter((part) => part !== total), total })
}

function missingOf(one: SimpleScale, known: Subscale | undefined): Subscale['missing'] {
  if (known?.missing.kind === 'share' && one.atLeast === neededOf(known)) return known.missing
  return one.atLeast === null ? { kind: 'none' } : { kind: 'count', atLeast: one.atLeast }
}

/** How many answers the rule asks for, as the form writes it. */
export function neededOf({ missing, items }: Subscale): number | null {
  switch (missing.kind) {
    case 'none':
      return null
    case 'count':
      return missing.atLeast
    case 'share':
      return Math.ceil(missing.atLeast * items.length - 1e-9)
  }
}
