import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actionPolicy } from '../../core/access/policy.ts'
import { consent, consentPurposes } from '../../core/families/consent.ts'
import { groundOfKind, useOfAction, useOfPaper } from '../../core/families/consent-table.ts'
import type { Stop } from '../../core/families/purpose-effects.ts'
import { allKinds, kindByName } from '../../core/kinds.ts'
import { fieldsAsJson } from '../../core/kit/json-parse.ts'
import type { JsonObject } from '../../core/kit/json.ts'
import type { Entry } from '../../core/sync/entry.ts'
import { foundIn } from '../../core/sync/find-needs.ts'
import type { Kind, Need } from '../../core/sync/kind.ts'
import { pullRequestShape } from '../../core/sync/pull.ts'
import { forms } from '../../core/paperwork/form-template.ts'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { readFeed } from '../records/pull.ts'
import { draftSample, plantSample, readShelf } from './sample.ts'
import { readSample } from './sample-parse.ts'

/** Kinds of which the sample village holds none that could be written today: the test that proves the rule for them. */
const provedElsewhere: Readonly<Record<string, Proof>> = {
  noContact: [
    'core/contact/contact-records.test.ts',
    'without consent to be served nothing of contact is kept [CON-1, FAM-47]',
  ],
  contactMatch: [
    'core/contact/contact-records.test.ts',
    'without consent to be served nothing of contact is kept [CON-1, FAM-47]',
  ],
  pledge: [
    'core/contact/contact-records.test.ts',
    'without consent to be served nothing of contact is kept [CON-1, FAM-47]',
  ],
  contactPlan: [
    'core/contact/contact-plan.test.ts',
    'is kept with consent to be served, of a pair of this family [CPL-1]',
  ],
  cardShown: [
    'core/contact/card-shown.test.ts',
    'was given on a day that has come, with consent to be served',
  ],
  familyPaperEntry: [
    'core/inquiry/paper/family-paper-entry.test.ts',
    'asks what every sheet of a family asks [INQ-25]',
  ],
  waveReminder: [
    'core/inquiry/wave-reminder.test.ts',
    'belongs to an open wave of known people and to consent that holds [INQ-24]',
  ],
  codedSpan: [
    'core/inquiry/coding/coding.test.ts',
    'is made while the child’s consent holds [INQ-30]',
  ],
  caseFile: [
    'core/casework/case-file.test.ts',
    'is kept with consent to serve this child, and not written on after a withdrawal',
  ],
  caseContact: [
    'core/casework/case-contact.test.ts',
    'belongs to a case that may be worked, written by whoever held it',
  ],
  caseFollowUp: [
    'core/casework/case-contact.test.ts',
    'belongs to a case that may be worked, written by whoever held it',
  ],
  caseConference: [
    'core/casework/case-conference.test.ts',
    'is written by whoever writes it, on a day that has come, and says something',
  ],
  transfer: [
    'core/casework/transfer/transfer.test.ts',
    'rests on consent to exactly this, also of the day it is handed over [TRF-3] [TRF-5]',
  ],
}

type Proof = readonly [file: string, name: string]

