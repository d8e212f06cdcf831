import { describe, expect, it } from 'vitest'
import { caseConference, listOpenDecisions } from '../../core/casework/case-conference.ts'
import { caseContact, daysWrittenLate } from '../../core/casework/case-contact.ts'
import { caseFile } from '../../core/casework/case-file.ts'
import { caseFollowUp } from '../../core/casework/case-follow-up.ts'
import { findJudgingWords } from '../../core/inquiry/observation/judging-words.ts'
import { draftCase } from './sample-case.ts'
import { layGround, type SampleDraft } from './sample-ground.ts'
import { readSample } from './sample-parse.ts'

const [agencyId, workerId] = [
  '0198a000-0000-7000-8000-000000000001',
  '0198a000-0000-7000-8000-000000000002',
]

describe.each(['zh-CN', 'en'] as const)('the case of the sample village in %s', (language) => {
  const sample = readSample(language)
  const ground = layGround(sample, agencyId, workerId, '2026-06-01')
  const drafts = draftCase(sample.case, ground)
  const made = (kind: SampleDraft['kind']) =>
    drafts.flatMap((one) => (one.kind === kind && one.verb === 'create' ? [one.fields ?? {}] : []))

  it('stands beside the group of the same child', () => {
    const { child } = sample.case
    expect(sample.groups.some(({ seats }) => seats.some(({ who }) => who === child))).toBe(true)
  })

  it('has five contacts, facts without judging words, one written late and some for a goal [CAS-5, CAS-7]', () => {
    const contacts = made(caseContact).map((fields) => caseContact.read(fields))
    expect(contacts).toHaveLength(5)
    expect(contacts.flatMap(({ facts }) => findJudgingWords(facts))).toEqual([])
    expect(contacts.filter((one) => daysWrittenLate(one) > 0)).toHaveLength(1)
    expect(contacts.map(({ goalIds }) => goalIds.length)).toEqual([0, 0, 1, 2, 1])
  })

  it('has a conference with a decision still open, a closing that is asked for, and follow-ups ahead [CAS-3, CAS-9, CAS-13]', () => {
    const [conference] = made(caseConference).map((fields) => caseConference.read(fields))
    const finished = drafts.filter(({ kind, verb }) => kind === caseConference && verb === 'finish')
    expect(conference === undefined ? [] : listOpenDecisions(conference)).toHaveLength(3)
    expect(finished).toHaveLength(2)
    expect(drafts.filter(({ kind, verb }) => kind === caseFile && verb === 'close')).toHaveLength(1)
    const days = made(caseFollowUp).map((fields) => caseFollowUp.read(fields).plannedOn)
    expect(days.every((day) => day > '2026-06-01')).toBe(true)
  })
})
