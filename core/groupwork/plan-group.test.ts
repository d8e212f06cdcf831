import { describe, expect, it } from 'vitest'
import { pairId } from '../families/pair.ts'
import { checkCoverage } from './check-coverage.ts'
import { groupId, idOf, makeSeat, pairRecord } from './cases/group-case.ts'
import { meetingId } from './meeting.ts'
import { pairSeats } from './pair-seats.ts'
import { meetingsDue, planGroup, type Rhythm } from './plan-group.ts'
import { sessionShape, type Session } from './plan-shape.ts'
import { programme } from './programme.ts'
import { parseProgramme } from './programme-parse.ts'
import { foundIn } from '../sync/find-needs.ts'
import { context, entryOf } from './cases/group-case.ts'

const segment = (id: string, process: string | null, minutes = 20) => ({
  id,
  title: id,
  minutes,
  process,
  fallback: 'by telephone',
})
const full = {
  minutes: 60,
  segments: [
    segment('see', 'attention'),
    segment('do', 'reproduction'),
    segment('win', 'motivation'),
  ],
  homeTask: 'one call',
}
const session = (no: number, form: string, strands: object, fields: object = {}): Session =>
  sessionShape.parse({
    no,
    stage: 'forming',
    form,
    theme: `Session ${no}`,
    targets: ['skills'],
    indicators: ['says it'],
    strands,
    ...fields,
  })
const sessions = [
  session(1, 'joint', { joint: full }),
  session(2, 'parallel', { child: full, parent: full }),
  session(3, 'parallel', { child: full, parent: full, guardian: full }),
]
const group = { id: groupId, place: 'village hall', onlineTool: 'phone call' }
const rhythm: Rhythm = {
  everyDays: 7,
  at: '14:30',
  strandTimes: { parent: { afterDays: 1, at: '20:30' } },
  pauses: [{ from: '2026-04-04', until: '2026-04-04' }],
}

describe('planning a group', () => {
  it('places a session with its own distance beside the rhythm, which goes on as if it were not there [GRP-20]', () => {
    const own = [
      session(1, 'joint', { joint: full }),
      session(2, 'guardianCircle', { guardian: full }, { daysAfter: 1 }),
      session(3, 'parallel', { child: full, parent: full }),
      session(4, 'individual', { parent: full }, { daysAfter: 30 }),
    ]
    const steady = { ...rhythm, pauses: [] }
    const meetings = planGroup({ sessions: own }, group, '2026-03-07', steady)
    expect(meetings.map(({ plannedOn }) => plannedOn)).toEqual([
      '2026-03-07',
      '2026-03-08',
      '2026-03-14',
      '2026-04-13',
    ])
    expect(meetings.map((one) => 'daysAfter' in one)).toEqual([false, false, false, false])
  })

  it('makes a meeting per session, a week apart, around pauses [GRP-20]', () => {
    const meetings = planGroup({ sessions }, group, '2026-03-28', rhythm)
    expect(meetings.map(({ no, plannedOn }) => [no, plannedOn])).toEqual([
      [1, '2026-03-28'],
      [2, '2026-04-11'],
      [3, '2026-04-18'],
    ])
    expect(meetings.map(({ strands }) => strands.length)).toEqual([3, 2, 3])
    expect(meetings[0]?.strandTimes).toEqual({})
    expect(meetings[1]?.strandTimes).toEqual({
      parent: { on: '2026-04-12', at: '20:30', place: '' },
    })
  })

  it('gives the meetings the same ids on two phones, and a copy of the plan [GRP-20]', () => {
    const [first] = planGroup({ sessions }, group, '2026-03-28', rhythm)
    expect(first?.id).toBe(meetingId(groupId, 1))
    expect(first?.plan).toEqual({ joint: sessions[0]?.strands.joint })
  })

  it('finds what is unsettled and what is coming, by the last day of a parallel week', () => {
    const meetings = planGroup({ sessions }, group, '2026-03-28', rhythm)
    const due = meetingsDue(meetings, '2026-04-12', 7)
    expect(due.unsettled.map(({ no }) => no)).toEqual([1])
    expect(due.coming.map(({ no }) => no)).toEqual([2, 3])
  })
})

