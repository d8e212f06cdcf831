import { describe, expect, it } from 'vitest'
import { meetingRecord, type MeetingRecord } from './meeting-record.ts'
import { compareWritten, isUnchanged, lastSeenVersion } from './meeting-record-changes.ts'
import { context, idOf } from './cases/group-case.ts'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { foundIn } from '../sync/find-needs.ts'

const supervisor = { ...context.actor, staffId: idOf('supervisor') }
const handedIn: MeetingRecord = meetingRecord.read({
  groupId: idOf('group'),
  meetingId: idOf('meeting'),
  strand: 'child',
  goalAttainment: '五个孩子说出了一件事。两个没有说。',
  evidence: '看了记录卡。',
  ticks: { a: { state: 'done' } },
  state: 'submitted',
  submittedOn: '2026-05-20',
  submissions: 1,
})

function run(record: MeetingRecord, verb: string, input: Parameters<typeof fieldsAsJson>[0] = {}) {
  const outcome = meetingRecord.verbs[verb]?.run(
    fieldsAsJson(record),
    fieldsAsJson(input),
    foundIn([]),
    { ...context, actor: supervisor },
  )
  if (outcome?.ok !== true) return outcome?.refusal.id ?? 'no verb'
  return meetingRecord.read({ ...fieldsAsJson(record), ...outcome.value })
}

function outcomeOf(record: MeetingRecord, verb: string, input: object = {}): MeetingRecord {
  const changed = run(record, verb, input)
  if (typeof changed === 'string') throw new Error(changed)
  return changed
}

describe('that a supervisor has seen a record [GRP-48]', () => {
  const seen = outcomeOf(handedIn, 'markSeen', { submission: 1 })

  it('carries the day and the name, and leaves what was handed in as it is', () => {
    expect(seen).toMatchObject({ seenOn: context.today, seenById: supervisor.staffId })
    const [before, now] = [fieldsAsJson(handedIn), fieldsAsJson(seen)]
    expect(meetingRecord.rule(now, before, foundIn([]), context)).toBeNull()
    const rewritten = fieldsAsJson({ ...seen, evidence: 'another word' })
    expect(meetingRecord.rule(rewritten, before, foundIn([]), context)?.id).toBe('RecordSubmitted')
  })

  it('ends when the record is given back, and the version keeps that it was seen', () => {
    const back = outcomeOf(seen, 'reopen', { comment: '写清楚是谁' })
    expect(back).toMatchObject({ seenOn: null, seenById: null, state: 'draft' })
    expect(back.versions).toMatchObject([
      { seenOn: context.today, seenById: supervisor.staffId, ticks: { a: { state: 'done' } } },
    ])
    expect(lastSeenVersion(back)).toEqual(back.versions[0])
    expect(lastSeenVersion(seen)).toBeNull()
    expect(lastSeenVersion(handedIn)).toBeNull()
  })

  it('is not said of a draft, nor of what was handed in anew meanwhile', () => {
    expect(run(handedIn, 'markSeen', { submission: 0 })).toBe('RecordChangedSince')
    const draft = { ...handedIn, state: 'draft' as const }
    expect(run(draft, 'markSeen', { submission: 1 })).toBe('RecordNotHandedIn')
  })
})

describe('what changed between two versions [GRP-48]', () => {
  it('is told sentence by sentence, with what stayed, went and came', () => {
    const now = {
      ...handedIn,
      goalAttainment: '五个孩子说出了一件事。小石后来也说了。\n共 3.5 分钟。',
    }
    expect(compareWritten(handedIn, now).texts).toEqual([
      {
        field: 'goalAttainment',
        passages: [
          { words: '五个孩子说出了一件事。', fate: 'kept' },
          { words: '两个没有说。', fate: 'gone' },
          { words: '小石后来也说了。', fate: 'new' },
          { words: '共 3.5 分钟。', fate: 'new' },
        ],
      },
    ])
  })

  it('counts ticks and key events that differ, and says nothing of what an older version did not keep', () => {
    const event = { at: '15:10', who: '小石', seen: '', said: '', response: '' }
    const now: MeetingRecord = {
      ...handedIn,
      ticks: { a: { state: 'changed', reason: '停电' }, b: { state: 'done', reason: '' } },
      keyEvents: { one: event },
    }
    expect(compareWritten(handedIn, now)).toEqual({ texts: [], ticks: 2, keyEvents: 1 })
    const old = { ...handedIn, ticks: null, keyEvents: null }
    expect(compareWritten(old, now)).toEqual({ texts: [], ticks: null, keyEvents: null })
    expect(isUnchanged(compareWritten(handedIn, handedIn))).toBe(true)
    expect(isUnchanged(compareWritten(handedIn, now))).toBe(false)
  })
})
