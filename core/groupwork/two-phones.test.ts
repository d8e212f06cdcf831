// Two phones at one meeting, one of them without a network: what comes late is neither lost nor lays itself over the other's.
import { describe, expect, it } from 'vitest'
import { fieldsAsJson } from '../kit/json-parse.ts'
import type { JsonObject } from '../kit/json.ts'
import { diffFields } from '../sync/merge.ts'
import { placeAt } from './at-meeting.ts'
import { attendance, attendanceId } from './attendance.ts'
import { homeTaskReturn, homeTaskReturnId } from './between/home-task-return.ts'
import { entryOf, groupId, idOf, makeSeat, meetingFields } from './cases/group-case.ts'
import { openGroupServer, seatEntries } from './cases/group-server.ts'
import { freeAttendanceId, newAttendance, presenceOf } from './mark-attendance.ts'
import { meetingRecord, meetingRecordId } from './meeting-record.ts'
import { meeting, meetingId } from './meeting.ts'

const at = meetingId(groupId, 1)
const child = makeSeat('lan', 'family A', 'child')

function openServer(fields: JsonObject = {}) {
  return openGroupServer([
    ...seatEntries(child, { name: 'lan', family: 'family A' }),
    entryOf(meeting, at, meetingFields(1, fields)),
  ])
}

const hold = (heldOn: string, minutes: number, seen: JsonObject | null = null) => ({
  kind: 'meeting',
  recordId: at,
  verb: 'hold',
  input: { heldOn, minutes, seen },
})
const callOff = (reason: string, seen: JsonObject | null = null) => ({
  kind: 'meeting',
  recordId: at,
  verb: 'callOff',
  input: { reason, seen },
})
const ofGroup = (verb: string, input: JsonObject = {}) => ({
  kind: 'supportGroup',
  recordId: groupId,
  verb,
  input,
})

describe('that a meeting was held', () => {
  it('is not overwritten by a phone that has not seen it, with another day or as called off [GRP-56]', async () => {
    const server = openServer()
    expect(await server.push(hold('2026-03-07', 90))).toEqual(['applied'])
    expect(await server.push(hold('2026-03-08', 60))).toEqual(['MeetingHeldMeanwhile'])
    expect(await server.push(callOff('weather'))).toEqual(['MeetingHeldMeanwhile'])
    expect(server.fieldsOf('meeting', at)).toMatchObject({
      state: 'held',
      heldOn: '2026-03-07',
      minutes: 90,
    })
  })

  it('is corrected by whoever sees what stands there, and said alike by two it stands [GRP-56]', async () => {
    const server = openServer()
    await server.push(hold('2026-03-07', 90))
    expect(await server.push(hold('2026-03-07', 90))).toEqual(['applied'])
    const seen = { state: 'held', heldOn: '2026-03-07', minutes: 90 }
    expect(await server.push(hold('2026-03-08', 60, seen))).toEqual(['applied'])
    expect(await server.push(hold('2026-03-09', 30, seen))).toEqual(['MeetingHeldMeanwhile'])
    expect(server.fieldsOf('meeting', at)).toMatchObject({ heldOn: '2026-03-08', minutes: 60 })
  })

  it('does not replace that it was called off, unless that was seen [GRP-56]', async () => {
    const server = openServer()
    await server.push(callOff('weather'))
    expect(await server.push(hold('2026-03-07', 90))).toEqual(['MeetingCalledOffMeanwhile'])
    expect(await server.push(callOff('illness'))).toEqual(['MeetingCalledOffMeanwhile'])
    const seen = { state: 'notHeld', callOffReason: 'weather' }
    expect(await server.push(hold('2026-03-07', 90, seen))).toEqual(['applied'])
  })
})

describe('a phone that was without a network when the group was closed', () => {
  it('still brings a meeting of a day on which it ran, and corrects one [GRP-11]', async () => {
    const server = openServer()
    expect(await server.push(ofGroup('close', { closedOn: '2026-05-01' }))).toEqual(['applied'])
    expect(await server.push(hold('2026-05-02', 90))).toEqual(['GroupNotRunning'])
    expect(await server.push(hold('2026-03-07', 90))).toEqual(['applied'])
    const seen = { state: 'held', heldOn: '2026-03-07', minutes: 90 }
    expect(await server.push(hold('2026-03-08', 90, seen))).toEqual(['applied'])
  })

  it('brings the start of a group with its first meeting, though another phone has started it [GRP-4]', async () => {
    const server = openServer()
    const id = idOf('bundle')
    const parts = [ofGroup('start', { startedOn: '2026-03-07' }), hold('2026-03-07', 90)]
    const bundled = parts.map((part) => ({ ...part, bundle: { id, of: parts.length } }))
    expect(await server.pushAll(bundled)).toEqual(['applied', 'applied'])
    expect(server.fieldsOf('supportGroup', groupId)).toMatchObject({ startedOn: '2026-03-01' })
  })

  it('finds a group running that a supervisor has opened again [GRP-57]', async () => {
    const server = openServer()
    expect(await server.push(ofGroup('reopen'))).toEqual(['GroupNotClosed'])
    await server.push(ofGroup('close', { closedOn: '2026-05-01' }))
    expect(await server.push(ofGroup('reopen'))).toEqual(['applied'])
    expect(server.fieldsOf('supportGroup', groupId)).toMatchObject({
      state: 'running',
      startedOn: '2026-03-01',
      closedOn: null,
    })
    expect(await server.push(hold('2026-05-02', 90))).toEqual(['applied'])
  })
})