/** What the screen says will stop, and the test that shows it stops. */
const proofOfStop: Readonly<Record<Stop, Proof>> = {
  newFacts: [
    'core/families/family-kinds.test.ts',
    'keeps what is already held when consent is withdrawn, and may lose it, but gains nothing (FAM-4)',
  ],
  contactLog: here(),
  cases: [
    'core/casework/case-file.test.ts',
    'is kept with consent to serve this child, and not written on after a withdrawal',
  ],
  questionnaires: here(),
  counting: [
    'core/evaluation/survey/survey-of-families.test.ts',
    'holds what was handed in, of families at hand, whose consent holds',
  ],
  talks: here(),
  profile: here(),
  groupSeat: [
    'core/groupwork/seat.test.ts',
    'is refused without it, after a refusal, a withdrawal, or against the child’s wish [GRP-7]',
  ],
  groupNotes: here(),
  links: [
    'server/app/family-pages.test.ts',
    '[FAM-10] without consent the answers are kept but do not count, and the page says so',
  ],
  photos: [
    'core/paperwork/papers/photo-ledger.test.ts',
    'a child whose consent to photographs is taken back stands as withdrawn from that day on',
  ],
  recording: [
    'server/app/interview-audio.test.ts',
    'a recording comes in, is attached and heard only with consent to record, not after it is withdrawn, and goes when nobody holds it [INQ-31]',
  ],
  recordingsDeleted: [
    'server/app/interview-audio.test.ts',
    'a recording that is taken away goes after a day, one in a file under a legal hold stays unheard [INQ-31, FAM-33]',
  ],
  telling: [
    'core/families/consent-state.test.ts',
    'the older point of school and village speaks for both, and for nobody else (FAM-44)',
  ],
  funderLine: [
    'core/paperwork/file-box/build-file-box.test.ts',
    'outside readers cannot find one member again from text to text [PAP-12]',
  ],
  handover: [
    'core/casework/transfer/transfer.test.ts',
    'rests on consent to exactly this, also of the day it is handed over [TRF-3] [TRF-5]',
  ],
  researchRows: [
    'core/evaluation/consented-sheets.test.ts',
    'what leaves for research asks for that purpose besides (EVA-16)',
  ],
}

function here(): Proof {
  return [
    'server/app/consent-obeyed.test.ts',
    'nothing new is written that rests on it, and what rests on another goes on (P02, P06, FAM-47)',
  ]
}

/** A referral is drafted in order to ask for the consent that it rests on: it is stopped where it is approved and handed over. */
const stoppedAtAStep: readonly string[] = ['transfer']

const refusals = [
  ...['ConsentNotAsked', 'ConsentRefused', 'ConsentWithdrawn', 'ServiceWithdrawn'],
  'ConsentNeededFirst',
]

interface Written {
  readonly kind: Kind
  readonly id: string
  readonly fields: JsonObject
}

let house: TestHouse
let entries: readonly Entry[]
let written: readonly Written[]
let who: { agencyId: string; staffId: string; today: string }

beforeAll(async () => {
  house = await openTestHouse()
  const { agencyId, staffId } = await plantSample(house.open.house, 'zh-CN')
  who = { agencyId, staffId, today: house.open.house.today() }
  const request = {
    epoch: null,
    cursors: {},
    surveys: [],
    limit: 2000,
    deviceId: '0198a000-0000-7000-8000-000000000004',
    deviceSeq: 0,
  }
  const actor = { agencyId, staffId, roles: ['agencyAdmin', 'supervisor', 'socialWorker'] } as const
  entries = (await readFeed(house.open.house, actor, pullRequestShape.parse(request))).entries
  const sample = readSample('zh-CN')
  const shelf = await readShelf(house.open.house, agencyId, sample)
  written = draftSample(sample, shelf, who).flatMap(({ kind, recordId, verb, fields }) => {
    return verb === 'create' ? [{ kind, id: recordId, fields: fieldsAsJson(fields ?? {}) }] : []
  })
}, 120_000)
afterAll(() => house.close())

/** What the rule says of this record, were it new today and every consent for the purpose taken back or not. */
function judge(
  { kind, id, fields }: Written,
  purpose: string,
  isWithdrawn: boolean,
): string | null {
  const read = { ...kind.defaults, ...fields }
  const known = entries
    .filter((entry) => entry.id !== id)
    .map((entry) =>
      isWithdrawn && entry.kind === consent.name && entry.fields['purpose'] === purpose
        ? { ...entry, fields: { ...entry.fields, withdrawnOn: entry.fields['decidedOn'] ?? null } }
        : entry,
    )
  const needs = kind.ruleNeeds(read)
  const found = foundIn(known.filter((entry) => needs.some((need) => isNeeded(entry, need))))
  const context = {
    actor: { agencyId: who.agencyId, staffId: who.staffId, roles: ['socialWorker'] as const },
    now: `${who.today}T08:00:00Z`,
    today: who.today,
    claimedAt: `${who.today}T08:00:00Z`,
  }
  return kind.rule(read, null, found, context)?.id ?? null
}

