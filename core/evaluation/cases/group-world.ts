// An invented parallel group: six families, child and mother or father in each, one questionnaire on both sides.
import { readFileSync } from 'node:fs'
import { createInstance } from 'i18next'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import { pairId, type Pair } from '../../families/pair.ts'
import { attendance, type PresenceMode } from '../../groupwork/attendance.ts'
import { meeting } from '../../groupwork/meeting.ts'
import { seat } from '../../groupwork/seat.ts'
import { answerSheet, type AnswerSheet } from '../../inquiry/answer-sheet.ts'
import { instrument } from '../../inquiry/instrument.ts'
import { wave } from '../../inquiry/wave.ts'
import type { GroupRecords, Known } from '../evaluation-records.ts'
import type { Wording } from '../write-numbers.ts'

export function idOf(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
}

export const ids = {
  group: idOf(1),
  before: idOf(2),
  after: idOf(3),
  child: idOf(4),
  parent: idOf(5),
  family: (n: number) => idOf(100 + n),
  childOf: (n: number) => idOf(200 + n),
  parentOf: (n: number) => idOf(300 + n),
  pairOf: (n: number) => pairId(idOf(200 + n), idOf(300 + n)),
}

export const familyNumbers = [1, 2, 3, 4, 5, 6] as const
/** Answers to the two questions, before and after; null: no sheet. The third family is lost, the sixth comes late to it. */
export const childAnswers = [
  { before: [2, 3], after: [4, 4] },
  { before: [1, 2], after: [3, 3] },
  { before: [3, 3], after: null },
  { before: [2, 2], after: [2, 2] },
  { before: [4, 4], after: [5, 4] },
  { before: [3, 2], after: [4, 4] },
] as const

export interface WorldChanges {
  readonly reliability?: readonly object[]
  readonly parentLimits?: { readonly min: number; readonly max: number }
  readonly sheets?: (sheets: readonly Known<AnswerSheet>[]) => readonly Known<AnswerSheet>[]
}

export function groupWorld(changes: WorldChanges = {}): GroupRecords {
  const sheets = familyNumbers.flatMap((n) => sheetsOf(n))
  return {
    instruments: [
      { ...questionnaire('child', changes), id: ids.child },
      { ...questionnaire('parent', changes), id: ids.parent },
    ],
    waves: { before: waveOf('before'), after: waveOf('after'), followUp: null },
    sheets: changes.sheets?.(sheets) ?? sheets,
    families: familyNumbers.map((n) => ({ id: ids.family(n), code: `Z-0${n}` })),
    people: familyNumbers.flatMap((n) => [
      { id: ids.childOf(n), familyId: ids.family(n), name: `Child ${n}`, role: 'child' as const },
      {
        id: ids.parentOf(n),
        familyId: ids.family(n),
        name: `Parent ${n}`,
        role: 'parent' as const,
      },
    ]),
    pairs: familyNumbers.map(pairOf),
    seats: familyNumbers.flatMap((n) => [seatOf(n, 'child'), seatOf(n, 'parent')]),
    meetings: [meetingOf(1), meetingOf(2)],
    attendance: familyNumbers.flatMap((n) => [
      mark(1, n, 'child', 'inPerson'),
      mark(1, n, 'parent', 'liveRemote'),
      mark(2, n, 'child', 'inPerson'),
      ...(n === 3 ? [] : [mark(2, n, 'parent', n === 2 ? 'absent' : 'watchedLater')]),
    ]),
  }
}

function questionnaire(side: 'child' | 'parent', changes: WorldChanges) {
  const limits =
    side === 'parent' ? (changes.parentLimits ?? { min: 1, max: 5 }) : { min: 1, max: 5 }
  return instrument.read(
    fieldsAsJson({
      code: `talk-${side}`,
      version: '1',
      state: 'published',
      title: { 'zh-CN': '亲子沟通', en: 'Talking' },
      respondent: side,
      target: side === 'child' ? 'parent' : 'child',
      mirrorOf: side === 'parent' ? 'talk-child' : null,
      licence: { status: 'ours' },
      provenance: {},
      validation: { status: 'notValidated' },
      responseSets: [{ id: 'five', ...limits }],
      items: ['q1', 'q2'].map((id, index) => ({
        id,
        number: index + 1,
        text: { en: `Question ${index + 1}` },
        response: { kind: 'choice', set: 'five' },
        mirror: side === 'parent' ? id : null,
      })),
      subscales: [
        {
          id: 'trust',
          title: { 'zh-CN': '信任', en: 'Trust' },
          items: ['q1', 'q2'],
          scoring: 'sum',
          direction: 'higherIsBetter',
          reliability: changes.reliability ?? [],
        },
      ],
    }),
  )
}

