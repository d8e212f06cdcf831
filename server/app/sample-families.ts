// Families of the sample in the order the rules ask for: contact data, guardians, consent, and only then the rest.
import { agency } from '../../core/access/agency.ts'
import { staff } from '../../core/access/staff.ts'
import { consent } from '../../core/families/consent.ts'
import { family } from '../../core/families/family.ts'
import { guardianship } from '../../core/families/guardianship.ts'
import { migration } from '../../core/families/migration.ts'
import { pair, pairId } from '../../core/families/pair.ts'
import { person } from '../../core/families/person.ts'
import type { JsonObject } from '../../core/kit/json.ts'
import type { Kind } from '../../core/sync/kind.ts'
import { create, type SampleDraft, type SampleGround } from './sample-ground.ts'
import type { Sample } from './sample-parse.ts'
import type { SampleConsent, SampleFamily, SamplePerson } from './sample-shapes.ts'

const rolesOf = {
  coLeader: 'coLeader',
  supervisor: 'supervisor',
  colleague: 'socialWorker',
  volunteer: 'volunteer',
} as const
const colleagues = ['coLeader', 'supervisor', 'colleague', 'volunteer'] as const

/** Colleagues who exist in the records only (nobody can log in as them), and the record checks of all of them. */
export function draftColleagues(
  { station, language }: Sample,
  ground: SampleGround,
): SampleDraft[] {
  const drafts = colleagues.map((who) =>
    create(staff, ground.staff[who], {
      name: station.staff[who],
      roles: [rolesOf[who]],
      state: 'active',
      clearanceCheckedOn: ground.daysAgo(station.checked[who]),
      language,
    }),
  )
  const own = {
    before: { clearanceCheckedOn: null },
    fields: { clearanceCheckedOn: ground.daysAgo(station.checked.worker) },
  }
  return [...drafts, { kind: staff, recordId: ground.staff.worker, verb: 'edit', ...own }]
}

/** What the station has published: how long files are kept, where it is, who hears complaints. */
export function draftStation({ station }: Sample, { agencyId }: SampleGround): SampleDraft {
  const { retentionYears, phone, address, complaintsTo } = station
  const before = { retentionYears: null, phone: '', address: '', complaintsTo: '' }
  const fields = { retentionYears, phone, address, complaintsTo }
  return { kind: agency, recordId: agencyId, verb: 'edit', before, fields }
}

export function draftFamilies(
  sample: Sample,
  ground: SampleGround,
  textVersion: string,
): SampleDraft[] {
  return sample.families.flatMap((one) => draftFamily(one, sample, ground, textVersion))
}

function draftFamily(
  one: SampleFamily,
  { station, language }: Sample,
  ground: SampleGround,
  textVersion: string,
): SampleDraft[] {
  const familyId = ground.familyId(one.code)
  const head = {
    code: one.code,
    village: station.village,
    township: station.township,
    staff: one.staff.map((who) => ground.staff[who]),
    registeredOn: ground.daysAgo(one.registered),
  }
  const rest = { incomeSources: one.income, aid: one.aid, notes: one.notes }
  return [
    create(family, familyId, head),
    ...one.people.map((member) =>
      create(person, ground.personId(member.key), contactData(member, familyId, ground)),
    ),
    ...draftBonds(one, familyId, ground),
    ...one.consents.flatMap((given) =>
      draftConsent(given, one, familyId, ground, { textVersion, language }),
    ),
    ...one.people.flatMap((member) =>
      completion(person, ground.personId(member.key), contactData(member, familyId, ground), {
        ...member.more,
      }),
    ),
    ...(one.consents.length === 0 ? [] : completion(family, familyId, head, rest)),
    ...draftStays(one, familyId, ground),
  ]
}

function contactData(member: SamplePerson, familyId: string, ground: SampleGround): JsonObject {
  const { name, role, sex, phone, livesHere, alive } = member
  return { familyId, name, role, sex, bornOn: ground.bornOn(member), phone, livesHere, alive }
}

/** What is added to a record that was begun with less. */
function completion(
  kind: Kind,
  recordId: string,
  begun: JsonObject,
  more: JsonObject,
): SampleDraft[] {
  const parsed = kind.parse(begun)
  if (!parsed.ok) throw new Error(`content/sample: ${JSON.stringify(parsed.refusal)}`)
  const isEmpty = Object.keys(more).length === 0
  return isEmpty ? [] : [{ kind, recordId, verb: 'edit', before: parsed.value, fields: more }]
}

function draftBonds(one: SampleFamily, familyId: string, ground: SampleGround): SampleDraft[] {
  const bonds = one.guardians.map(({ child, adult, since, childHeard, ...bond }) =>
    create(guardianship, ground.idOf('guardianship', child, adult), {
      ...bond,
      heardAnswer: childHeard === null ? null : childHeard ? 'yes' : 'no',
      familyId,
      childId: ground.personId(child),
      adultId: ground.personId(adult),
      since: since === null ? null : ground.daysAgo(since),
    }),
  )
  const pairs = one.pairs.map(({ child, adult, relation }) => {
    const [childId, adultId] = [ground.personId(child), ground.personId(adult)]
    return create(pair, pairId(childId, adultId), { familyId, childId, adultId, relation })
  })
  return [...bonds, ...pairs]
}

function draftStays(one: SampleFamily, familyId: string, ground: SampleGround): SampleDraft[] {
  return one.away.map(({ who, province, city, since, rhythm, work }) =>
    create(migration, ground.idOf('migration', who), {
      familyId,
      personId: ground.personId(who),
      province,
      city,
      since: ground.daysAgo(since),
      returnRhythm: rhythm,
      work,
    }),
  )
}

function draftConsent(
  given: SampleConsent,
  { people }: SampleFamily,
  familyId: string,
  ground: SampleGround,
  asked: { readonly textVersion: string; readonly language: string },
): SampleDraft[] {
  const { child, by, proof, withdrawn } = given
  const subject = people.find((member) => member.key === child)
  const decidedOn = ground.daysAgo(given.on)
  const idFor = (purpose: string): string => ground.idOf('consent', child, by, purpose)
  const decisions = given.purposes.map((purpose) =>
    create(consent, idFor(purpose), {
      ...asked,
      familyId,
      subjectId: ground.personId(child),
      subjectBornOn: subject === undefined ? null : ground.bornOn(subject),
      purpose,
      readAloud: given.readAloud,
      decision: given.refused.includes(purpose) ? 'refused' : 'given',
      givenById: ground.personId(by),
      decidedOn,
      proof,
      witness: given.witness,
      assent: { ...given.assent, on: given.assent.answer === 'given' ? decidedOn : null },
    }),
  )
  if (withdrawn === null) return decisions
  const input = { on: ground.daysAgo(withdrawn.on), by: withdrawn.by }
  return [
    ...decisions,
    { kind: consent, recordId: idFor(withdrawn.purpose), verb: 'withdraw', input },
  ]
}
