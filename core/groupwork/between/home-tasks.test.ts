import { describe, expect, it } from 'vitest'
import { placeAt } from '../at-meeting.ts'
import { entryOf, groupId, makeMeeting, makeSeat } from '../cases/group-case.ts'
import { meetingRecord, meetingRecordId } from '../meeting-record.ts'
import type { SeatEntry } from '../seat.ts'
import { homeTaskReturn, homeTaskReturnId, type TaskState } from './home-task-return.ts'
import { measurePractice } from './practice-dose.ts'
import { countTaskReturns, listHomeTasks, taskBroughtTo } from './home-tasks.ts'

const plan = {
  child: { minutes: 60, homeTask: 'Say one thing of your own first.' },
  parent: { minutes: 40, homeTask: 'One open question.' },
}
const first = makeMeeting(1, { form: 'parallel', plan })
const second = makeMeeting(2, { form: 'parallel', plan })
const third = makeMeeting(3, { form: 'parallel', plan, state: 'planned', heldOn: null })
const off = makeMeeting(4, { state: 'notHeld', heldOn: null, callOffReason: 'weather' })
const meetings = [first, second, third, off]
const lan = makeSeat('Lan', 'family A', 'child')
const bo = makeSeat('Bo', 'family B', 'child', { joinedOn: '2026-03-10' })

function returned(at: typeof first, seat: SeatEntry, state: TaskState) {
  return homeTaskReturn.readEntry(
    entryOf(homeTaskReturn, homeTaskReturnId(at.id, seat.id), {
      ...placeAt(at.id, seat),
      state,
      toldOn: '2026-03-20',
    }),
  )
}

describe('home tasks', () => {
  it('are those of held meetings, due at the strand’s next meeting [GRP-30]', () => {
    const tasks = listHomeTasks(meetings, []).filter(({ strand }) => strand === 'child')
    expect(tasks.map(({ meeting, dueAt }) => [meeting.no, dueAt?.no])).toEqual([
      [1, 2],
      [2, 3],
    ])
  })

  it('are worded as they were given, where the record says so [GRP-30]', () => {
    const record = meetingRecord.readEntry(
      entryOf(meetingRecord, meetingRecordId(first.id, 'child'), {
        groupId,
        meetingId: first.id,
        strand: 'child',
        homeTaskGiven: 'Ask about lunch.',
      }),
    )
    const words = listHomeTasks(meetings, [record]).map((task) => [
      task.strand,
      task.meeting.no,
      task.words,
    ])
    expect(words).toContainEqual(['child', 1, 'Ask about lunch.'])
    expect(words).toContainEqual(['parent', 1, 'One open question.'])
  })

  it('are asked of whoever was expected when they were given [GRP-30]', () => {
    const tasks = listHomeTasks(meetings, [])
    expect(taskBroughtTo(second, lan, tasks)?.meeting.no).toBe(1)
    expect(taskBroughtTo(second, bo, tasks)).toBeNull()
    expect(taskBroughtTo(third, bo, tasks)?.meeting.no).toBe(2)
    expect(taskBroughtTo(first, lan, tasks)).toBeNull()
  })
})

describe('home practice', () => {
  it('is counted once the next meeting is over or somebody has said; silence is not known [GRP-31]', () => {
    const tasks = listHomeTasks(meetings, [])
    const child = (returns: Parameters<typeof countTaskReturns>[2]) =>
      countTaskReturns(tasks, [lan, bo], returns).find(({ strand }) => strand === 'child')
    expect(child([])).toMatchObject({ asked: 1, unknown: 1, rate: null })
    const returns = [returned(first, lan, 'partly'), returned(second, bo, 'notDone')]
    expect(child(returns)).toMatchObject({ asked: 2, partly: 1, notDone: 1, unknown: 0, rate: 0.5 })
    const one = [returned(first, lan, 'done')]
    expect(child(one)).toMatchObject({ asked: 1, done: 1, unknown: 0, rate: 1 })
  })

  it('has no rate while nobody has said anything [GRP-31]', () => {
    const alone = countTaskReturns(listHomeTasks([first], []), [lan], [])
    expect(alone.map(({ rate }) => rate)).toEqual([null, null, null])
  })

  it('of one member counts tasks somebody has told about; the others are not known [GRP-31]', () => {
    const tasks = listHomeTasks([...meetings.slice(0, 2), makeMeeting(3, { form: 'parallel' })], [])
    expect(measurePractice(lan, tasks, [returned(first, lan, 'partly')])).toEqual({
      told: 1,
      practised: 1,
      unknown: 1,
    })
    expect(measurePractice(bo, tasks, [])).toEqual({ told: 0, practised: 0, unknown: 1 })
  })
})
