// Two phones without a network, and the server that hears of both.
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../kit/json.ts'
import { groupId, idOf, makeMeeting } from './cases/group-case.ts'
import { openGroupServer } from './cases/group-server.ts'
import { meeting, settleNumbers, type MeetingEntry } from './meeting.ts'
import { planExtraMeeting } from './plan-extra-meeting.ts'

const planned = [1, 2].map((no) =>
  makeMeeting(no, { state: 'planned', heldOn: null, minutes: null }),
)
const extra = {
  theme: '中秋',
  gathering: 'together' as const,
  plannedOn: '2026-04-01',
  plannedAt: '',
  place: '',
  minutes: 60,
}
const group = { id: groupId, onlineTool: '' }
const [older, newer] = [idOf('one phone'), idOf('other phone')].sort()
if (older === undefined || newer === undefined) throw new Error('no ids')
/** Each phone knows the programme's meetings, and nothing of the other's. */
const onOne = planExtraMeeting(group, planned, { ...extra, theme: 'A' }, older)
const onOther = planExtraMeeting(group, planned, { ...extra, theme: 'B' }, newer)

function add(server: ReturnType<typeof openGroupServer>, { id, ...fields }: MeetingEntry) {
  return server.create(meeting, id, fields)
}

async function serverWithGroup() {
  const server = openGroupServer()
  for (const one of planned) await add(server, one)
  return server
}

const shown = (meetings: readonly MeetingEntry[]) =>
  settleNumbers(meetings).map(({ no, theme }) => [no, theme])

describe('two phones that each add a meeting without a network [GRP-29]', () => {
  it('have added two: neither is lost or refused, and each is shown with its own number', async () => {
    const server = await serverWithGroup()
    expect([onOne.no, onOther.no]).toEqual([3, 3])
    expect(await add(server, onOther)).toEqual(['applied'])
    expect(await add(server, onOne)).toEqual(['applied'])
    expect(server.meetings()).toHaveLength(4)
    expect(shown(server.meetings())).toEqual([
      [1, 'Meeting 1'],
      [2, 'Meeting 2'],
      [3, 'A'],
      [4, 'B'],
    ])
    expect(shown(server.meetings().toReversed())).toEqual(shown(server.meetings()))
  })

  it('keep the numbers that they have from the day they are held, whichever was made first', async () => {
    const server = await serverWithGroup()
    await add(server, onOther)
    const input = { heldOn: '2026-05-01', minutes: 60 }
    const hold = (recordId: string, seen: JsonObject | null = null) =>
      server.push({ kind: 'meeting', recordId, verb: 'hold', input: { ...input, seen } })
    await hold(newer)
    await add(server, onOne)
    const before = shown(server.meetings())
    expect(before.slice(2)).toEqual([
      [3, 'B'],
      [4, 'A'],
    ])
    await server.push({
      kind: 'meeting',
      recordId: older,
      verb: 'callOff',
      input: { reason: 'weather' },
    })
    expect(
      server
        .meetings()
        .map(({ no }) => no)
        .sort(),
    ).toEqual([1, 2, 3, 4])
    expect(shown(server.meetings())).toEqual(before)
    await hold(older, { state: 'notHeld', callOffReason: 'weather' })
    expect(shown(server.meetings())).toEqual(before)
  })

  it('takes no number from the programme, and a third addition takes the next', async () => {
    const numbered = settleNumbers([...planned, onOne, { ...onOther, no: 2 }])
    expect(numbered.map(({ no, theme }) => [no, theme])).toEqual([
      [1, 'Meeting 1'],
      [2, 'Meeting 2'],
      [3, 'A'],
      [4, 'B'],
    ])
    expect(planExtraMeeting(group, numbered, extra, idOf('third')).no).toBe(5)
  })
})
