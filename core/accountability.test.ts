import { describe, expect, it } from 'vitest'
import { allKinds } from './kinds.ts'
import { deriveId } from './kit/ids.ts'
import { fieldsAsJson } from './kit/json-parse.ts'
import type { JsonObject } from './kit/json.ts'
import { foundIn } from './sync/find-needs.ts'
import { verbOf, type Found, type Kind, type VerbContext } from './sync/kind.ts'
import { classOfKind, describeProcessing } from './access/accountability/classify-kinds.ts'
import { disclosure } from './access/accountability/disclosure.ts'
import { incident, incidentSteps, stepsOwed } from './access/accountability/incident.ts'
import { listLetterParts } from './access/accountability/letter-parts.ts'
import {
  assessedRisks,
  assessmentQuestions,
  impactAssessment,
  keptUntil,
  openPoints,
  weighRisk,
} from './access/accountability/impact-assessment.ts'

const [chen, wu] = [deriveId('staff', 'Chen'), deriveId('staff', 'Wu')]
const now = '2026-03-03T01:00:00.000Z'
const context: VerbContext = {
  actor: { agencyId: 'a', staffId: chen, roles: ['agencyAdmin'] },
  now,
  today: '2026-03-03',
  claimedAt: now,
}
const nobody: Found = { of: () => [] }

function run(kind: Kind, before: JsonObject, verb: string, input: JsonObject = {}, found = nobody) {
  const outcome = verbOf(kind, verb)?.run(before, input, found, { ...context, recordId: wu })
  return outcome?.ok === true ? { ...before, ...outcome.value } : (outcome?.refusal.id ?? 'no verb')
}

function team(roles: readonly string[]): Found {
  const fields = { name: 'Wu', roles: [...roles], state: 'active' }
  const place = { kind: 'staff', id: wu, scope: 'agency', position: 1, version: 1 }
  return foundIn([{ ...place, fields, conflicts: [], trail: [], removed: false }])
}

describe('an incident', () => {
  const fresh = incident.read(
    fieldsAsJson({ sort: 'lostDevice', noticedAt: now, noticedById: chen }),
  )
  const through = {
    ...fresh,
    steps: { [now]: '已在设备列表里结束这台手机' },
    harm: 'possible' as const,
    authorityToldAt: now,
    families: { [deriveId('family')]: { telling: 'told' as const, on: '2026-03-03', words: '' } },
    lessons: '手机设锁屏',
  }

  it('owes stopping, weighing, the authority and what was learnt before it is closed [ACC-42]', () => {
    expect(stepsOwed(fresh)).toEqual([...incidentSteps])
    expect(run(incident, fieldsAsJson(fresh), 'close')).toBe('IncidentStepOwed')
    expect(run(incident, fieldsAsJson(through), 'close')).toMatchObject({
      state: 'closed',
      closedById: chen,
    })
  })

  it('owes every family word, or a reason why not [ACC-42]', () => {
    const family = deriveId('family')
    const settled = (families: typeof fresh.families) => stepsOwed({ ...through, families })
    expect(settled({ [family]: { telling: 'notYet', on: null, words: '' } })).toEqual([
      'tellFamilies',
    ])
    expect(settled({ [family]: { telling: 'notNeeded', on: null, words: ' ' } })).toEqual([
      'tellFamilies',
    ])
    expect(settled({ [family]: { telling: 'notNeeded', on: null, words: '整机加密' } })).toEqual([])
    expect(settled({})).toEqual(['tellFamilies'])
    expect(stepsOwed({ ...through, families: {}, harm: 'unlikely' })).toEqual([])
  })

  it('stays as it is once closed; reopened it goes on [ACC-42]', () => {
    const closed = { ...fieldsAsJson(through), state: 'closed' }
    expect(incident.rule({ ...closed, facts: 'x' }, closed, nobody, context)?.id).toBe(
      'IncidentIsClosed',
    )
    expect(run(incident, closed, 'reopen')).toMatchObject({ state: 'open', closedAt: null })
  })

  it('is reported in one’s own name, not ahead, and ends after it begins', () => {
    const problem = (fields: Partial<typeof fresh>) =>
      incident.rule(fieldsAsJson({ ...fresh, ...fields }), null, nobody, context)?.id
    expect(problem({})).toBeUndefined()
    expect(problem({ noticedById: wu })).toBe('NotYourOwnReport')
    expect(problem({ noticedAt: '2026-03-06T01:00:00.000Z' })).toBe('DateInFuture')
    expect(problem({ from: '2026-03-02', until: '2026-03-01' })).toBe('EndsBeforeStart')
  })
})

describe('the words for a family [ACC-42]', () => {
  const fresh = incident.read(
    fieldsAsJson({ sort: 'lostDevice', noticedAt: now, noticedById: chen }),
  )
  it('say only what has been done and is known, and wait until it is', () => {
    expect(listLetterParts(fresh, false)).toEqual({
      parts: ['greeting', 'happened', 'careful', 'yourRights', 'ask'],
      ready: false,
    })
    const known = { ...fresh, steps: { [now]: '已结束设备' }, dataClasses: ['identity' as const] }
    expect(listLetterParts(known, false).parts).toContain('mayHold')
    expect(listLetterParts(known, false).parts).not.toContain('authorityTold')
    expect(listLetterParts({ ...known, authorityToldAt: now }, false)).toMatchObject({
      ready: true,
    })
  })

  it('say in short nothing of what is on file', () => {
    const known = { ...fresh, steps: { [now]: '已结束设备' }, dataClasses: ['safety' as const] }
    expect(listLetterParts(known, true)).toEqual({
      parts: ['greeting', 'happened', 'stopped', 'careful', 'ask'],
      ready: true,
    })
  })
})

