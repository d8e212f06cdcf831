import { z } from 'zod'
import { hearsAssent } from '../../../core/families/assents-due.ts'
import {
  type Consent,
  consent,
  type ConsentPurpose,
  consentProofs,
  consentPurposes,
} from '../../../core/families/consent.ts'
import type { Person } from '../../../core/families/person.ts'
import { ageOn } from '../../../core/kit/dates.ts'
import type { Draft } from '../../../core/sync/device.ts'
import { currentLanguage } from '../../kit/index.ts'
import { type LocalRecord, newId } from '../../sync/index.ts'
import { draftRecord } from '../../../core/sync/draft-record.ts'
import type { FamilyFile } from '../use-register.ts'
import { notice } from './notice.ts'

const answers = ['given', 'refused'] as const

/** What the consent screen holds while a talk goes on; kept on the device until it is saved. */
export const consentFormShape = z.strictObject({
  givenById: z.string(),
  decisions: z.partialRecord(z.enum(consentPurposes), z.enum(answers)),
  decidedOn: z.iso.date(),
  proof: z.enum(consentProofs).nullable(),
  witness: z.string(),
  /** The drawn signature as a data URL, until it can be uploaded. */
  signature: z.string(),
  /** The hour of a call. */
  decidedAt: z.string(),
  validUntil: z.iso.date().nullable(),
  readAloud: z.boolean(),
  /** The child's own word to each point, and what it said. */
  assents: z.partialRecord(z.enum(consentPurposes), z.enum(answers)),
  assentView: z.string(),
})
export type ConsentForm = z.infer<typeof consentFormShape>

export function emptyConsent(today: string): ConsentForm {
  return {
    givenById: '',
    decisions: {},
    decidedOn: today,
    proof: null,
    witness: '',
    signature: '',
    decidedAt: '',
    validUntil: null,
    readAloud: false,
    assents: {},
    assentView: '',
  }
}

export interface Giver {
  readonly id: string
  readonly name: string
  readonly as: 'guardian' | 'self'
}

export interface Givers {
  readonly may: readonly Giver[]
  /** Those who look after the child and cannot consent in law. */
  readonly caregivers: readonly string[]
}

/** FAM-8: legal guardians; from 14 also the child; from 18 only the person. */
export function findGivers(file: FamilyFile, child: LocalRecord<Person>, today: string): Givers {
  const age = child.bornOn === null ? null : ageOn(child.bornOn, today)
  const bonds = file.guardianships.filter(
    ({ childId, until }) => childId === child.id && (until === null || until > today),
  )
  const named = (kind: 'legalGuardian' | 'caregiver') =>
    file.people.filter(
      ({ id, alive }) => alive && bonds.some((bond) => bond.kind === kind && bond.adultId === id),
    )
  const guardians = named('legalGuardian')
  const self: Giver[] =
    age !== null && age >= 14 ? [{ id: child.id, name: child.name, as: 'self' }] : []
  const others: Giver[] =
    age !== null && age >= 18 ? [] : guardians.map(({ id, name }) => ({ id, name, as: 'guardian' }))
  return {
    may: [...others, ...self],
    caregivers: named('caregiver')
      .filter(({ id }) => !guardians.some((guardian) => guardian.id === id))
      .map(({ name }) => name),
  }
}

export function isGiven(form: ConsentForm): boolean {
  return Object.values(form.decisions).includes('given')
}

/** What the child said to one point. */
function assentTo(form: ConsentForm, purpose: ConsentPurpose, child: Person): Consent['assent'] {
  const unheard = hearsAssent(child, form.decidedOn) ? 'notAsked' : 'tooYoung'
  const answer = form.assents[purpose] ?? unheard
  const isHeard = answer === 'given' || answer === 'refused'
  return {
    answer,
    on: isHeard ? form.decidedOn : null,
    how: '',
    view: isHeard ? form.assentView.trim() : '',
  }
}

/** As whom this person decides; bonds may change later, so it is written down. */
function relationOf(file: FamilyFile, childId: string, giverId: string): Consent['relation'] {
  if (giverId === childId) return 'self'
  const its = file.pairs.find((one) => one.childId === childId && one.adultId === giverId)
  return its?.relation ?? null
}

/** One record per purpose that was decided, all with the same proof, as one bundle. */
export function draftConsents(
  form: ConsentForm,
  file: FamilyFile,
  child: LocalRecord<Person>,
  proofFileId: string | null,
): readonly Draft[] {
  const isCall = form.proof === 'witnessedCall'
  return consentPurposes.flatMap((purpose) => {
    const decision = form.decisions[purpose]
    if (decision === undefined) return []
    return draftRecord(consent, newId(), {
      familyId: child.familyId,
      subjectId: child.id,
      subjectBornOn: child.bornOn,
      purpose,
      textVersion: notice.version,
      language: currentLanguage(),
      readAloud: form.readAloud,
      decision,
      givenById: form.givenById,
      relation: relationOf(file, child.id, form.givenById),
      decidedOn: form.decidedOn,
      decidedAt: isCall && form.decidedAt !== '' ? form.decidedAt : null,
      validUntil: decision === 'given' ? form.validUntil : null,
      proof: form.proof ?? 'witnessedCall',
      proofFileId,
      witness: form.witness.trim(),
      assent: assentTo(form, purpose, child),
    })
  })
}
