// What stands in the form: words in the language of the screen, numbers as they are typed.
import type { EvidenceSource } from '../../../core/inquiry/evidence/evidence-source.ts'
import type {
  Certainty,
  Effect,
  EvidenceDesign,
  SourceForm,
} from '../../../core/inquiry/evidence/source-facts.ts'
import type { ProgrammeTarget } from '../../../core/inquiry/programme-targets.ts'
import { noWords, readWords, type WordLanguage, type Words } from '../../../core/inquiry/words.ts'

export interface EffectInput {
  readonly key: number
  readonly what: string
  readonly measure: Effect['measure']
  readonly direction: Effect['direction']
  readonly value: string
  readonly from: string
  readonly to: string
  readonly level: string
}

export const wordFields = ['population', 'place', 'shows', 'limits', 'certaintyReason'] as const
export type WordField = (typeof wordFields)[number]
export const lineFields = [
  'title',
  'titleInOther',
  'container',
  'volume',
  'issue',
  'pages',
  'doi',
  'url',
  'foundIn',
  'notes',
] as const
export type LineField = (typeof lineFields)[number]

export type SourceInput = Readonly<Record<WordField | LineField, string>> & {
  readonly authors: string
  readonly moreAuthors: boolean
  readonly year: string
  readonly people: string
  readonly form: SourceForm
  readonly design: EvidenceDesign
  readonly targets: readonly ProgrammeTarget[]
  readonly onTheory: boolean
  readonly certainty: Certainty
  readonly effects: readonly EffectInput[]
}

export const emptyEffect: Omit<EffectInput, 'key'> = {
  what: '',
  measure: 'standardised',
  direction: 'better',
  value: '',
  from: '',
  to: '',
  level: '',
}

export function inputOf(source: EvidenceSource | null, language: WordLanguage): SourceInput {
  const numberText = (value: number | null | undefined): string =>
    value === null || value === undefined ? '' : String(value)
  const said = (field: WordField): string => readWords(source?.[field] ?? noWords, language)
  const line = (field: LineField): string => source?.[field] ?? ''
  return {
    ...{ title: line('title'), titleInOther: line('titleInOther'), container: line('container') },
    ...{ volume: line('volume'), issue: line('issue'), pages: line('pages') },
    ...{ doi: line('doi'), url: line('url'), foundIn: line('foundIn'), notes: line('notes') },
    ...{ population: said('population'), place: said('place'), shows: said('shows') },
    ...{ limits: said('limits'), certaintyReason: said('certaintyReason') },
    authors: (source?.authors ?? []).join('\n'),
    moreAuthors: source?.moreAuthors ?? false,
    year: numberText(source?.year),
    people: numberText(source?.people),
    form: source?.form ?? 'article',
    design: source?.design ?? 'survey',
    targets: source?.targets ?? [],
    onTheory: source?.onTheory ?? false,
    certainty: source?.certainty ?? 'weak',
    effects: (source?.effects ?? []).map((effect, key) => ({
      key,
      what: readWords(effect.what, language),
      measure: effect.measure,
      direction: effect.direction,
      value: numberText(effect.value),
      from: numberText(effect.from),
      to: numberText(effect.to),
      level: numberText(effect.level),
    })),
  }
}

/** The fields as they are kept; words of the other language stay as they were. */
export function fieldsOf(
  input: SourceInput,
  before: EvidenceSource | null,
  language: WordLanguage,
): Omit<EvidenceSource, 'state'> {
  // Shown in the other language only because nobody has written it in this one: left as it was.
  const words = (now: string, kept: Words = noWords): Words =>
    now.trim() === readWords(kept, language) ? kept : { ...kept, [language]: now.trim() }
  const { population, place, shows, limits, certaintyReason, authors, effects, ...rest } = input
  return {
    ...rest,
    doi: input.doi.trim().replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:\s*)/i, ''),
    url: input.url.trim(),
    targets: [...input.targets],
    authors: authors
      .split('\n')
      .map((one) => one.trim())
      .filter(Boolean),
    year: readNumber(input.year),
    people: readNumber(input.people),
    population: words(population, before?.population),
    place: words(place, before?.place),
    shows: words(shows, before?.shows),
    limits: words(limits, before?.limits),
    certaintyReason: words(certaintyReason, before?.certaintyReason),
    effects: effects.map(({ key, what, measure, direction, ...typed }) => ({
      ...{ measure, direction },
      what: words(what, before?.effects[key]?.what),
      value: readNumber(typed.value),
      from: readNumber(typed.from),
      to: readNumber(typed.to),
      level: readNumber(typed.level),
    })),
  }
}

/** Full-width digits and a decimal comma are typed as often as others; what is no number is null. */
function readNumber(typed: string): number | null {
  const plain = typed.normalize('NFKC').trim().replace(',', '.').replace('−', '-')
  return plain === '' || !Number.isFinite(Number(plain)) ? null : Number(plain)
}

export function isNumberText(typed: string): boolean {
  return typed.trim() === '' || readNumber(typed) !== null
}

export function isDoiText(typed: string): boolean {
  return /^(|(https?:\/\/(dx\.)?doi\.org\/|doi:\s*)?10\.\d{4,9}\/\S{1,200})$/i.test(typed.trim())
}

export function isUrlText(typed: string): boolean {
  return /^(|https?:\/\/\S+)$/.test(typed.trim())
}