describe('the check of a plan', () => {
  it('is silent for a whole plan [GRP-24]', () => {
    expect(checkCoverage(sessions)).toEqual([])
  })

  it('names a target that nobody sees, rehearses or is praised for [GRP-24]', () => {
    const talk = { ...full, segments: [segment('talk', 'retention')] }
    const ids = checkCoverage([session(1, 'joint', { joint: talk })], ['skills', 'trust'])
    expect(ids.map(({ id, details }) => [id, details['target']])).toEqual([
      ['TargetWithoutModelling', 'skills'],
      ['TargetWithoutRehearsal', 'skills'],
      ['TargetWithoutReinforcement', 'skills'],
      ['TargetNeverServed', 'trust'],
    ])
  })

  it('names time that does not suffice and what is missing [GRP-24]', () => {
    const long = { ...full, minutes: 45, homeTask: ' ' }
    const bare = session(2, 'parallel', { child: long }, { indicators: [] })
    expect(checkCoverage([bare])).toEqual([
      { id: 'MinutesOver', details: { no: 2, strand: 'child', planned: 60, available: 45 } },
      { id: 'HomeTaskMissing', details: { no: 2, strand: 'child' } },
      { id: 'PlanMissing', details: { no: 2, strand: 'parent' } },
      { id: 'IndicatorsMissing', details: { no: 2 } },
    ])
  })

  it('asks for a way out when the network fails where people are far away [GRP-24]', () => {
    const bare = { ...full, segments: full.segments.map((one) => ({ ...one, fallback: '' })) }
    const warnings = checkCoverage([session(2, 'parallel', { child: bare, parent: bare })])
    expect(warnings.map(({ id }) => id)).toEqual(Array(3).fill('FallbackMissing'))
  })
})

describe('a programme', () => {
  const head = { code: 'kites', version: '1', title: 'Kites' }

  it('numbers sessions and names segments once each [GRP-1]', () => {
    const judge = (list: readonly Session[]) => {
      const entry = entryOf(programme, idOf('p'), {
        ...head,
        sessions: JSON.parse(JSON.stringify(list)),
      })
      return programme.rule(entry.fields, null, foundIn([]), context)?.id ?? null
    }
    const apart = session(2, 'joint', { joint: full })
    expect(judge([session(1, 'joint', { joint: full }), apart])).toBeNull()
    expect(judge([apart, apart])).toBe('SessionNumberTwice')
    expect(judge(sessions)).toBe('SegmentIdTwice')
  })

  it('is put together from a head and its sessions, in order, or names what is wrong', () => {
    const parsed = parseProgramme(head, [sessions[1], sessions[0]])
    expect(parsed.ok && parsed.value.sessions.map(({ no }) => no)).toEqual([1, 2])
    expect(parseProgramme(head, [{ ...sessions[0], form: 'picnic' }])).toMatchObject({
      refusal: { id: 'FieldNotValid', details: { field: 'sessions.0.form' } },
    })
    expect(parseProgramme({ ...head, colour: 'red' }, [])).toMatchObject({
      refusal: { id: 'UnknownFields', details: { field: 'colour' } },
    })
  })
})

describe('the table of seats', () => {
  const lan = makeSeat('Lan', 'family A', 'child')
  const bo = makeSeat('Bo', 'family A', 'child')
  const mei = makeSeat('Mei', 'family B', 'child')
  const forLan = { pairId: pairId(idOf('Lan'), idOf('aunt')) }
  const aunt = makeSeat('aunt', 'family A', 'parent', forLan)

  it('pairs by child, shows open seats, and shares an adult between siblings [GRP-21]', () => {
    const shared = { ...aunt, siblingIds: [bo.personId] }
    const states = (list: Parameters<typeof pairSeats>[0]) =>
      Object.fromEntries(
        pairSeats(list, '2026-03-07').rows.map((row) => [row.child.displayName, row.parentSeat]),
      )
    expect(states([lan, bo, mei, aunt])).toEqual({ Lan: 'filledByParent', Bo: 'open', Mei: 'open' })
    expect(states([lan, bo, mei, shared])).toMatchObject({ Bo: 'filledByParent', Mei: 'open' })
  })

  it('says when another adult fills the parents’ seat, to whoever may know [GRP-21]', () => {
    const relation = pairRecord('Lan', 'aunt', 'aunt')
    const [row] = pairSeats([lan, aunt], '2026-03-07', [relation]).rows
    expect(row?.parentSeat).toBe('filledByOther')
  })

  it('shows an adult whose child has no seat, and who has left [GRP-21]', () => {
    const gone = { ...lan, leftOn: '2026-03-07' }
    const table = pairSeats([gone, aunt], '2026-03-07')
    expect(table.withoutChild).toEqual([aunt])
    expect(table.left).toEqual([gone])
    expect(table.rows).toEqual([])
  })
})
