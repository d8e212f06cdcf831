import type { Person } from '../../families/person-shape.ts'
import type { SavValue, SavVariable } from '../../kit/spss/sav-file.ts'
import type { AnswerSheet } from '../answer-sheet.ts'
import { scalesOf } from '../check-scale.ts'
import type { Instrument } from '../instrument.ts'
import { scorePart } from '../score-sheet.ts'
import type { Item, Subscale } from '../scale.ts'
import type { Wave } from '../wave.ts'
import { readWords } from '../words.ts'
import type { Dataset } from './dataset.ts'
import {
  type DatasetWords,
  itemVariables,
  listDataItems,
  readItemValues,
  scoreVariable,
} from './item-variable.ts'
import { nameOnce } from './name-once.ts'
import { codePeople } from './code-people.ts'

export interface WaveWords extends DatasetWords {
  readonly family: string
  readonly person: string
  readonly about: string
  readonly answeredOn: string
  readonly moment: string
  readonly moments: Readonly<Record<Wave['phase'], string>>
}

interface Identified {
  readonly id: string
}

export interface WaveSource {
  readonly instrument: Instrument & Identified
  /** In the order of time. */
  readonly waves: readonly (Wave & Identified)[]
  /** Sheets that may leave the file: the caller has asked for consent. */
  readonly sheets: readonly (AnswerSheet & Identified)[]
  readonly families: readonly { readonly id: string; readonly code: string }[]
  readonly people: readonly (Pick<Person, 'familyId' | 'role'> & Identified)[]
  /** Answers in people's own words too: for the agency's own eyes, never for research. */
  readonly withOwnWords: boolean
  readonly words: WaveWords
}

interface Respondent {
  readonly key: string
  readonly sheets: ReadonlyMap<string, AnswerSheet & Identified>
  readonly head: readonly [SavValue, SavValue, SavValue]
}

/** One row per sheet: who, at which wave, raw answers, scores. */
export function longDataset(source: WaveSource): Dataset {
  const { instrument, waves, words } = source
  const parts = scalesOf(instrument)
  const wave: SavVariable = {
    type: 'number',
    name: 'wave',
    label: words.moment,
    measure: 'ordinal',
    decimals: 0,
    valueLabels: waves.map(({ phase, title }, at) => ({
      value: at + 1,
      label: `${words.moments[phase]} · ${title}`,
    })),
    missing: [],
  }
  const rows = listRespondents(source).flatMap(({ head, sheets }) =>
    waves.flatMap(({ id }, at) => {
      const sheet = sheets.get(id)
      return sheet === undefined ? [] : [[...head, at + 1, ...sheetCells(source, parts, sheet)]]
    }),
  )
  const variables = [...headVariables(words), wave, ...sheetVariables(source, parts, '', '')]
  return { title: titleOf(source), variables: nameOnce(variables), rows }
}

/** One row per respondent (an adult once per child): the waves beside each other. */
export function wideDataset(source: WaveSource): Dataset {
  const { instrument, waves, words } = source
  const parts = scalesOf(instrument)
  const items = itemsOf(source)
  const width = items.flatMap((item) => itemVariables(instrument, item, words)).length
  const empty = Array.from({ length: 1 + width + parts.length }, () => null)
  const variables = [
    ...headVariables(words),
    ...waves.flatMap(({ phase }) =>
      sheetVariables(source, parts, `_${phase}`, words.moments[phase]),
    ),
  ]
  const rows = listRespondents(source).map(({ head, sheets }) => [
    ...head,
    ...waves.flatMap(({ id }) => {
      const sheet = sheets.get(id)
      return sheet === undefined ? empty : sheetCells(source, parts, sheet)
    }),
  ])
  return { title: titleOf(source), variables: nameOnce(variables), rows }
}

function titleOf({ instrument, words }: WaveSource): string {
  return readWords(instrument.title, words.language)
}

function itemsOf({ instrument, withOwnWords }: WaveSource): readonly Item[] {
  return listDataItems(instrument, withOwnWords)
}

function headVariables(words: WaveWords): readonly SavVariable[] {
  return [
    { type: 'text', name: 'family', label: words.family },
    { type: 'text', name: 'person', label: words.person },
    { type: 'text', name: 'about', label: words.about },
  ]
}

function sheetVariables(
  source: WaveSource,
  parts: readonly Subscale[],
  ending: string,
  moment: string,
): readonly SavVariable[] {
  const { instrument, words } = source
  const dayLabel = moment === '' ? words.answeredOn : `${moment} · ${words.answeredOn}`
  return [
    { type: 'day', name: `answered_on${ending}`, label: dayLabel },
    ...itemsOf(source).flatMap((item) =>
      itemVariables(instrument, item, words, { ending, moment }),
    ),
    ...parts.map((part) => scoreVariable(part, words, { ending, moment })),
  ]
}

function sheetCells(
  source: WaveSource,
  parts: readonly Subscale[],
  sheet: AnswerSheet,
): readonly SavValue[] {
  const { instrument } = source
  return [
    sheet.answeredOn ?? sheet.submittedOn,
    ...readItemValues(instrument, itemsOf(source), sheet),
    ...parts.map((part) => scorePart(instrument, part, sheet.answers).value),
  ]
}

/** Only what was handed in counts; codes stand for people, and nothing else about them leaves. */
function listRespondents(source: WaveSource): readonly Respondent[] {
  const codes = codePeople(source.families, source.people)
  const familyCodes = new Map(source.families.map(({ id, code }) => [id, code]))
  const found = new Map<string, (AnswerSheet & Identified)[]>()
  for (const sheet of source.sheets) {
    if (sheet.state !== 'submitted' || sheet.instrumentId !== source.instrument.id) continue
    const key = `${sheet.respondentId} ${sheet.pairId ?? ''}`
    found.set(key, [...(found.get(key) ?? []), sheet])
  }
  return [...found]
    .flatMap(([key, sheets]): Respondent[] => {
      const first = sheets[0]
      if (first === undefined) return []
      const about = first.childId === first.respondentId ? first.targetId : first.childId
      const head = [
        familyCodes.get(first.familyId) ?? '',
        codes.get(first.respondentId) ?? '',
        codes.get(about ?? '') ?? '',
      ] as const
      return [{ key, head, sheets: new Map(sheets.map((sheet) => [sheet.waveId, sheet])) }]
    })
    .sort((left, right) => compareHeads(left.head, right.head))
}

function compareHeads(left: readonly SavValue[], right: readonly SavValue[]): number {
  const differing = left.findIndex((value, at) => value !== right[at])
  return String(left[differing] ?? '') < String(right[differing] ?? '') ? -1 : 1
}