describe('a form that two phones fill in without knowing of each other', () => {
  const rowId = attendanceId(at, child.personId)
  const fresh = newAttendance(at, child, presenceOf('inPerson'))

  it('says nothing where it was not touched: who had more to say is not contradicted [S07]', async () => {
    const server = openServer()
    await server.create(attendance, rowId, fresh)
    const more = { lateMinutes: 15, note: 'bus', leftEarly: true }
    await server.push({
      kind: 'attendance',
      recordId: rowId,
      verb: 'edit',
      fields: diffFields(attendance, fieldsAsJson(fresh), fieldsAsJson({ ...fresh, ...more })),
    })
    expect(await server.create(attendance, rowId, fresh)).toEqual(['applied'])
    expect(server.contested('attendance', rowId)).toEqual([])
    expect(server.fieldsOf('attendance', rowId)).toMatchObject(more)
  })

  it('adds what the other left untouched, and both values stay where both said something [S07]', async () => {
    const server = openServer()
    await server.create(attendance, rowId, { ...fresh, lateMinutes: 10 })
    const answers = await server.create(attendance, rowId, {
      ...fresh,
      lateMinutes: 15,
      note: 'bus',
    })
    expect(answers).toEqual(['applied'])
    expect(server.contested('attendance', rowId)).toEqual(['lateMinutes'])
    expect(server.fieldsOf('attendance', rowId)).toMatchObject({ lateMinutes: 10, note: 'bus' })
  })

  it('keeps who was there and who was not as two values that belong together [GRP-13]', async () => {
    const server = openServer()
    await server.create(attendance, rowId, newAttendance(at, child, presenceOf('absent')))
    await server.create(attendance, rowId, fresh)
    expect(server.contested('attendance', rowId)).toEqual(['presence', 'absenceReason'])
    expect(server.fieldsOf('attendance', rowId)).toMatchObject({ presence: 'absent' })
  })

  it('is refused where the mark was taken back, and entered anew under the next id [GRP-27]', async () => {
    const server = openServer()
    await server.create(attendance, rowId, newAttendance(at, child, presenceOf('absent')))
    await server.push({ kind: 'attendance', recordId: rowId, verb: 'remove' })
    expect(await server.create(attendance, rowId, fresh)).toEqual(['RecordRemoved'])
    const next = freeAttendanceId(at, child.personId, (id) => id === rowId)
    expect(await server.create(attendance, next, fresh)).toEqual(['applied'])
  })

  it('is not handed in while two versions stand beside each other [GRP-16]', async () => {
    const server = openServer({ state: 'held', heldOn: '2026-03-07', minutes: 60 })
    const id = meetingRecordId(at, 'joint')
    const written = { groupId, meetingId: at, strand: 'joint', goalAttainment: 'Seven of eight' }
    await server.create(meetingRecord, id, { ...written, evidence: 'Seven said it.' })
    await server.create(meetingRecord, id, { ...written, evidence: 'Six said it.' })
    expect(server.contested('meetingRecord', id)).toEqual(['evidence'])
    const submit = { kind: 'meetingRecord', recordId: id, verb: 'submit' }
    expect(await server.push(submit)).toEqual(['RecordUndecided'])
    const seen = server.offersOf('meetingRecord', id)
    const fields = { evidence: { from: 'Seven said it.', to: 'Six said it.' } }
    await server.push({ ...submit, verb: 'resolve', input: { seen }, fields })
    expect(await server.push(submit)).toEqual(['applied'])
  })

  it('asks of a home task only where two said different things [GRP-31]', async () => {
    const server = openServer({ state: 'held', heldOn: '2026-03-07', minutes: 60 })
    const id = homeTaskReturnId(at, child.id)
    const told = { ...placeAt(at, child), state: 'done' }
    const byWorker = { ...told, toldBy: 'worker', toldOn: '2026-05-30' }
    expect(await server.create(homeTaskReturn, id, byWorker)).toEqual(['applied'])
    const byFamily = { ...told, toldBy: 'family', toldOn: '2026-06-01', words: 'we sang' }
    await server.create(homeTaskReturn, id, byFamily)
    expect(server.fieldsOf('homeTaskReturn', id)).toMatchObject({ words: 'we sang' })
    expect(server.contested('homeTaskReturn', id)).toEqual(['toldBy', 'toldOn'])
  })
})
