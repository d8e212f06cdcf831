// A small invented world for rule tests: one family, one child, a mother far away, one short questionnaire, one wave.
import type { Consent } from '../../families/consent.ts'
import type { Pair } from '../../families/pair.ts'
import type { Entry } from '../../sync/entry.ts'
import { foundIn } from '../../sync/find-needs.ts'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import type { Found, VerbSetting } from '../../sync/kind.ts'
import { instrument, type Instrument } from '../instrument.ts'
import { wave, type Wave } from '../wave.ts'

export const today = '2026-03-10'

export const context: VerbSetting = {
  recordId: '0199f000-0000-8000-8000-00000000000f',
  actor: { agencyId: idOf(1), staffId: idOf(2), roles: ['socialWorker'] },
  now: `${today}T08:00:00Z`,
  today,
  claimedAt: `${today}T08:00:00Z`,
}

export const ids = {
  family: idOf(10),
  child: idOf(11),
  mother: idOf(12),
  pair: idOf(13),
  otherPair: idOf(14),
  wave: idOf(20),
  survey: idOf(21),
  instrument: idOf(30),
}

export function idOf(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
}

export function draftInstrument(changes: Record<string, unknown> = {}): Instrument {
  return instrument.read(
    fieldsAsJson({
      code: 'three-questions',
      version: '1',
      title: { en: 'Three questions' },
      respondent: 'child',
      target: 'parent',
      licence: { status: 'ours' },
      provenance: {},
      validation: { status: 'notValidated' },
      responseSets: [{ id: 'five', min: 1, max: 5 }],
      items: [
        {
          id: 'q1',
          number: 1,
          text: { en: 'We talk.' },
          response: { kind: 'choice', set: 'five' },
          required: true,
        },
        {
          id: 'q2',
          number: 2,
          text: { en: 'We do not talk.' },
          response: { kind: 'choice', set: 'five' },
        },
      ],
      subscales: [
        {
          id: 'talk',
          title: { en: 'Talk' },
          items: ['q1', 'q2'],
          scoring: 'sum',
          direction: 'higherIsBetter',
        },
      ],
      ...changes,
    }),
  )
}

export function publishedInstrument(changes: Record<string, unknown> = {}): Instrument {
  return draftInstrument({ state: 'published', ...changes })
}

export function openWave(changes: Partial<Wave> = {}): Wave {
  return {
    ...wave.read({
      title: 'Before the group',
      phase: 'before',
      instrumentIds: [ids.instrument],
      opensOn: '2026-03-01',
    }),
    ...changes,
  }
}

export function givenConsent(changes: Partial<Consent> = {}): Consent {
  return {
    familyId: ids.family,
    subjectId: ids.child,
    subjectBornOn: null,
    purpose: 'assessment',
    textVersion: '1',
    language: 'zh-CN',
    readAloud: false,
    decision: 'given',
    givenById: ids.mother,
    decidedOn: '2026-03-01',
    proof: 'link',
    proofFileId: null,
    witness: '',
    relation: 'mother',
    decidedAt: null,
    validUntil: null,
    assent: { answer: 'given', on: null, how: '', view: '' },
    withdrawnOn: null,
    withdrawnBy: '',
    withdrawnWay: null,
    withdrawnWords: '',
    ruling: null,
    setAsideOn: null,
    guardianUntil: null,
    yieldsSince: null,
    isNews: false,
    ...changes,
  }
}

export const motherAndChild: Pair = {
  familyId: ids.family,
  childId: ids.child,
  adultId: ids.mother,
  relation: 'mother',
}

export function entryOf(kind: string, id: string, fields: object): Entry {
  return {
    kind,
    id,
    scope: 'agency',
    position: 1,
    version: 1,
    fields: fieldsAsJson(fields),
    conflicts: [],
    trail: [],
    removed: false,
  }
}

export interface World {
  readonly instrument?: Instrument
  readonly wave?: Wave
  readonly survey?: Wave
  readonly consents?: readonly Consent[]
}

export function foundWith(world: World = {}): Found {
  const consents = world.consents ?? [givenConsent()]
  return foundIn([
    entryOf('instrument', ids.instrument, world.instrument ?? publishedInstrument()),
    entryOf('wave', ids.wave, world.wave ?? openWave()),
    entryOf('wave', ids.survey, world.survey ?? openWave({ subject: 'codes', phase: 'survey' })),
    entryOf('pair', ids.pair, motherAndChild),
    entryOf('pair', ids.otherPair, { ...motherAndChild, childId: idOf(99) }),
    ...consents.map((consent, index) => entryOf('consent', idOf(40 + index), consent)),
  ])
}
