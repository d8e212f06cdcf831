import { z } from 'zod'
import { consent } from '../../families/consent.ts'
import { refuseWithoutConsent } from '../../families/consent-state.ts'
import { dayShape } from '../../kit/dates.ts'
import { deriveId } from '../../kit/ids.ts'
import { refusal, type Refusal } from '../../kit/outcome.ts'
import { defineKind, defineVerb, readerOf, type Found, type VerbContext } from '../../sync/kind.ts'
import { answerSheet, answerSheetIdOf, refuseWho } from '../answer-sheet.ts'
import { type Answer, answersShape, refuseWrongAnswers } from '../check-answers.ts'
import { findSetting, refuseEmpty, refuseSetting, sheetNeeds } from '../check-sheet.ts'
import type { Scale } from '../scale.ts'
import { compareReadings, type EntryDifference } from './compare-entries.ts'
import { finishReading, refuseReading, reopenReading } from './two-typists.ts'

const familyPaperEntryShape = z.strictObject({
  waveId: z.uuid(),
  instrumentId: z.uuid(),
  familyId: z.uuid(),
  childId: z.uuid(),
  respondentId: z.uuid(),
  pairId: z.uuid().nullable().default(null),
  /** Who typed it in; a second person types the same paper without seeing the first one's answers. */
  typistId: z.uuid(),
  answeredOn: dayShape.nullable().default(null),
  answers: answersShape.default({}),
  state: z.enum(['typing', 'done']).default('typing'),
})
export type FamilyPaperEntry = z.infer<typeof familyPaperEntryShape>
export type FamilyPaperEntryRecord = FamilyPaperEntry & { readonly id: string }

const entries = readerOf('familyPaperEntry', familyPaperEntryShape)

/** One typist's reading of the paper of somebody in the register. What both read becomes that person's answer sheet. */
export const familyPaperEntry = defineKind({
  name: 'familyPaperEntry',
  room: 'inquiry',
  shape: familyPaperEntryShape,
  scope: { of: 'family', field: 'familyId' },
  key: { of: 'family', field: 'familyId' },
  sealed: ['answers'],
  maps: ['answers'],
  guarded: [
    'waveId',
    'instrumentId',
    'familyId',
    'childId',
    'respondentId',
    'pairId',
    'typistId',
    'state',
  ],
  references: {
    waveId: 'wave',
    instrumentId: 'instrument',
    familyId: 'family',
    childId: 'person',
    respondentId: 'person',
    pairId: 'pair',
    typistId: 'staff',
  },
  columns: ['waveId', 'instrumentId', 'familyId', 'respondentId', 'typistId', 'state'],
  verbs: {
    finish: defineVerb({
      of: familyPaperEntryShape,
      input: z.strictObject({}),
      run: (fields, _input, _found, { actor }) => finishReading(fields, actor.staffId),
    }),
    reopen: defineVerb({
      of: familyPaperEntryShape,
      input: z.strictObject({}),
      needs: (fields) => [othersNeed(fields)],
      run: (fields, _input, found, { actor }) =>
        reopenReading(fields, othersOf(fields, found), actor.staffId, refusal('PaperTypedTwice')),
    }),
  },
  ruleNeeds: (after) => [
    ...sheetNeeds(after),
    { kind: consent.name, where: { familyId: after.familyId } },
    { kind: answerSheet.name, where: { id: answerSheetIdOf(after) } },
    ...(after.pairId === null ? [] : [{ kind: 'pair', where: { id: after.pairId } }]),
    othersNeed(after),
  ],
  rule: (after, before, found, context) => refuseEntry(after, before, found, context),
})

type Place = Pick<
  FamilyPaperEntry,
  'waveId' | 'instrumentId' | 'childId' | 'respondentId' | 'pairId'
>

/** A typist has one reading of a paper, on whichever device. */
export function familyPaperEntryIdOf(entry: Place & { readonly typistId: string }): string {
  return deriveId('familyPaperEntry', answerSheetIdOf(entry), entry.childId, entry.typistId)
}