describe('an impact assessment', () => {
  const fresh = impactAssessment.read(
    fieldsAsJson({ title: '2026', reason: 'first', begunOn: '2026-03-01' }),
  )
  const low = {
    likelihood: 1,
    severity: 3,
    measures: '',
    likelihoodAfter: 1,
    severityAfter: 2,
  }
  const whole = {
    ...fresh,
    answers: Object.fromEntries(assessmentQuestions.map((one) => [one, '已说明'])),
    risks: Object.fromEntries(assessedRisks.map((one) => [one, low])),
    decision: 'proceed' as const,
  }
  const processing = fieldsAsJson({ processing: describeProcessing(allKinds) })

  it('is concluded once every question and risk is answered, and keeps what was held that day [ACC-40]', () => {
    expect(openPoints(fresh)).toHaveLength(assessmentQuestions.length + assessedRisks.length + 1)
    expect(run(impactAssessment, fieldsAsJson(fresh), 'conclude', processing)).toBe(
      'AssessmentNotComplete',
    )
    expect(run(impactAssessment, fieldsAsJson(whole), 'conclude', processing)).toMatchObject({
      state: 'concluded',
      concludedOn: '2026-03-03',
      concludedById: chen,
      ...processing,
    })
  })

  it('wants a measure for every risk that is not slight [ACC-40]', () => {
    const [risk] = assessedRisks
    const rated = (part: Partial<typeof low>) =>
      openPoints({ ...whole, risks: { ...whole.risks, [risk]: { ...low, ...part } } })
    expect(rated({ likelihood: 3 })).toEqual([risk])
    expect(rated({ likelihood: 3, measures: '只在社工设备上填' })).toEqual([])
    expect(weighRisk(2, 2)).toEqual({ weight: 4, level: 'middle' })
    expect(weighRisk(3, 3)).toEqual({ weight: 9, level: 'high' })
    expect(weighRisk(4, null)).toBeNull()
  })

  it('is not rewritten after it was concluded, and is kept for three years [ACC-40]', () => {
    const concluded = fieldsAsJson({ ...whole, state: 'concluded', concludedOn: '2026-03-03' })
    expect(
      impactAssessment.rule({ ...concluded, conclusion: 'x' }, concluded, nobody, context)?.id,
    ).toBe('AssessmentIsConcluded')
    expect(keptUntil({ concludedOn: '2026-03-03' })).toBe('2029-03-03')
    expect(keptUntil({ concludedOn: '2028-02-29' })).toBe('2031-03-01')
  })
})

describe('a request from outside', () => {
  const asked = disclosure.read(
    fieldsAsJson({
      askedOn: '2026-03-01',
      asker: 'village',
      organisation: '石桥村委会',
      proposedById: wu,
      ground: 'law',
      fields: '人数',
    }),
  )
  const decide = (before: typeof asked, outcome: string, found = nobody) =>
    run(disclosure, fieldsAsJson(before), 'decide', { outcome, words: '见法条' }, found)

  it('is decided by somebody else, once; alone only where nobody else may decide [ACC-43]', () => {
    expect(decide(asked, 'given')).toMatchObject({
      outcome: 'given',
      decidedById: chen,
      alone: false,
    })
    expect(decide({ ...asked, outcome: 'refused' }, 'given')).toBe('DisclosureIsDecided')
    const own = { ...asked, proposedById: chen }
    expect(decide(own, 'given', team(['supervisor']))).toBe('SecondPersonNeeded')
    expect(decide(own, 'given', team(['volunteer']))).toMatchObject({ alone: true })
  })

  it('gives nothing without a ground and the least fields; refusing needs neither [ACC-43]', () => {
    expect(decide({ ...asked, ground: 'none' }, 'given')).toBe('DisclosureWithoutGround')
    expect(decide({ ...asked, ground: null }, 'partly')).toBe('DisclosureWithoutGround')
    expect(decide({ ...asked, fields: '' }, 'given')).toBe('DisclosureWithoutFields')
    expect(decide({ ...asked, ground: null }, 'refused')).toMatchObject({ outcome: 'refused' })
  })

  it('hands over what was agreed to and no more [ACC-43]', () => {
    const problem = (after: Partial<typeof asked>, before: typeof asked) =>
      disclosure.rule(fieldsAsJson({ ...before, ...after }), fieldsAsJson(before), nobody, context)
        ?.id
    expect(problem({ handedOn: '2026-03-02' }, asked)).toBe('DisclosureNotAgreed')
    const agreed = { ...asked, outcome: 'given' as const }
    expect(problem({ handedOn: '2026-03-02' }, agreed)).toBeUndefined()
    expect(problem({ fields: '姓名、电话' }, agreed)).toBe('DisclosureIsDecided')
  })
})

describe('the record of processing', () => {
  it('knows the class of every kind of record', () => {
    expect(allKinds.map(({ name }) => name).filter((name) => classOfKind(name) === null)).toEqual(
      [],
    )
  })

  it('names readers by the policy: an administrator reads no case notes, a researcher no identity', () => {
    const lines = describeProcessing(allKinds)
    const readers = (name: string) => lines.find(({ dataClass }) => dataClass === name)?.readers
    expect(readers('caseNotes')).toEqual(['supervisor', 'socialWorker', 'childrensDirector'])
    expect(readers('identity')).not.toContain('researcher')
    expect(readers('safety')).toEqual(['supervisor'])
    expect(lines.find(({ dataClass }) => dataClass === 'safety')?.ownOnly).toContain('volunteer')
    expect(lines.find(({ dataClass }) => dataClass === 'interviews')?.sealedFields).toBeGreaterThan(
      0,
    )
  })
})
