// Papers of one case (forms F15, F18, F20, F21, F23): for whoever may open the family's file, and noted with it.
import { z } from 'zod'
import { agency } from '../../core/access/agency.ts'
import { staff } from '../../core/access/staff.ts'
import { goal } from '../../core/assessment/goals/goal.ts'
import { goalRating } from '../../core/assessment/goals/goal-rating.ts'
import { goalReview } from '../../core/assessment/goals/goal-review.ts'
import { lifeFact } from '../../core/assessment/drawing/facts/life-fact.ts'
import { servicePlan } from '../../core/assessment/plan/service-plan.ts'
import { pairProfile } from '../../core/assessment/profile/pair-profile.ts'
import { caseConference } from '../../core/casework/case-conference.ts'
import { caseContact } from '../../core/casework/case-contact.ts'
import { caseFile } from '../../core/casework/case-file.ts'
import { caseFollowUp } from '../../core/casework/case-follow-up.ts'
import { transfer } from '../../core/casework/transfer/transfer.ts'
import { contactEntry } from '../../core/contact/contact-entry.ts'
import { contactMatch } from '../../core/contact/contact-match.ts'
import { noContact } from '../../core/contact/no-contact.ts'
import type { StudyRecords } from '../../core/evaluation/casework/list-case-series.ts'
import { consent } from '../../core/families/consent.ts'
import { family } from '../../core/families/family.ts'
import { guardianship } from '../../core/families/guardianship.ts'
import { migration } from '../../core/families/migration.ts'
import { pair } from '../../core/families/pair.ts'
import { person } from '../../core/families/person.ts'
import { answerSheet } from '../../core/inquiry/answer-sheet.ts'
import { instrument } from '../../core/inquiry/instrument.ts'
import { episode } from '../../core/inquiry/observation/episode.ts'
import { homeVisit } from '../../core/inquiry/observation/home-visit.ts'
import { wave } from '../../core/inquiry/wave.ts'
import { refuse, type Outcome } from '../../core/kit/outcome.ts'
import {
  buildBlankCasePaper,
  buildCasePaper,
} from '../../core/paperwork/papers/casework/build-case-paper.ts'
import type {
  BlankCaseInput,
  CasePaperInput,
} from '../../core/paperwork/papers/casework/case-paper-input.ts'
import { casePaperForms, type Paper } from '../../core/paperwork/papers/paper-forms.ts'
import type { Actor } from '../../core/sync/actor.ts'
import { commonAsk, type Handed, handOver, noteReading, paperShape } from './hand-over-paper.ts'
import type { House } from './house.ts'
import { keepWhereabouts } from './keep-whereabouts.ts'
import { lookAt, type Look } from './record-store.ts'
import { addStaffRoute, type Mount } from './route.ts'

const askShape = z.strictObject({
  form: z.enum(casePaperForms),
  familyId: z.uuid(),
  /** Null for the form before there is a case, to be written on by hand. */
  caseId: z.uuid().nullable(),
  /** One contact or conference; null for all contacts, or the latest conference. */
  recordId: z.uuid().nullable().default(null),
  /** Roles and numbers instead of names. */
  byCode: z.boolean().default(false),
  ...commonAsk,
})
type Ask = z.infer<typeof askShape>