function othersNeed({ waveId, respondentId }: Place) {
  return { kind: 'familyPaperEntry', where: { waveId, respondentId } }
}

function othersOf(entry: FamilyPaperEntry, found: Found): readonly FamilyPaperEntry[] {
  return found.of(entries).filter((one) => isOfPaper(one, entry) && one.typistId !== entry.typistId)
}

export function isOfPaper(one: Place, paper: Place): boolean {
  return answerSheetIdOf(one) === answerSheetIdOf(paper) && one.childId === paper.childId
}

/** INQ-25: as for a survey, and as for every sheet of a family: consent, the right person, no sheet handed in yet. */
function refuseEntry(
  after: FamilyPaperEntry,
  before: FamilyPaperEntry | null,
  found: Found,
  { actor, today }: VerbContext,
): Refusal | null {
  const setting = findSetting(after, found)
  if (setting === null) return refusal('InstrumentMissing')
  const others = othersOf(after, found)
  if (after.answeredOn !== null && after.answeredOn > today)
    return refusal('DateInFuture', { field: 'answeredOn', day: after.answeredOn })
  return (
    refuseReading(after, before, others, actor.staffId, refusal('PaperTypedTwice')) ??
    refuseWithoutConsent(found.of(consent), after.childId, 'assessment', today) ??
    refuseSetting(after, setting, 'families', today) ??
    refuseWho(after, setting.instrument, found) ??
    refuseTaken(after, before, found) ??
    refuseWrongAnswers(setting.instrument, after.answers) ??
    (after.state === 'done' ? refuseEmpty(setting.instrument, after.answers) : null)
  )
}

function refuseTaken(
  after: FamilyPaperEntry,
  before: FamilyPaperEntry | null,
  found: Found,
): Refusal | null {
  if (before !== null) return null
  const sheet = found.of(answerSheet).find(({ id }) => id === answerSheetIdOf(after))
  if (sheet?.assent === 'refused') return refusal('ChildDeclinedSheet')
  return sheet?.state === 'submitted' ? refusal('SheetSubmitted') : null
}

/** `mine`: I have not finished mine; `second`: another person still has to type it; `differ`, `agree`: both have. */
export type FamilyPaperState = 'mine' | 'second' | 'differ' | 'agree'

export interface FamilyPaper {
  readonly state: FamilyPaperState
  /** Finished readings, at most two, in the order of their ids. */
  readonly readings: readonly FamilyPaperEntryRecord[]
  readonly differences: readonly EntryDifference[]
}

/**
 * A known person's paper as one typist may see it: nobody sees another's reading before their own is finished (INQ-22), and
 * whoever has typed nothing of it sees it once two others have.
 */
export function readFamilyPaper(
  scale: Pick<Scale, 'items'>,
  all: readonly FamilyPaperEntryRecord[],
  place: Place,
  staffId: string,
): FamilyPaper {
  const its = all.filter((one) => isOfPaper(one, place))
  const readings = its
    .filter(({ state }) => state === 'done')
    .sort((left, right) => (left.id < right.id ? -1 : 1))
    .slice(0, 2)
  const own = its.find(({ typistId }) => typistId === staffId)
  const [one, other] = readings
  if (one !== undefined && other !== undefined && own?.state !== 'typing') {
    const differences = compareReadings(scale, one, other)
    return { state: differences.length === 0 ? 'agree' : 'differ', readings, differences }
  }
  return { state: own?.state === 'done' ? 'second' : 'mine', readings: [], differences: [] }
}

/** The answers of the sheet: what both read, and for the rest what a person decided with the paper in hand; null while that lacks. */
export function settleFamilyPaper(
  { readings: [one], differences }: FamilyPaper,
  decided: Readonly<Record<string, Answer>>,
): FamilyPaperEntry['answers'] | null {
  if (one === undefined) return null
  const answers = { ...one.answers }
  for (const { item } of differences) {
    const answer = decided[item.id]
    if (answer === undefined) return null
    answers[item.id] = answer
  }
  return answers
}
