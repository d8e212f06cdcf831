import { describe, expect, it } from 'vitest'
import { reviewShape } from '../../assessment/review/review-shape.ts'
import { idOf, ids, today } from '../../families/cases/family-world.ts'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import { listSupervisionDue } from './list-supervision-due.ts'
import {
  supervisionRecord,
  type SupervisionRecord,
  wordsOfSupervision,
} from './supervision-record.ts'

const lead = idOf(70)

function recordWith(changes: Partial<SupervisionRecord> = {}, number = 720) {
  const its = supervisionRecord.read(
    fieldsAsJson({
      parties: { [ids.staff]: 'supervisee', [lead]: 'supervisor' },
      on: '2026-03-01',
      question: '问题',
      ...changes,
    }),
  )
  const signature = { on: '2026-03-01', words: wordsOfSupervision(its) }
  return { ...its, signatures: { [ids.staff]: signature, ...changes.signatures }, id: idOf(number) }
}

function handedIn(byId: string, outcome: 'returned' | null, decides: boolean) {
  const { submissions } = reviewShape.parse({
    subjectId: idOf(800),
    submissions: {
      1: { on: '2026-03-08', byId, paragraphs: [], outcome, decidedOn: outcome && '2026-03-09' },
    },
  })
  return { id: idOf(801), submissions, decides }
}

function due(
  records: readonly ReturnType<typeof recordWith>[],
  reviews: readonly ReturnType<typeof handedIn>[] = [],
) {
  return listSupervisionDue({ staffId: ids.staff, today, records, reviews, questions: [] }).map(
    ({ what, inDays }) => [what, inDays],
  )
}

describe('what supervision asks of somebody [SUP-8]', () => {
  it('is tasks three days ahead and those without a day, until they are done', () => {
    const task = (dueOn: string | null) => ({ a: { what: '家访', staffId: ids.staff, dueOn } })
    expect(due([recordWith({ actions: task('2026-03-13') })])).toEqual([['action', 3]])
    expect(due([recordWith({ actions: task('2026-03-14') })])).toEqual([])
    expect(due([recordWith({ actions: task('2026-03-01') })])).toEqual([['action', -9]])
    expect(due([recordWith({ actions: task(null) })])).toEqual([['action', null]])
    const actionsDone = { a: { on: today, byId: ids.staff } }
    expect(due([recordWith({ actions: task(null), actionsDone })])).toEqual([])
  })

  it('is to sign, once more after words changed', () => {
    expect(due([recordWith()])).toEqual([])
    expect(due([{ ...recordWith(), suggestion: '又加了一句' }])).toEqual([['sign', -9]])
  })

  it('is the day agreed for next time, unless the same people have met since', () => {
    const first = recordWith({ nextOn: '2026-03-12' })
    expect(due([first])).toEqual([['meeting', 2]])
    expect(due([first, recordWith({ on: '2026-03-09' }, 721)])).toEqual([])
    expect(due([recordWith({ nextOn: '2026-03-20' })])).toEqual([])
  })

  it('is a review to decide on that is somebody else’s, and one’s own that was given back', () => {
    expect(due([], [handedIn(lead, null, true)])).toEqual([['waiting', -2]])
    expect(due([], [handedIn(lead, null, false)])).toEqual([])
    expect(due([], [handedIn(ids.staff, null, true)])).toEqual([])
    expect(due([], [handedIn(ids.staff, 'returned', false)])).toEqual([['returned', -1]])
    expect(due([], [handedIn(lead, 'returned', true)])).toEqual([])
  })

  it('is the questions put to a supervisor that nobody has taken up, in one line', () => {
    const ask = (number: number, on: string, takenUpIn: string | null = null) => ({
      ...{ id: idOf(number), on, takenUpIn },
      parties: { [ids.staff]: 'supervisee', [lead]: 'supervisor' } as const,
    })
    const questions = [
      ...[ask(901, '2026-03-05'), ask(902, '2026-03-02')],
      ask(903, '2026-02-01', idOf(720)),
    ]
    const dueOf = (staffId: string) =>
      listSupervisionDue({ staffId, today, records: [], reviews: [], questions })
    expect(dueOf(lead)).toMatchObject([{ what: 'questions', count: 2, on: '2026-03-02' }])
    expect(dueOf(ids.staff)).toEqual([])
  })
})
