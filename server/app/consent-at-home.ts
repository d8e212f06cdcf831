// A guardian decides by link: one point a page, kept as it is said, sent when it was read back.
import { agency } from '../../core/access/agency.ts'
import { consent, consentPurposes, type ConsentPurpose } from '../../core/families/consent.ts'
import { pair } from '../../core/families/pair.ts'
import { person } from '../../core/families/person.ts'
import type { Answers } from '../../core/inquiry/check-answers.ts'
import type { WordLanguage } from '../../core/inquiry/words.ts'
import { deriveId } from '../../core/kit/ids.ts'
import { showConsentReview, showConsentStep } from '../../family/consent-page.ts'
import type { Html } from '../../family/page.ts'
import { readNotice, type Notice } from './consent-notices.ts'
import { keepAnswers, noteAnswered, readKept } from './family-answers.ts'
import type { House } from './house.ts'
import { actFor, lookAt, type ServerDraft } from './record-store.ts'
import type { FamilyLink } from './stored-links.ts'

const said = ['given', 'refused', 'later'] as const
type Said = (typeof said)[number]
type Point = Notice['purposes'][number]

/** The points that this link asks; a link without a list asks all of them. */
function pointsOf(link: FamilyLink, notice: Notice): readonly Point[] {
  const { asks } = link
  return asks === null
    ? notice.purposes
    : notice.purposes.filter(({ purpose }) => asks.includes(purpose))
}

function saidTo(answers: Answers, purpose: ConsentPurpose): Said | null {
  const kept = answers[`c_${purpose}`]
  return said.find((one) => one === kept) ?? null
}

/** The first point to which nothing was said, the one that is to be changed, or what was said so far. */
export async function showConsentAtHome(
  house: House,
  link: FamilyLink,
  language: WordLanguage,
  again: string | null,
): Promise<Html> {
  const words = house.words(language)
  const points = pointsOf(link, readNotice(language))
  const [answers, found] = await Promise.all([
    readKept(house, link),
    lookAt(house, link.agencyId, async (look) => ({
      agency: await look.one(agency, link.agencyId),
      child: await look.one(person, link.childId),
    })),
  ])
  const childName = found.child?.name ?? ''
  const changed = points.findIndex(({ purpose }) => purpose === again)
  const open = points.findIndex(({ purpose }) => saidTo(answers, purpose) === null)
  const at = changed === -1 ? open : changed
  const point = points[at]
  if (point !== undefined)
    return showConsentStep(words, {
      childName,
      keptYears: point.purpose === 'service' ? (found.agency?.retentionYears ?? null) : null,
      agencyName: found.agency?.name ?? '',
      dataGuardian: found.agency?.dataGuardian ?? '',
      point,
      number: at + 1,
      count: points.length,
      said: saidTo(answers, point.purpose),
    })
  const all = points.map(({ purpose, title }) => ({
    purpose,
    title,
    answer: saidTo(answers, purpose) ?? 'later',
  }))
  return showConsentReview(words, {
    childName,
    said: all,
    sends: all.some(({ answer }) => answer !== 'later'),
  })
}

export type Taken = 'kept' | 'arrived' | 'ended' | { readonly again: string }

/** Keeps what was said; hands it in once everything was answered and read back. */
export async function takeConsentAtHome(
  house: House,
  link: FamilyLink,
  language: WordLanguage,
  form: Readonly<Record<string, string>>,
): Promise<Taken> {
  const points = pointsOf(link, readNotice(language))
  const answers: Record<string, number | string | null> = { ...(await readKept(house, link)) }
  for (const { purpose } of points) {
    const name = `c_${purpose}`
    const now = said.find((one) => one === form[name])
    if (now !== undefined) answers[name] = now
  }
  await keepAnswers(house, link, answers)
  const { again } = form
  if (again !== undefined && points.some(({ purpose }) => purpose === again)) return { again }
  const isOpen = points.some(({ purpose }) => saidTo(answers, purpose) === null)
  if (form['send'] === undefined || isOpen) return 'kept'
  return handInDecisions(house, link, language, answers)
}

async function handInDecisions(
  house: House,
  link: FamilyLink,
  language: WordLanguage,
  answers: Answers,
): Promise<Taken> {
  const notice = readNotice(language)
  const { child, bond } = await lookAt(house, link.agencyId, async (look) => ({
    child: await look.one(person, link.childId),
    bond: (await look.many(pair, { childId: link.childId })).find(
      ({ adultId }) => adultId === link.personId,
    ),
  }))
  const drafts = consentPurposes.flatMap((purpose): readonly ServerDraft[] => {
    const decision = saidTo(answers, purpose)
    if (decision === null || decision === 'later') return []
    const fields = {
      familyId: link.familyId,
      subjectId: link.childId,
      subjectBornOn: child?.bornOn ?? null,
      purpose,
      textVersion: notice.version,
      language,
      decision,
      givenById: link.personId,
      relation: link.personId === link.childId ? 'self' : (bond?.relation ?? null),
      decidedOn: house.today(),
      proof: 'link',
      isNews: true,
    }
    // One link, one decision for each point: a form sent twice does not decide twice.
    return [
      {
        kind: consent,
        recordId: deriveId('linkConsent', link.id, purpose),
        verb: 'create',
        fields,
      },
    ]
  })
  const [first] = drafts
  if (first === undefined) return 'kept'
  const outcomes = await actFor(house, link.agencyId, link.madeBy, drafts)
  const isDecided =
    outcomes.every((answer) => answer.status === 'applied') ||
    (await lookAt(house, link.agencyId, (look) => look.entry(consent, first.recordId))) !== null
  if (!isDecided) return 'ended'
  await noteAnswered(house, link)
  return 'arrived'
}