function waveOf(phase: 'before' | 'after') {
  const fields = {
    title: phase,
    phase,
    groupId: ids.group,
    instrumentIds: [ids.child, ids.parent],
    opensOn: phase === 'before' ? '2026-03-01' : '2026-05-01',
  }
  return { ...wave.read(fields), id: ids[phase] }
}

export function pairOf(n: number): Known<Pair> {
  const relation = n % 2 === 0 ? 'father' : 'mother'
  const people = { childId: ids.childOf(n), adultId: ids.parentOf(n) }
  return { id: ids.pairOf(n), familyId: ids.family(n), ...people, relation }
}

function sheetsOf(n: number): readonly Known<AnswerSheet>[] {
  const own = childAnswers[n - 1]
  return (['before', 'after'] as const).flatMap((phase) => {
    const answers = own?.[phase] ?? null
    if (answers === null) return []
    const adult = answers.map((answer) => Math.min(5, answer + (phase === 'before' ? 1 : 0)))
    return [sheetOf(n, phase, 'child', answers), sheetOf(n, phase, 'parent', adult)]
  })
}

export function sheetOf(
  n: number,
  phase: 'before' | 'after',
  side: 'child' | 'parent',
  answers: readonly (number | null)[],
): Known<AnswerSheet> {
  const fields = answerSheet.read({
    waveId: ids[phase],
    instrumentId: ids[side],
    familyId: ids.family(n),
    childId: ids.childOf(n),
    respondentId: side === 'child' ? ids.childOf(n) : ids.parentOf(n),
    pairId: ids.pairOf(n),
    mode: side === 'child' ? 'readAloud' : 'familyLink',
    answers: Object.fromEntries(answers.map((answer, index) => [`q${index + 1}`, answer])),
    state: 'submitted',
    submittedOn: phase === 'before' ? '2026-03-03' : '2026-05-03',
  })
  return { ...fields, id: `${phase} ${side} ${n}` }
}

function seatOf(n: number, strand: 'child' | 'parent') {
  const fields = seat.read({
    groupId: ids.group,
    familyId: ids.family(n),
    personId: strand === 'child' ? ids.childOf(n) : ids.parentOf(n),
    strand,
    pairId: strand === 'child' ? null : ids.pairOf(n),
    displayName: `${strand} ${n}`,
    joinedOn: n === 6 ? '2026-03-20' : '2026-03-01',
  })
  return { ...fields, id: `seat ${strand} ${n}` }
}

function meetingOf(no: number) {
  const on = no === 1 ? '2026-03-10' : '2026-04-10'
  const fields = meeting.read({
    groupId: ids.group,
    no,
    stage: 'forming',
    form: 'joint',
    theme: `Meeting ${no}`,
    strands: ['child', 'parent'],
    plannedOn: on,
    state: 'held',
    heldOn: on,
    minutes: 60,
  })
  return { ...fields, id: `meeting ${no}` }
}

function mark(no: number, n: number, strand: 'child' | 'parent', presence: PresenceMode) {
  const fields = attendance.read({
    meetingId: idOf(900 + no),
    groupId: ids.group,
    familyId: ids.family(n),
    seatId: idOf(800 + n),
    personId: strand === 'child' ? ids.childOf(n) : ids.parentOf(n),
    presence,
    absenceReason: presence === 'absent' ? 'shift' : null,
  })
  return {
    ...fields,
    meetingId: `meeting ${no}`,
    seatId: `seat ${strand} ${n}`,
    id: `mark ${no} ${strand} ${n}`,
  }
}

/** The real texts through the real library, as the desk and the server use them. */
export function wordingIn(language: 'zh-CN' | 'en'): Wording {
  const read = (name: string): object =>
    JSON.parse(
      readFileSync(
        new URL(`../../../content/texts/${language}/${name}.json`, import.meta.url),
        'utf8',
      ),
    )
  const library = createInstance({
    lng: language,
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: {
      [language]: {
        evaluation: read('evaluation'),
        evidence: read('evidence'),
        inquiry: read('inquiry'),
        paperwork: read('paperwork'),
      },
    },
  })
  void library.init()
  return { language, translate: (key, values) => library.t(key, { ...values }) }
}