async function gatherCase(
  look: Look,
  familyId: string,
  today: string,
): Promise<StudyRecords | null> {
  const own = await look.one(family, familyId)
  if (own === null) return null
  const about = { familyId }
  const sheets = await look.many(answerSheet, about)
  const waves = await look.every(wave, 'id', [...new Set(sheets.map(({ waveId }) => waveId))])
  const instrumentIds = new Set(sheets.map(({ instrumentId }) => instrumentId))
  return {
    today,
    family: own,
    people: await look.many(person, about),
    pairs: await look.many(pair, about),
    contacts: await look.many(caseContact, about),
    followUps: await look.many(caseFollowUp, about),
    conferences: await look.many(caseConference, about),
    transfers: await look.many(transfer, about),
    visits: await look.many(homeVisit, about),
    contactEntries: await look.many(contactEntry, about),
    noContacts: await look.many(noContact, about),
    contactMatches: await look.many(contactMatch, about),
    migrations: await look.many(migration, about),
    guardianships: await look.many(guardianship, about),
    lifeFacts: await look.many(lifeFact, about),
    profiles: await look.many(pairProfile, about),
    plans: await look.many(servicePlan, about),
    goals: await look.many(goal, about),
    ratings: await look.many(goalRating, about),
    reviews: await look.many(goalReview, about),
    // What happened in groups stands on the line, on no paper of the case.
    ...{ seats: [], meetings: [], attendance: [] },
    sheets,
    instruments: await look.every(instrument, 'id', [...instrumentIds]),
    waves,
    episodes: await look.many(episode, about),
    consents: await look.many(consent, about),
  }
}

async function gatherBlank(
  house: House,
  actor: Actor,
  { familyId, language }: Ask,
): Promise<BlankCaseInput | null> {
  return lookAt(house, actor.agencyId, async (look) => {
    const own = await look.one(agency, actor.agencyId)
    const its = await look.one(family, familyId)
    const me = await look.one(staff, actor.staffId)
    if (own === null || its === null) return null
    return {
      ...{ agency: own, madeOn: house.today(), madeBy: me?.name ?? '' },
      home: { family: its, people: await look.many(person, { familyId }) },
      wording: { language, translate: house.words(language) },
    }
  })
}

async function gatherInput(
  house: House,
  actor: Actor,
  { familyId, recordId, byCode, language }: Ask,
  caseId: string,
): Promise<CasePaperInput | null> {
  return lookAt(house, actor.agencyId, async (look) => {
    const own = await look.one(agency, actor.agencyId)
    const its = await look.one(caseFile, caseId)
    const records = await gatherCase(look, familyId, house.today())
    const home = await look.one(family, familyId)
    if (own === null || home === null || records === null || its?.familyId !== familyId) return null
    const people = await look.every(staff, 'state', ['active', 'suspended', 'invited'])
    const staffName = (id: string | null) => people.find((one) => one.id === id)?.name ?? ''
    return {
      ...{ agency: own, its: { ...its, id: caseId }, records, recordId, staffName, byCode },
      home: { family: home, people: await look.many(person, { familyId }) },
      ...{ madeOn: house.today(), madeBy: staffName(actor.staffId) },
      wording: { language, translate: house.words(language) },
    }
  })
}

async function buildAsked(house: House, actor: Actor, ask: Ask): Promise<Paper | null> {
  const { form, caseId } = ask
  if (caseId === null) {
    const blank = await gatherBlank(house, actor, ask)
    return blank === null ? null : buildBlankCasePaper(form, blank)
  }
  const input = await gatherInput(house, actor, ask, caseId)
  return input === null ? null : buildCasePaper(form, input)
}

async function makeCasePaper(house: House, actor: Actor, ask: Ask): Promise<Outcome<Handed>> {
  const { familyId } = ask
  const built = await buildAsked(house, actor, ask)
  if (built === null) return refuse('NotFound')
  const paper = await keepWhereabouts(house, actor.agencyId, familyId, built)
  await noteReading(house, actor, ask.form, [familyId])
  return handOver(house, actor, { ...ask, paper, scope: `family:${familyId}` })
}

export function addCasePaperRoutes(mount: Mount): void {
  addStaffRoute(mount, {
    path: '/api/papers/case',
    summary:
      'A paper of one case as a Word document, filled, by code, or to write on before there is a case: intake, process record, closing, follow-ups, conference',
    access: { action: 'readFile', scope: ({ familyId }) => `family:${familyId}` },
    body: askShape,
    answer: paperShape,
    run: ({ house, actor }, body) => makeCasePaper(house, actor, body),
  })
}
