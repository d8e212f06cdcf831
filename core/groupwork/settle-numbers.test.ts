// Two phones without a network, and the server that hears of both.
import { describe, expect, it } from 'vitest'
import { fieldsAsJson } from '../kit/json-parse.ts'
import type { JsonObject } from '../kit/json.ts'
import { applyBatch } from '../sync/apply.ts'
import type { Change } from '../sync/change.ts'
import { createMemoryStore } from '../sync/cases/memory-store.ts'
import { context, groupEntry, groupId, idOf, makeMeeting } from './cases/group-case.ts'
import { meeting, settleNumbers, type MeetingEntry } from './meeting.ts'
import { planExtraMeeting } from './plan-extra-meeting.ts'
import { supportGroup } from './support-group.ts'

const kinds = [meeting, supportGroup]
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

function openServer() {
  const store = createMemoryStore(idOf('epoch'))
  const ground = store.begin('2026-06-01T08:00:00Z')
  ground.port.put(groupEntry())
  ground.commit()
  let seq = 0
  const { actor, today } = context
  const push = async (parts: Pick<Change, 'kind' | 'recordId' | 'verb'> & Partial<Change>) => {
    seq += 1
    const change: Change = {
      id: idOf(`change ${seq}`),
      input: {},
      fields: {},
      bundle: null,
      deviceSeq: seq,
      schemaVersion: 1,
      actorId: actor.staffId,
      deviceId: idOf('device'),
      claimedAt: '2026-06-01T08:00:00Z',
      ...parts,
    }
    const { port, commit } = store.begin('2026-06-01T08:00:00Z')
    const gate = { now: context.now, today, actorOf: async () => actor, allows: async () => null }
    const kindByName = (name: string) => kinds.find((kind) => kind.name === name) ?? null
    const { answers } = await applyBatch({ port, gate, kindByName }, [change])
    commit()
    return answers.map((answer) => ('refusal' in answer ? answer.refusal.id : answer.status))
  }
  const create = (kind: string, recordId: string, fields: JsonObject) =>
    push({
      kind,
      recordId,
      verb: 'create',
      fields: Object.fromEntries(
        Object.entries(fields).map(([field, to]) => [field, { from: null, to }]),
      ),
    })
  const meetings = () =>
    [...store.state().entries.values()]
      .filter(({ kind }) => kind === 'meeting')
      .map((entry) => meeting.readEntry(entry))
  return { push, create, meetings }
}

function add(server: ReturnType<typeof openServer>, { id, ...fields }: MeetingEntry) {
  return server.create('meeting', id, fieldsAsJson(fields))
}

async function serverWithGroup() {
  const server = openServer()
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
    const hold = (recordId: string) =>
      server.push({ kind: 'meeting', recordId, verb: 'hold', input })
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
    await hold(older)
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
