import { describe, expect, it } from 'vitest'
import { staff } from '../../access/staff.ts'
import { goal } from '../../assessment/goals/goal.ts'
import { reviewShape } from '../../assessment/review/review-shape.ts'
import { caseConference } from '../../casework/case-conference.ts'
import {
  caseId,
  contactWith,
  caseWith,
  followUpWith,
  taken,
} from '../../casework/cases/case-world.ts'
import { supervisionRecord } from '../../casework/supervision/supervision-record.ts'
import { idOf, ids, pairWith, today } from '../../families/cases/family-world.ts'
import { meeting } from '../../groupwork/meeting.ts'
import { meetingWork } from '../../groupwork/meeting-work.ts'
import { addDays } from '../../kit/dates.ts'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import { hintsOf, listLoads, type LoadRecords } from './list-loads.ts'
import type { HandedIn } from './list-waiting.ts'

const [lin, wu, group] = [ids.staff, idOf(3), idOf(60)]

function member(id: string, name: string, roles = ['socialWorker']) {
  return { ...staff.read({ name, roles, state: 'active' }), id }
}

function world(changes: Partial<LoadRecords> = {}): LoadRecords {
  return {
    ...{
      today,
      readerId: idOf(9),
      staff: [member(lin, '林'), member(wu, '吴')],
      families: [],
      cases: [],
      groups: [],
    },
    ...{ meetings: [], meetingRecords: [], work: [], reviews: [], supervisions: [], concerns: [] },
    ...{ pairs: [], profiles: [], plans: [], contacts: [], ratings: [], followUps: [] },
    ...{ conferences: [], visits: [], transfers: [], goals: [], goalReviews: [] },
    wavesOverdue: [],
    ...changes,
  }
}

const home = (id: string, staffIds: readonly string[], state: 'open' | 'archived' = 'open') => ({
  ...{ id, staff: [...staffIds], state },
})

function handedIn(on: string, byId: string, changes: Partial<HandedIn> = {}): HandedIn {
  const { submissions } = reviewShape.parse({
    subjectId: idOf(800),
    submissions: { 1: { on, byId, paragraphs: [] } },
  })
  return {
    ...{ id: idOf(801), subjectKind: 'servicePlan', subjectId: idOf(800) },
    ...{ familyId: ids.family, groupId: null, submissions },
    ...changes,
  }
}

const running = {
  id: group,
  title: '放风筝',
  team: { [wu]: 'leader' as const },
  state: 'running' as const,
}
const held = {
  ...meeting.read(
    fieldsAsJson({
      groupId: group,
      no: 1,
      stage: 'forming',
      theme: '认识',
      form: 'joint',
      strands: ['child'],
      plannedOn: '2026-03-01',
      heldOn: '2026-03-01',
      state: 'held',
    }),
  ),
  id: idOf(61),
}

describe('what everybody carries [SUP-9]', () => {
  it('is counted per person; whoever carries nothing is not listed', () => {
    const loads = listLoads(
      world({
        families: [
          home(ids.family, [lin]),
          home(idOf(20), [lin]),
          home(idOf(21), [wu], 'archived'),
        ],
        cases: [caseWith(taken)],
        contacts: [contactWith({ minutes: 50 })],
        pairs: [pairWith(ids.mother, 'mother')],
        concerns: [
          { familyId: ids.family, state: 'new' },
          { familyId: ids.family, state: 'closed' },
          { familyId: null, state: 'new' },
        ],
      }),
    )
    expect(loads).toHaveLength(1)
    expect(loads[0]).toMatchObject({
      ...{ staffId: lin, openCases: 1, concerns: 1, minutes: 50, longest: -1, waiting: [] },
      familyIds: [ids.family, idOf(20)],
    })
    expect(loads[0]?.casesByStage.assessment).toHaveLength(1)
  })

  it('counts minutes of the last thirty days, and says when nobody wrote any', () => {
    const work = [
      {
        ...meetingWork.read({
          meetingId: held.id,
          groupId: group,
          staffId: wu,
          run: 90,
          record: 30,
        }),
        id: idOf(62),
      },
    ]
    const minutes = (changes: Partial<LoadRecords>) =>
      listLoads(world({ groups: [running], ...changes })).find(({ staffId }) => staffId === wu)
        ?.minutes
    expect(minutes({ meetings: [held], work })).toBe(120)
    expect(minutes({ meetings: [{ ...held, heldOn: '2026-01-02' }], work })).toBeNull()
    expect(minutes({})).toBeNull()
  })
})

