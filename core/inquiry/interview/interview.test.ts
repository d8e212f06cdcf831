import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../kit/json.ts'
import { foundIn } from '../../sync/find-needs.ts'
import {
  childEntry,
  consentEntry,
  contextOf,
  entryOf,
  idOf,
  interviewEntry,
  interviewFields,
} from '../coding/cases/coding-world.ts'
import { interview } from './interview.ts'
import { transcript, transcriptId } from './transcript.ts'

const worker = contextOf('worker')
const agreed = [childEntry, consentEntry('assessment')]

function judge(fields: JsonObject, around = agreed): string | null {
  const entry = entryOf(interview, idOf('new'), { ...interviewFields, ...fields })
  return interview.rule(entry.fields, null, foundIn(around), worker)?.id ?? null
}

describe('an interview', () => {
  it('lies in the family’s file, or with the agency when it is about no family [INQ-30]', () => {
    expect(interviewEntry.scope).toBe(`family:${idOf('family')}`)
    const village = entryOf(interview, idOf('village'), {
      role: 'village',
      interviewerId: idOf('worker'),
    })
    expect(village.scope).toBe('agency')
  })

  it('names the child it concerns, and people of its own family only [INQ-30]', () => {
    expect(judge({})).toBeNull()
    expect(judge({ childId: null })).toBe('InterviewNeedsChild')
    expect(judge({ respondentId: idOf('stranger') })).toBe('NotInThisFamily')
    const alone = { familyId: null, childId: null, respondentId: null }
    expect(judge(alone, [])).toBe('InterviewNeedsFamily')
    expect(judge({ ...alone, role: 'village' }, [])).toBeNull()
    expect(judge({ ...alone, role: 'village', childId: idOf('child') }, [])).toBe('NotInThisFamily')
  })

  it('is written while the child’s consent holds, and not about a day ahead [INQ-30]', () => {
    expect(judge({}, [childEntry])).toBe('ConsentNotAsked')
    expect(judge({ heldOn: '2026-03-11' })).toBe('DateInFuture')
  })

  it('keeps no words of somebody who did not want to talk [INQ-30]', () => {
    expect(judge({ agreed: 'refused' })).toBeNull()
    expect(judge({ agreed: 'refused', notes: { q1: 'said nothing' } })).toBe('RespondentDeclined')
    const entry = entryOf(transcript, transcriptId(idOf('interview')), {
      interviewId: idOf('interview'),
      familyId: idOf('family'),
    })
    const declined = entryOf(interview, idOf('interview'), {
      ...interviewFields,
      agreed: 'refused',
    })
    const around = foundIn([declined, consentEntry('assessment')])
    expect(transcript.rule(entry.fields, null, around, worker)?.id).toBe('RespondentDeclined')
  })
})

describe('a recording', () => {
  const attach = (around = agreed, fields: JsonObject = {}) => {
    const before = entryOf(interview, idOf('interview'), { ...interviewFields, ...fields })
    const verb = interview.verbs['attachAudio']
    const outcome = verb?.run(before.fields, { fileId: idOf('audio') }, foundIn(around), worker)
    return outcome?.ok === false ? outcome.refusal.id : outcome?.value
  }

  it('is attached only with consent to record [INQ-31]', () => {
    expect(attach()).toBe('ConsentNotAsked')
    const recording = [...agreed, consentEntry('recording')]
    expect(attach(recording)).toEqual({ audioFileId: idOf('audio') })
    expect(attach(recording, { agreed: 'refused' })).toBe('RespondentDeclined')
    const withdrawn = [...agreed, consentEntry('recording', { withdrawnOn: '2026-03-01' })]
    expect(attach(withdrawn)).toBe('ConsentWithdrawn')
  })

  it('can be let go also when every consent is withdrawn [INQ-31]', () => {
    const before = entryOf(interview, idOf('interview'), {
      ...interviewFields,
      audioFileId: idOf('audio'),
    })
    const gone = interview.verbs['detachAudio']?.run(before.fields, {}, foundIn([]), worker)
    expect(gone).toEqual({ ok: true, value: { audioFileId: null } })
    const after = { ...before.fields, audioFileId: null }
    expect(interview.rule(after, before.fields, foundIn([]), worker)).toBeNull()
  })
})

describe('a transcript', () => {
  it('lies where its interview lies [INQ-30]', () => {
    const judgeText = (fields: JsonObject) => {
      const entry = entryOf(transcript, transcriptId(idOf('interview')), {
        interviewId: idOf('interview'),
        lines: { k0001: '社工：你好' },
        ...fields,
      })
      const around = foundIn([interviewEntry, ...agreed])
      return transcript.rule(entry.fields, null, around, worker)?.id ?? null
    }
    expect(judgeText({ familyId: idOf('family') })).toBeNull()
    expect(judgeText({})).toBe('NotInThisFamily')
    expect(judgeText({ familyId: idOf('family'), interviewId: idOf('other') })).toBe(
      'InterviewMissing',
    )
  })

  it('takes no line breaks within a line', () => {
    const parsed = transcript.parse({ interviewId: idOf('interview'), lines: { k0001: 'a\nb' } })
    expect(parsed.ok).toBe(false)
  })
})
