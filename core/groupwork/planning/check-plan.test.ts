import { describe, expect, it } from 'vitest'
import { idOf, makeMeeting } from '../cases/group-case.ts'
import type { MeetingEntry } from '../meeting.ts'
import { sessionsOf } from './check-plan.ts'
import { checkStaffing, type Staffing } from './check-staffing.ts'
import type { PlanHint } from './plan-hint.ts'
import { checkStrands } from './check-strands.ts'

const people = ['worker', 'second', 'third'].map((name) => ({
  id: idOf(name),
  name,
  state: 'active' as const,
  clearanceCheckedOn: '2026-01-10',
}))
const [worker = '', second = '', third = ''] = people.map(({ id }) => id)
const alone = { [worker]: 'leader' } as const
const two = { ...alone, [second]: 'coLeader' } as const
const three = { ...two, [third]: 'volunteer' } as const

const planned = { state: 'planned', heldOn: null, minutes: null } as const
const plan = (process: string | null) => ({
  minutes: 60,
  segments: [{ id: 'one', title: 'one', minutes: 20, process }],
})
const joint = (no: number, fields = {}): MeetingEntry =>
  makeMeeting(no, { ...planned, plannedAt: '14:30', ...fields })
const parallel = (no: number, fields = {}): MeetingEntry =>
  joint(no, {
    form: 'parallel',
    plan: { child: plan('attention'), parent: plan('attention') },
    ...fields,
  })

const check = (
  meetings: readonly MeetingEntry[],
  given: Partial<Staffing> = {},
): readonly PlanHint[] => [
  ...checkStrands(sessionsOf(meetings)),
  ...checkStaffing({ team: three, people, meetings, rules: null, away: {}, ...given }),
]
const idsOf = (...given: Parameters<typeof check>) => check(...given).map(({ id }) => id)

describe('a skill is taught to both sides [GRP-50]', () => {
  const skills = { targets: ['skills'] }

  it('in their own strands or together', () => {
    expect(idsOf([parallel(1, skills)])).toEqual([])
    expect(idsOf([joint(1, { ...skills, plan: { joint: plan('attention') } })])).toEqual([])
  })

  it('or the hint names the only strand that learns it', () => {
    const childOnly = parallel(1, { ...skills, plan: { child: plan('reproduction') } })
    expect(check([childOnly])).toEqual([
      { id: 'TargetInOneStrand', details: { target: 'skills', strand: 'child' } },
    ])
    expect(idsOf([childOnly, parallel(2, skills)])).toEqual([])
  })

  it('a greeting for the other strand teaches nothing', () => {
    const greeted = { child: plan('attention'), parent: plan(null) }
    expect(idsOf([parallel(1, { ...skills, plan: greeted })])).toEqual(['TargetInOneStrand'])
  })

  it('the bridge is the caregivers’ own, and a meeting called off teaches nobody', () => {
    const bridge = { targets: ['guardianBridge'], plan: { guardian: plan('attention') } }
    expect(idsOf([parallel(1, bridge)])).toEqual([])
    const childOnly = parallel(1, { ...skills, plan: { child: plan('reproduction') } })
    const calledOff = parallel(2, { ...skills, state: 'notHeld' })
    expect(idsOf([childOnly, calledOff])).toEqual(['TargetInOneStrand'])
  })
})

describe('every meeting has the people it needs [GRP-51]', () => {
  it('two adults; one hint names all the meetings that lack one', () => {
    expect(check([joint(1), joint(2)], { team: alone })).toEqual([
      { id: 'TwoAdultsMissing', details: { numbers: '1, 2', adults: 1 } },
    ])
    expect(idsOf([joint(1)], { team: two })).toEqual([])
  })

  it('who was suspended, or is nobody of the station, is no adult at a meeting', () => {
    const gone = people.map((one) => ({
      ...one,
      state: one.id === second ? ('suspended' as const) : one.state,
    }))
    const missing = [{ id: 'TwoAdultsMissing', details: { numbers: '1', adults: 1 } }]
    expect(check([joint(1)], { team: two, people: gone })).toEqual(missing)
    const stranger = { ...alone, [idOf('nobody')]: 'coLeader' } as const
    expect(check([joint(1)], { team: stranger })).toEqual(missing)
  })

  it('who is away from one meeting is not counted there', () => {
    const first = joint(1)
    expect(check([first, joint(2)], { team: two, away: { [first.id]: [second] } })).toEqual([
      { id: 'TwoAdultsMissing', details: { numbers: '1', adults: 1 } },
    ])
  })

  it('online a host and somebody beside the children: an observer is neither', () => {
    const online = joint(1, { onlineTool: 'video call' })
    const watched = { ...alone, [second]: 'observer' } as const
    expect(idsOf([online], { team: watched })).toEqual(['HandsMissingOnline'])
    expect(idsOf([joint(1)], { team: watched })).toEqual([])
    expect(idsOf([online], { team: two })).toEqual([])
  })

  it('three when the children meet while the parents do', () => {
    expect(idsOf([parallel(1)], { team: two })).toEqual(['HandsMissingAtOnce'])
    expect(idsOf([parallel(1)], { team: three })).toEqual([])
  })

  it.each([
    ['20:30', []],
    ['15:29', ['HandsMissingAtOnce']],
    ['15:30', []],
    ['13:31', ['HandsMissingAtOnce']],
    ['13:30', []],
  ])('parents at %s beside children from 14:30 to 15:30: %j', (at, ids) => {
    const times = { strandTimes: { parent: { on: '2026-03-07', at } } }
    expect(idsOf([parallel(1, times)], { team: two })).toEqual(ids)
  })

  it('on another day, or at no hour yet, nothing is said', () => {
    const other = { strandTimes: { parent: { on: '2026-03-08', at: '14:30' } } }
    expect(idsOf([parallel(1, other)], { team: two })).toEqual([])
    expect(idsOf([parallel(1, { plannedAt: '' })], { team: two })).toEqual([])
  })

  it('the record check of everybody in the team holds until the last meeting', () => {
    const known = (clearanceCheckedOn: string | null) => ({
      people: people.map((one) => (one.id === second ? { ...one, clearanceCheckedOn } : one)),
    })
    expect(check([joint(1)], known(null))).toEqual([
      { id: 'TeamUncleared', details: { name: 'second' } },
    ])
    expect(check([joint(1), joint(3)], known('2025-03-20'))).toEqual([
      { id: 'TeamClearanceEnds', details: { name: 'second', day: '2026-03-20' } },
    ])
    expect(idsOf([joint(1), joint(2)], known('2025-03-20'))).toEqual([])
    expect(idsOf([joint(1)], { ...known(null), team: alone })).toEqual(['TwoAdultsMissing'])
  })

  it('what took place is asked no more', () => {
    expect(idsOf([makeMeeting(1)], { team: alone, people: [] })).toEqual([])
  })
})