describe('what waits [SUP-9]', () => {
  it('stands with whom it waits for, the longest waiting first, and so do people', () => {
    const loads = listLoads(
      world({
        families: [home(ids.family, [lin]), home(idOf(20), [wu])],
        cases: [caseWith(taken)],
        contacts: [contactWith({ nextStep: '问班主任', nextOn: '2026-03-06' })],
        followUps: [followUpWith({ plannedOn: '2026-03-08' })],
        reviews: [handedIn('2026-03-09', lin)],
        groups: [running],
        meetings: [held],
      }),
    )
    expect(loads.map(({ name, longest }) => [name, longest])).toEqual([
      ['吴', 7],
      ['林', 4],
    ])
    expect(loads[1]?.waiting.map(({ what, days }) => [what, days])).toEqual([
      ['nextStep', 4],
      ['followUp', 2],
      ['review', 1],
    ])
    expect(loads[0]?.waiting).toMatchObject([
      { what: 'record', groupId: group, subjectId: held.id },
    ])
  })

  it('counts goals whose day has gone by with whoever serves the family, as Today does', () => {
    const fields = { familyId: ids.family, text: 'Calls', setOn: '2026-01-01' }
    const goalOf = (id: string, dueOn: string) => ({
      ...goal.read(fieldsAsJson({ ...fields, dueOn })),
      id,
    })
    const goals = [goalOf(idOf(700), addDays(today, -80)), goalOf(idOf(701), addDays(today, 3))]
    const waitingOf = (families: LoadRecords['families']) =>
      listLoads(world({ families, goals })).map(({ staffId, waiting }) => [
        staffId,
        waiting.map(({ what, days }) => `${what} ${days}`),
      ])
    expect(waitingOf([home(ids.family, [lin])])).toEqual([[lin, ['goalEnds 80']]])
    expect(waitingOf([home(ids.family, [lin], 'archived')])).toEqual([])
  })

  it('a closing waits once, whether it was handed in or only asked for, and no more when it is decided', () => {
    const asked = caseWith({ ...taken, closeAskedOn: '2026-03-05', closeAskedById: lin })
    const review = handedIn('2026-03-05', lin, { subjectKind: 'caseFile', subjectId: asked.id })
    const waits = (its: typeof asked, reviews: readonly HandedIn[]) =>
      listLoads(
        world({
          families: [home(ids.family, [lin])],
          cases: [its],
          contacts: [contactWith()],
          reviews,
        }),
      )[0]?.waiting.map(({ what, subjectKind, days }) => [what, subjectKind, days])
    expect(waits(asked, [])).toEqual([['review', 'caseFile', 5]])
    expect(waits(asked, [review])).toEqual([['review', 'caseFile', 5]])
    expect(waits({ ...asked, closedOn: '2026-03-09' }, [review])).toEqual([])
  })

  it('a referral waits while it is asked for, and no more when it is decided or taken back', () => {
    const reviews = [handedIn('2026-03-05', lin, { subjectKind: 'transfer' })]
    const waits = (state: 'asked' | 'drafted' | 'approved') =>
      listLoads(
        world({
          families: [home(ids.family, [lin])],
          reviews,
          transfers: [{ id: idOf(800), state }],
        }),
      )[0]?.waiting.map(({ what, subjectKind }) => [what, subjectKind])
    expect(waits('asked')).toEqual([['review', 'transfer']])
    expect(waits('drafted')).toEqual([])
    expect(waits('approved')).toEqual([])
  })

  it('what a conference decided waits with whoever works the case [CAS-13]', () => {
    const conference = {
      ...caseConference.read(
        fieldsAsJson({
          ...{ familyId: ids.family, caseId, writtenById: lin, on: '2026-03-01' },
          decisions: { a: { what: '请班主任来', who: '林', dueOn: '2026-03-05' } },
        }),
      ),
      id: idOf(940),
    }
    const waiting = (conferences: readonly (typeof conference)[]) =>
      listLoads(
        world({ cases: [caseWith(taken)], contacts: [contactWith()], conferences }),
      )[0]?.waiting.map(({ what, days }) => [what, days])
    expect(waiting([conference])).toEqual([['decision', 5]])
    expect(waiting([])).toEqual([])
  })
})

describe('a group’s measurement past its day [SUP-12]', () => {
  const wavesOverdue = [{ waveId: idOf(70), groupId: group, dueOn: addDays(today, -5) }]
  const waitingOf = (changes: Partial<LoadRecords>) =>
    Object.fromEntries(
      listLoads(world(changes)).map(({ staffId, waiting }) => [
        staffId,
        waiting.map(({ what, subjectId, days }) => ({ what, subjectId, days })),
      ]),
    )

  it('waits with whoever leads the group, and with nobody else of its team', () => {
    const team = { [wu]: 'leader' as const, [lin]: 'observer' as const }
    const waits = waitingOf({ groups: [{ ...running, team }], wavesOverdue })
    expect(waits).toEqual({ [wu]: [{ what: 'wave', subjectId: idOf(70), days: 5 }] })
  })

  it('waits with nobody on its last day, nor where the group is not on this device', () => {
    const onItsDay = wavesOverdue.map((one) => ({ ...one, dueOn: today }))
    expect(waitingOf({ groups: [running], wavesOverdue: onItsDay })).toEqual({ [wu]: [] })
    expect(waitingOf({ groups: [], wavesOverdue })).toEqual({})
  })
})

