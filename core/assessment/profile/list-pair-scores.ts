import { keepAskedAnswers } from '../../inquiry/asked-items.ts'
import { refuseWrongAnswers } from '../../inquiry/check-answers.ts'
import { scalesOf } from '../../inquiry/check-scale.ts'
import type { Instrument } from '../../inquiry/instrument.ts'
import { limitsOf } from '../../inquiry/read-limits.ts'
import type { Subscale } from '../../inquiry/scale.ts'
import { rangeOf, scorePart } from '../../inquiry/score-sheet.ts'
import type { Day } from '../../kit/dates.ts'
import type {
  LoggedAnswer,
  PairEntry,
  PairRecords,
  Placed,
  ScoreRow,
  Side,
  TargetScore,
} from './pair-evidence.ts'
import type { ProgrammeTarget } from '../../inquiry/programme-targets.ts'
import { tagsOfTarget } from './signs-of-target.ts'

type Sheet = PairRecords['sheets'][number]

/** One sheet that counts for a pair, with the questionnaire it answers. */
export interface PairSheet {
  readonly sheet: Sheet
  readonly instrument: Instrument & { readonly id: string }
  readonly side: Side
  readonly on: Day
}

/**
 * The sheets about this child and this adult, oldest first: handed in, with answers that can be, about the pair, or about
 * nobody but one of the two. What somebody else answered about the child counts for the guardian as a bridge only.
 */
export function listPairSheets(pair: PairEntry, records: PairRecords): readonly PairSheet[] {
  return records.sheets
    .flatMap((sheet): PairSheet[] => {
      const instrument = records.instruments.find(({ id }) => id === sheet.instrumentId)
      const its = records.waves.find(({ id }) => id === sheet.waveId)
      const on = sheet.answeredOn ?? sheet.submittedOn ?? its?.opensOn
      if (instrument === undefined || on === undefined || !isAbout(sheet, pair)) return []
      if (refuseWrongAnswers(instrument, sheet.answers) !== null) return []
      return [{ sheet, instrument, on, side: sideOf(sheet.respondentId, pair) }]
    })
    .toSorted((left, right) => left.on.localeCompare(right.on))
}

export function sideOf(personId: string | null, pair: PairEntry): Side {
  if (personId === pair.childId) return 'child'
  return personId === pair.adultId ? 'adult' : 'other'
}

function isAbout(sheet: Sheet, pair: PairEntry): boolean {
  if (sheet.state !== 'submitted' || sheet.childId !== pair.childId) return false
  if (sideOf(sheet.respondentId, pair) === 'other') return true
  if (sheet.pairId !== null) return sheet.pairId === pair.id
  return sheet.targetId === null || [pair.childId, pair.adultId].includes(sheet.targetId)
}

/** The measures of one target; a child's and a parent's questionnaire that ask the same stand in one row. */
export function listScoreRows(
  target: ProgrammeTarget,
  sheets: readonly PairSheet[],
): readonly ScoreRow[] {
  const rows = new Map<string, ScoreRow>()
  for (const one of sheets) {
    if (one.side === 'other' && target !== 'guardianBridge') continue
    for (const scale of scalesOf(one.instrument)) {
      if (!scale.tags.some((tag) => tagsOfTarget[target].includes(tag))) continue
      const score = scoreOf(one, scale)
      if (score === null) continue
      const { code, mirrorOf } = one.instrument
      const id = [[code, mirrorOf ?? ''].sort().join('+'), scale.id].join('.')
      const row = rows.get(id) ?? { id, title: scale.title, child: [], adult: [], other: [] }
      rows.set(id, { ...row, [one.side]: [...row[one.side], score] })
    }
  }
  return [...rows.values()]
}

function scoreOf({ sheet, instrument, side, on }: PairSheet, scale: Subscale): TargetScore | null {
  const { value } = scorePart(instrument, scale, sheet.answers)
  if (value === null) return null
  const { id, title, version } = instrument
  const placed = place(value, rangeOf(instrument, scale), scale.direction)
  return { ...placed, side, on, sheetId: sheet.id, instrument: { id, title, version } }
}

function place(value: number, range: Placed['range'], direction: Subscale['direction']): Placed {
  const width = range.max - range.min
  const share = width <= 0 ? null : (value - range.min) / width
  if (share === null || direction === 'neutral') return { value, range, share: null }
  return { value, range, share: direction === 'higherIsBetter' ? share : 1 - share }
}

/** Questions of our own questionnaires that the contact log answers too. */
const loggedItems: Readonly<Record<string, LoggedAnswer['about']>> = {
  weekly: 'weekly',
  'child-starts': 'childBegins',
  'parent-starts': 'adultBegins',
}

/** The latest answers of each side to questions about how often and who begins. */
export function listLoggedAnswers(sheets: readonly PairSheet[]): readonly LoggedAnswer[] {
  const latest = new Map<string, LoggedAnswer>()
  for (const { sheet, instrument, side, on } of sheets) {
    if (instrument.licence.status !== 'ours' || side === 'other') continue
    const asked = keepAskedAnswers(instrument, sheet.answers)
    for (const { id, text, reversed } of instrument.items) {
      const about = loggedItems[id]
      const range = limitsOf(instrument, id)
      const answer = asked[id]
      if (about === undefined || range === null || typeof answer !== 'number') continue
      const placed = place(answer, range, reversed ? 'lowerIsBetter' : 'higherIsBetter')
      const words = text ?? { 'zh-CN': '', en: '' }
      latest.set(`${side} ${about}`, { ...placed, about, side, on, sheetId: sheet.id, text: words })
    }
  }
  return [...latest.values()]
}
