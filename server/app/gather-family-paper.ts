// Gathers what a paper of one family needs. The route has asked the policy for the family's file.
import { agency } from '../../core/access/agency.ts'
import { staff } from '../../core/access/staff.ts'
import { goal } from '../../core/assessment/goals/goal.ts'
import { goalRating } from '../../core/assessment/goals/goal-rating.ts'
import { goalReview } from '../../core/assessment/goals/goal-review.ts'
import { describePlan } from '../../core/assessment/plan/describe-plan.ts'
import { servicePlan } from '../../core/assessment/plan/service-plan.ts'
import { contactEntry } from '../../core/contact/contact-entry.ts'
import type { Wording } from '../../core/evaluation/write-numbers.ts'
import type { Person } from '../../core/families/person.ts'
import { describeHomeVisit } from '../../core/inquiry/observation/describe-home-visit.ts'
import { homeVisit } from '../../core/inquiry/observation/home-visit.ts'
import { done, refuse, type Outcome } from '../../core/kit/outcome.ts'
import type { FamilyOnPaper } from '../../core/paperwork/papers/family-on-paper.ts'
import { writeSources } from '../../core/paperwork/papers/fill-sources.ts'
import type { FamilyPaperInput } from '../../core/paperwork/papers/family/family-paper-input.ts'
import { type FamilyPaperForm, familyPapers } from '../../core/paperwork/papers/paper-forms.ts'
import type { Actor } from '../../core/sync/actor.ts'
import { readNotice } from './consent-notices.ts'
import { gatherAssessment } from './gather-assessment.ts'
import { openFile } from './gather-paper.ts'
import type { House } from './house.ts'
import { noSubject, type Subject } from './paper-subject.ts'
import { lookAt, type Look } from './record-store.ts'
import { gatherSources } from './gather-sources.ts'

export interface FamilyPaperAsk {
  readonly form: FamilyPaperForm
  readonly familyId: string
  readonly subjectId: string | null
  /** Which of a pair's profiles; null for the latest. */
  readonly profileNo: number | null
  readonly byCode: boolean
  readonly language: 'zh-CN' | 'en'
}

/** Everything at one moment; a family of another agency, or another family's record, is as little there as one that never was. */
export async function gatherFamilyPaper(
  house: House,
  actor: Actor,
  ask: FamilyPaperAsk,
): Promise<Outcome<FamilyPaperInput>> {
  const { familyId, byCode, language } = ask
  return lookAt(house, actor.agencyId, async (look) => {
    const home = await look.one(agency, actor.agencyId)
    const file = await openFile(look, familyId)
    if (home === null || file === null) return refuse('NotFound')
    const subject = await gatherSubject(look, house, ask, file)
    if (subject === null) return refuse('NotFound')
    const workers = await Promise.all(file.family.staff.map((id) => look.one(staff, id)))
    const maker = await look.one(staff, actor.staffId)
    return done({
      agency: home,
      file,
      workers: workers.flatMap((one) => one?.name ?? []),
      ...subject,
      byCode,
      notice: readNotice(language),
      madeOn: house.today(),
      madeBy: maker?.name ?? '',
      wording: { language, translate: house.words(language) },
    })
  })
}

/** Null where the family has no such record. */
async function gatherSubject(
  look: Look,
  house: House,
  { form, subjectId, profileNo, language }: FamilyPaperAsk,
  file: FamilyOnPaper,
): Promise<Subject | null> {
  const { about } = familyPapers[form]
  if (subjectId === null || about === 'family') return noSubject
  switch (about) {
    case 'child':
      return { ...noSubject, childId: subjectId }
    case 'pair':
      return gatherAssessment(look, house.today(), file, { pairId: subjectId, profileNo })
    case 'plan':
      return gatherPlan(look, house.today(), file, subjectId, {
        language,
        translate: house.words(language),
      })
    case 'visit':
      return gatherVisit(look, house.today(), file, subjectId)
  }
}

/** A plan of one adult, or of the whole family, is about no child. */
function childAmong(
  people: readonly (Pick<Person, 'role'> & { readonly id: string })[],
  id: string | null,
): string | null {
  return people.find((one) => one.id === id && one.role === 'child')?.id ?? null
}

async function gatherPlan(
  look: Look,
  today: string,
  file: FamilyOnPaper,
  planId: string,
  wording: Wording,
): Promise<Subject | null> {
  const familyId = file.family.id
  const plan = await look.one(servicePlan, planId)
  if (plan === null || plan.familyId !== familyId) return null
  const described = describePlan({
    plan,
    goals: await look.many(goal, { familyId }),
    ratings: await look.many(goalRating, { familyId }),
    reviews: await look.many(goalReview, { familyId }),
    people: file.people,
    pairs: file.drawn.pairs,
    today,
  })
  const cited = await gatherSources(look, plan.evidenceIds)
  const seenBy = plan.seenById === null ? null : await look.one(staff, plan.seenById)
  return {
    ...noSubject,
    childId: childAmong(file.people, described.child?.id ?? null),
    adultId: described.adult?.id ?? null,
    plan: {
      described,
      sources: writeSources(cited, wording),
      seenBy: seenBy?.name ?? '',
    },
  }
}

async function gatherVisit(
  look: Look,
  today: string,
  file: FamilyOnPaper,
  visitId: string,
): Promise<Subject | null> {
  const familyId = file.family.id
  const visit = await look.one(homeVisit, visitId)
  if (visit === null || visit.familyId !== familyId) return null
  const visitor = await look.one(staff, visit.visitorId)
  return {
    ...noSubject,
    childId: childAmong(file.people, visit.childIds[0] ?? null),
    visit: describeHomeVisit({
      visit,
      people: file.people,
      staff: visitor === null ? [] : [visitor],
      pairs: file.drawn.pairs,
      contactEntries: await look.many(contactEntry, { familyId }),
      today,
    }),
  }
}
