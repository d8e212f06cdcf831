import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agency } from '../../core/access/agency.ts'
import { availability } from '../../core/families/availability.ts'
import { person } from '../../core/families/person.ts'
import { attendance } from '../../core/groupwork/attendance.ts'
import { absenceFollowUp } from '../../core/groupwork/between/absence-follow-up.ts'
import { listAbsencesDue } from '../../core/groupwork/between/absences.ts'
import { asyncStep, hasCaughtUp } from '../../core/groupwork/between/async-step.ts'
import { homeTaskReturn } from '../../core/groupwork/between/home-task-return.ts'
import { countAttendance } from '../../core/groupwork/count-attendance.ts'
import { meetingRecord } from '../../core/groupwork/meeting-record.ts'
import { dayFor, meeting } from '../../core/groupwork/meeting.ts'
import { meetingWork } from '../../core/groupwork/meeting-work.ts'
import { memberLine } from '../../core/groupwork/members/member-line.ts'
import { memberMark } from '../../core/groupwork/members/member-mark.ts'
import { groupGoal } from '../../core/groupwork/planning/group-goal.ts'
import { groupPlan, sumBudget } from '../../core/groupwork/planning/group-plan.ts'
import { observerTicks } from '../../core/groupwork/ratings/observer-ticks.ts'
import { pairRating } from '../../core/groupwork/ratings/pair-rating.ts'
import { recordComment } from '../../core/groupwork/record-comment.ts'
import { seat } from '../../core/groupwork/seat.ts'
import { supportGroup } from '../../core/groupwork/support-group.ts'
import { answerSheet } from '../../core/inquiry/answer-sheet.ts'
import { wave } from '../../core/inquiry/wave.ts'
import { addDays } from '../../core/kit/dates.ts'
import { pullRequestShape } from '../../core/sync/pull.ts'
import type { TypedKind } from '../../core/sync/kind.ts'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { readFeed } from '../records/pull.ts'
import { readSample } from './sample-parse.ts'
import { plantSample } from './sample.ts'

let house: TestHouse
let today: string
let all: <Fields extends object>(kind: TypedKind<Fields>) => (Fields & { readonly id: string })[]

beforeAll(async () => {
  house = await openTestHouse()
  today = house.open.house.today()
  const { agencyId, staffId } = await plantSample(house.open.house, 'zh-CN')
  const feed = await readFeed(
    house.open.house,
    { agencyId, staffId, roles: ['agencyAdmin', 'supervisor', 'socialWorker'] },
    pullRequestShape.parse({
      epoch: null,
      cursors: {},
      limit: 2000,
      deviceId: '0198a000-0000-7000-8000-000000000003',
      deviceSeq: 0,
    }),
  )
  all = (kind) => feed.entries.filter((entry) => entry.kind === kind.name).map(kind.readEntry)
}, 120_000)
afterAll(() => house.close())

function groupIn(state: 'running' | 'closed'): string {
  return all(supportGroup).find((one) => one.state === state)?.id ?? ''
}

function ofGroup<Row extends { readonly groupId: string }>(
  kind: TypedKind<Row>,
  state: 'running' | 'closed',
): (Row & { readonly id: string })[] {
  return all(kind).filter(({ groupId }) => groupId === groupIn(state))
}