function isNeeded(entry: Entry, { kind, where }: Need): boolean {
  return (
    entry.kind === kind &&
    Object.entries(where).every(([field, value]) =>
      field === 'id' ? entry.id === value : entry.fields[field] === value,
    )
  )
}

describe('the table of grounds', () => {
  test('names every kind of record, and no purpose that nobody is asked about (P02, FAM-47)', () => {
    const unnamed = allKinds.filter(({ name }) => !Object.hasOwn(groundOfKind, name))
    expect(unnamed.map(({ name }) => name)).toEqual([])
    const grounds: readonly string[] = [...consentPurposes, 'contact', 'duty', 'work']
    expect(Object.values(groundOfKind).filter((ground) => !grounds.includes(ground))).toEqual([])
  })

  test('names every paper, and every action that a route declares (P02, FAM-47)', () => {
    expect(forms.filter((form) => !Object.hasOwn(useOfPaper, form))).toEqual([])
    const actions = Object.keys(actionPolicy)
    expect(actions.filter((action) => !Object.hasOwn(useOfAction, action))).toEqual([])
    const routes = house.declared.map(({ action }) => action)
    const known = [...actions, 'open', ...Object.keys(groundOfKind)]
    expect(routes.filter((action) => !known.some((one) => action.startsWith(one)))).toEqual([])
  })
})

describe('after a purpose was taken back', () => {
  test('nothing new is written that rests on it, and what rests on another goes on (P02, P06, FAM-47)', () => {
    const silent: string[] = []
    const asked = allKinds.filter(({ name }) =>
      consentPurposes.some((purpose) => purpose === groundOfKind[name]),
    )
    const unproved = asked.filter((kind) => {
      const purpose = groundOfKind[kind.name] ?? ''
      const possible = written.filter(
        (one) => one.kind.name === kind.name && judge(one, purpose, false) === null,
      )
      if (stoppedAtAStep.includes(kind.name)) return proofOfStop['handover'] === undefined
      for (const one of possible) {
        const answer = judge(one, purpose, true)
        if (answer === null || !refusals.includes(answer)) silent.push(`${kind.name}: ${answer}`)
      }
      return possible.length === 0 && provedElsewhere[kind.name] === undefined
    })
    expect([...new Set(silent)]).toEqual([])
    expect(unproved.map(({ name }) => name)).toEqual([])
  })

  test('research, photographs and telling others change nothing for any record (P06)', () => {
    const others = ['research', 'photo', 'recording', 'shareSchool', 'shareVillage', 'shareFunder']
    const changed = others.flatMap((purpose) =>
      written
        .filter((one) => judge(one, purpose, false) === null)
        .filter((one) => judge(one, purpose, true) !== null)
        .map(({ kind }) => `${purpose}: ${kind.name}`),
    )
    expect([...new Set(changed)]).toEqual([])
    expect(written.filter((one) => judge(one, '', false) === null).length).toBeGreaterThan(100)
  })
})

test('what is proved elsewhere, and what the screen says will stop, has its test under that name (P02)', () => {
  const proofs = [
    ...Object.entries(provedElsewhere).filter(([kind]) => kindByName(kind) !== null),
    ...Object.entries(proofOfStop),
  ]
  const missing = proofs.filter(([, [file, name]]) => {
    const path = new URL(`../../${file}`, import.meta.url)
    return !(existsSync(path) && readFileSync(path, 'utf8').includes(`'${name}'`))
  })
  expect(missing.map(([what, [file, name]]) => `${what}: ${file} › ${name}`)).toEqual([])
})
