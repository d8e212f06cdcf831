// What a person decides about a file before anything is written, and the dry run's options that follow from it.
import type { AnswerImportOptions } from '../../../core/inquiry/answer-import/answer-import-plan.ts'
import type { ColumnRole } from '../../../core/inquiry/answer-import/match-columns.ts'
import type { ImportPerson } from '../../../core/inquiry/answer-import/match-respondents.ts'
import type { HeadingChoice } from '../../../core/inquiry/answer-import/read-heading.ts'
import type { InstrumentRecord, WaveRecord } from '../waves/use-wave.ts'

export interface ImportChoices {
  readonly instrumentId: string
  readonly sheet: number
  readonly waveFrom: 'fixed' | 'column' | 'heading'
  readonly heading: HeadingChoice | null
  readonly columns: Readonly<Record<number, ColumnRole>>
  readonly numbersAre: 'values' | 'positions'
  readonly missingNumbers: readonly number[]
  readonly numberRespondents: boolean
  readonly badRows: 'ask' | 'leaveRowOut' | 'leaveAnswerOut'
  readonly duplicates: 'ask' | 'first' | 'last'
  /** Whom the answers are about, where a person answers about several. */
  readonly about: 'all' | 'mothers' | 'fathers' | 'others'
}

export const firstChoices: ImportChoices = {
  instrumentId: '',
  sheet: 0,
  waveFrom: 'fixed',
  heading: null,
  columns: {},
  numbersAre: 'values',
  missingNumbers: [],
  numberRespondents: false,
  badRows: 'ask',
  duplicates: 'ask',
  about: 'all',
}

/** Another table or another reading of its headings: columns are proposed anew. */
export function chooseAnew(
  choices: ImportChoices,
  part: Partial<Pick<ImportChoices, 'instrumentId' | 'sheet' | 'waveFrom' | 'heading'>>,
): ImportChoices {
  const heading = part.sheet === undefined ? choices.heading : null
  return { ...choices, heading, ...part, columns: {}, badRows: 'ask', duplicates: 'ask' }
}

export interface ImportWorld {
  readonly wave: WaveRecord
  readonly instrument: InstrumentRecord
  /** Open waves that ask the same of the same kind of respondents; this one among them. */
  readonly waves: readonly WaveRecord[]
  readonly people: readonly ImportPerson[]
  readonly existing: ReadonlySet<string>
  readonly today: string
}

export function optionsFrom(choices: ImportChoices, world: ImportWorld): AnswerImportOptions {
  const waves = world.waves.map(({ id, phase, title }) => ({ waveId: id, phase, words: [title] }))
  const { items, sections, responseSets } = world.instrument
  return {
    instrument: { items, sections, responseSets },
    subject: world.wave.subject,
    people: world.people,
    wave:
      choices.waveFrom === 'fixed'
        ? { from: 'fixed', waveId: world.wave.id }
        : { from: choices.waveFrom, waves },
    ...(choices.heading === null ? {} : { heading: choices.heading }),
    columns: choices.columns,
    numbersAre: choices.numbersAre,
    missingNumbers: choices.missingNumbers,
    numberRespondents: choices.numberRespondents,
    badRows: choices.badRows,
    duplicates: choices.duplicates,
    existing: world.existing,
    today: world.today,
  }
}