describe('the group room of the sample village', () => {
  test('says how long files are kept', () => {
    expect(all(agency)[0]?.retentionYears).toBe(5)
  })

  test('has records handed in the day after the strand met, read by the supervisor, one of them given back in between', () => {
    const meetings = new Map(all(meeting).map((one) => [one.id, one]))
    const handedIn = all(meetingRecord).filter(({ state }) => state === 'submitted')
    expect(handedIn.length).toBeGreaterThan(15)
    for (const { meetingId, strand, submittedOn, seenOn, versions } of handedIn) {
      const at = meetings.get(meetingId)
      if (at === undefined) throw new Error('a record without its meeting')
      const met = strand === 'joint' ? at.plannedOn : dayFor(at, strand)
      const first = versions[0]?.submittedOn ?? submittedOn
      expect(first).toBe(addDays(met, 1))
      expect(submittedOn).toBe(versions.length === 0 ? first : addDays(met, 4))
      expect(seenOn !== null && seenOn > (submittedOn ?? '') && seenOn <= today).toBe(true)
    }
    expect(handedIn.filter(({ versions }) => versions.length > 0)).toHaveLength(1)
  })

  test('has sheets handed in on the day they were answered, and waves closed when the last had come', () => {
    for (const { state, submittedOn, answeredOn } of all(answerSheet))
      if (state === 'submitted') expect(submittedOn).toBe(answeredOn)
    const closed = all(wave).filter(({ state }) => state === 'closed')
    expect(closed.map(({ closedOn }) => closedOn).sort()).toEqual([
      addDays(today, -85),
      addDays(today, -42),
    ])
  })

  test('has a plan, goals with their meetings and a budget for each group, seen by the supervisor', () => {
    for (const [state, sum] of [
      ['closed', 91_200],
      ['running', 63_000],
    ] as const) {
      const [plan] = ofGroup(groupPlan, state)
      expect(plan?.seenOn).not.toBeNull()
      expect(sumBudget(plan?.budget ?? {})).toBe(sum)
      const goals = ofGroup(groupGoal, state)
      expect(goals.length).toBeGreaterThan(1)
      expect(
        goals.every(({ meetingIds, hopedFor }) => meetingIds.length > 0 && hopedFor !== ''),
      ).toBe(true)
    }
  })

  test('marks only whom the attendance has as there, and each child who was there', () => {
    const rows = all(attendance)
    const children = new Set(all(seat).flatMap(({ id, strand }) => (strand === 'child' ? id : [])))
    const marks = new Map(all(memberMark).map((mark) => [`${mark.meetingId} ${mark.seatId}`, mark]))
    for (const row of rows) {
      const mark = marks.get(`${row.meetingId} ${row.seatId}`)
      const live = row.presence === 'inPerson' || row.presence === 'liveRemote'
      if (!live) expect(mark).toBeUndefined()
      else if (children.has(row.seatId)) expect(mark?.participation).not.toBeNull()
    }
    expect(all(memberMark).some(({ ties }) => Object.keys(ties).length > 0)).toBe(true)
    expect(all(memberMark).filter(({ concern }) => concern === 'open')).toHaveLength(1)
  })

  test('whoever caught up by voice is counted so and by no other way, and one father is on the way', () => {
    const rows = new Map(all(attendance).map((row) => [`${row.meetingId} ${row.seatId}`, row]))
    const steps = all(asyncStep)
    for (const step of steps) {
      const row = rows.get(`${step.meetingId} ${step.seatId}`)
      expect(row?.presence).toBe(hasCaughtUp(step) ? 'watchedLater' : 'absent')
    }
    const later = [...rows.values()].filter(({ presence }) => presence === 'watchedLater')
    expect(steps.filter(hasCaughtUp)).toHaveLength(later.length)
    const father = all(person).find(({ name }) => name === '冯志明')
    const his = [...rows.values()].filter(({ personId }) => personId === father?.id)
    expect(his.map(({ presence }) => presence).sort()).toEqual(['absent', 'absent', 'watchedLater'])
  })

  test('who was absent was asked after; one has not been reached yet', () => {
    const due = (state: 'running' | 'closed') =>
      listAbsencesDue(
        ofGroup(meeting, state),
        ofGroup(seat, state),
        ofGroup(attendance, state),
        ofGroup(absenceFollowUp, state),
        today,
      )
    expect(due('closed')).toEqual([])
    expect(due('running').map(({ seat: own, tried }) => [own.displayName, tried?.outcome])).toEqual(
      [['冯志明', 'notReached']],
    )
  })

  test('has home tasks told by workers and by families, ratings of two who looked, comments and lines', () => {
    expect(new Set(all(homeTaskReturn).map(({ toldBy }) => toldBy))).toEqual(
      new Set(['worker', 'family']),
    )
    expect(all(homeTaskReturn).every(({ toldOn }) => toldOn <= today)).toBe(true)
    expect(new Set(all(pairRating).map(({ raterId }) => raterId)).size).toBe(2)
    expect(all(observerTicks).length).toBeGreaterThan(2)
    expect(all(recordComment).every(({ settled, answer }) => settled && answer !== '')).toBe(true)
    expect(all(memberLine).length).toBeGreaterThan(5)
    expect(new Set(all(meetingWork).map(({ staffId }) => staffId)).size).toBe(3)
    expect(all(availability).length).toBeGreaterThan(8)
  })

  test('counts the same attendance as before: what was noted around it adds nobody', () => {
    const count = countAttendance(
      ofGroup(meeting, 'running'),
      ofGroup(seat, 'running'),
      ofGroup(attendance, 'running'),
    )
    expect(count.meetingsHeld).toBe(3)
    expect(count.total.unmarked).toBe(0)
    expect(count.total.byMode.watchedLater).toBe(2)
  })

  test('is in one language at a time', () => {
    expect(JSON.stringify(readSample('en'))).not.toMatch(/\p{Script=Han}/u)
  })
})