describe('supervision so far [SUP-9]', () => {
  const met = (on: string, nextOn: string | null) => ({
    ...supervisionRecord.read(
      fieldsAsJson({ parties: { [idOf(70)]: 'supervisor', [lin]: 'supervisee' }, on, nextOn }),
    ),
    id: idOf(71),
  })
  const hints = (supervisions: LoadRecords['supervisions']) => {
    const load = listLoads(world({ families: [home(ids.family, [lin])], supervisions }))[0]
    return load === undefined ? [] : [load.supervisedOn, ...hintsOf(load, today)]
  }
  it('names the last and the next; after five weeks without one it may be offered', () => {
    expect(hints([])).toEqual([null, 'noSupervision'])
    expect(hints([met('2026-03-01', null), met('2026-02-01', null)])).toEqual(['2026-03-01'])
    expect(hints([met('2026-01-20', null)])).toEqual(['2026-01-20', 'noSupervision'])
    expect(hints([met('2026-02-01', '2026-03-10')])).toEqual(['2026-02-01', 'supervisionDue'])
  })
})

it('five hundred families are looked at in one go: each case at its own family only [SUP-9]', () => {
  const many = Array.from({ length: 500 }, (_, index) => idOf(10_000 + index))
  const cases = many.map((familyId, index) => ({
    ...caseWith(taken),
    familyId,
    id: idOf(20_000 + index),
  }))
  const contacts = cases.flatMap(({ id, familyId }) =>
    Array.from({ length: 12 }, (_, index) => ({
      ...contactWith({ familyId, caseId: id, minutes: 10 }),
      id: idOf(100_000 + index),
    })),
  )
  const [load] = listLoads(world({ families: many.map((id) => home(id, [lin])), cases, contacts }))
  expect([load?.familyIds.length, load?.openCases, load?.minutes]).toEqual([500, 500, 60_000])
})

describe('who is to be supervised [SUP-9]', () => {
  const hints = (readerId: string, activeSince: string | null) => {
    const staff = [{ ...member(lin, '林'), activeSince }]
    const load = listLoads(world({ readerId, staff, families: [home(ids.family, [lin])] }))[0]
    return load === undefined ? null : hintsOf(load, today)
  }

  it('is neither whoever looks nor a colleague of less than thirty days', () => {
    expect(hints(wu, '2026-01-02T08:00:00.000Z')).toEqual(['noSupervision'])
    expect(hints(lin, '2026-01-02T08:00:00.000Z')).toEqual([])
    expect(hints(wu, '2026-03-01T08:00:00.000Z')).toEqual([])
  })
})

describe('where a risk is named [SUP-9, CAS-16]', () => {
  const load = (contacts: LoadRecords['contacts'], changes: object = {}) =>
    listLoads(world({ cases: [caseWith({ ...taken, ...changes })], contacts }))[0]
  const risks = (contacts: LoadRecords['contacts'], changes: object = {}) =>
    load(contacts, changes)?.risks.map(({ what }) => what)
  const raised = contactWith({ risk: 'raise', on: today })

  it('is listed for the worker of the case, the last word on watching counting', () => {
    const watched = { ...contactWith({ risk: 'watch' }), id: idOf(911) }
    const calm = { ...contactWith({ risk: 'none', on: '2026-03-06' }), id: idOf(912) }
    expect(risks([raised])).toEqual(['raise'])
    expect(risks([watched])).toEqual(['watch'])
    expect(risks([watched, calm])).toEqual([])
    expect(risks([], { urgency: 'now' })).toEqual(['now'])
  })

  it('waits from the first day until it is said to be dealt with', () => {
    expect(load([raised])?.waiting).toMatchObject([{ what: 'risk', days: 0 }])
    const riskSettled = { on: today, byId: lin, words: 'Told', about: null }
    expect(load([{ ...raised, riskSettled }])).toMatchObject({ waiting: [], risks: [] })
  })

  it('does not vanish with the worker: who no longer works here is listed while they carry it', () => {
    const away = world({ cases: [caseWith(taken)], contacts: [raised] })
    const staff = away.staff.map((one) => ({ ...one, state: 'suspended' as const }))
    const [found] = listLoads({ ...away, staff })
    expect(found).toMatchObject({ state: 'suspended', toSupervise: false })
    expect(found?.risks).toHaveLength(1)
    expect(found === undefined ? [] : hintsOf(found, today)).toContain('notHere')
  })
})
